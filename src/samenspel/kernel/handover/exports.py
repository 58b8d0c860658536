"""The table of editions on the data page."""

from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import Export, col, register
from samenspel.kernel.handover.models import Edition

register(
    Export("editions", Edition, pgettext_lazy("table", "Uitgaven"), [
        col("cycle__place__slug", "place"), col("cycle__slug", "cycle"), col("stage"), col("number"), col("schema"),
        col("hash"), col("made_by"), col("missing"), col("reason"), col("anchor"), col("imported"), col("at"),
        col("content"),
    ], place="cycle__place")
)  # fmt: skip
