"""What was heard on the data page: words only of what everybody may read, small counts left out."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.consultation.models import Contribution, Harvest, HeardGroup
from samenspel.stages.consultation.rules import open_to, visible_to

register(
    Export("contributions", Contribution, pgettext_lazy("export", "Bijdragen"), [
        col("node__code", "code"), col("node__cycle__slug", "cycle"), col("kind"), col("theme"), col("channel"),
        col("given_on"), col("sheet", personal="indirect"), col("state"), col("words__language", "language"),
        col("words__digest", "digest", meaning=_("Kenmerk van de woorden; blijft staan na intrekken.")),
        col("words__helpers_words", "helpers_words"), col("words__body", "words", personal="written"),
        col("story__node__code", "story"), col("hidden_reason"), col("person", personal="direct"),
        col("node__example", "example"),
    ], visible=visible_to, place="node__place")
)  # fmt: skip
register(
    Export("harvests", Harvest, _("Wat we hoorden"), [
        col("cycle__slug", "cycle"), col("theme"), col("summary"), col("written_on"),
    ], visible=open_to, place="cycle__place")
)  # fmt: skip
register(
    Export("heard_groups", HeardGroup, _("Wie we hoorden"), [
        col("cycle__slug", "cycle"), col("dimension"), col("group"), col("occasion"), col("count", small=True),
        col("on"),
    ], visible=open_to, place="cycle__place")
)  # fmt: skip
