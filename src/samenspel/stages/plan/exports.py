"""Plan lines, partners and progress on the data page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.plan import rules
from samenspel.stages.plan.models import Partner, PlanLine, ProgressNote

register(
    Export("plan_lines", PlanLine, pgettext_lazy("table", "Planregels"), [
        col("node__code"), col("node__cycle__slug", "cycle"), col("number"), col("node__title"), col("action"),
        col("state"), col("maker__slug", "maker"), col("owner", personal="direct"), col("starts"), col("ends"),
        col("needs_cents"), col("needs_hours"), col("needs_square_metres"), col("body__name", "body"),
        col("decided_on"), col("decision_reason"), col("stopped_on"), col("stop_reason"), col("done_on"),
        col("node__example"),
    ], visible=rules.visible_to, place="node__place", order=("node__cycle", "number", "pk"))
)  # fmt: skip
register(
    Export("plan_partners", Partner, _("Partijen in planregels"), [
        col("line__node__code", "line"), col("party__slug", "party"), col("does"),
    ], visible=rules.of_visible_lines, place="line__node__place")
)  # fmt: skip
register(
    Export("plan_progress", ProgressNote, _("Voortgang van planregels"), [
        col("line__node__code", "line"), col("on"), col("party__slug", "party"), col("person", personal="direct"),
        col("text__body", "text", personal="written"),
    ], visible=rules.of_visible_lines, place="line__node__place", order=("on", "pk"))
)  # fmt: skip
