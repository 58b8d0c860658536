"""The tables of the agenda on the data page."""

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.agenda import rules
from samenspel.stages.agenda.models import BuildingBlock, Dissent, Priority, Reason

register(
    Export("priorities", Priority, _("Prioriteiten van de agenda"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("rank"), col("theme"), col("statement"), col("going_well"), col("ourselves"), col("little_help"),
        col("professionals"), col("stop"), col("state"), col("adopted_on"), col("adopted_by"), col("reason"),
        col("duo__resident_name", "owner_resident", personal="direct"),
        col("duo__professional_name", "owner_professional", personal="direct"),
        col("duo__professional_party__slug", "owner_party"),
    ], visible=rules.visible_to, place="node__place", order=("node__cycle", "rank", "pk"))
)  # fmt: skip
register(
    Export("priority_reasons", Reason, _("Redenen van prioriteiten"), [
        col("priority__node__code", "priority"), col("source__code", "source"), col("source__kind", "kind"),
        col("words"), col("channel"), col("since"),
    ], visible=rules.reasons_visible_to, place="priority__node__place")
)  # fmt: skip
register(
    Export("dissents", Dissent, _("Wie anders denkt over een prioriteit"), [
        col("priority__node__code", "priority"), col("said_on"), col("party__slug", "party"), col("state"),
        col("said_by", personal="direct"), col("text__body", "words", personal="written"),
    ], visible=rules.dissents_visible_to, place="priority__node__place")
)  # fmt: skip
register(
    Export("building_blocks", BuildingBlock, _("Bouwstenen van de agenda"), [
        col("cycle__place__slug", "place"), col("cycle__slug", "cycle"), col("block"), col("state"), col("note"),
    ], place="cycle__place")
)  # fmt: skip
