"""The tables of the proposals room on the data page."""

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.proposals import rules
from samenspel.stages.proposals.models import CostLine, Feasibility, Proposal

register(
    Export("proposals", Proposal, _("Voorstellen met hun antwoord"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("theme"), col("summary"), col("where"), col("party__slug", "party"), col("state"), col("handed_in_on"),
        col("weighed_on"), col("weighed_by"), col("told_first_on"), col("reason"), col("decided_on"), col("decided_by"),
        col("hidden"),
        col("person__name", "submitter", personal="direct"), col("show_name", personal="direct"),
        col("told_how", personal="written"), col("agreed_to_merge", personal="written"),
        col("text__body", "text", personal="written"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("proposal_weighings", Proposal, _("Voorlopige wegingen die de maker al gehoord heeft"), [
        col("node__code"), col("weighed_yes"), col("weighed_reason"), col("weighed_on"), col("weighed_by"),
        col("told_first_on"), col("next_step"),
    ], visible=rules.weighing_visible_to, place="node__place")
)  # fmt: skip
register(
    Export("proposal_costs", CostLine, _("Wat voorstellen kosten"), [
        col("proposal__node__code", "proposal"), col("kind"), col("amount"), col("what"),
    ], visible=rules.details_visible_to, place="proposal__node__place")
)  # fmt: skip
register(
    Export("proposal_checks", Feasibility, _("Of voorstellen kunnen"), [
        col("proposal__node__code", "proposal"), col("check_name", "check"), col("answer"), col("note"),
        col("checked_on"),
    ], visible=rules.details_visible_to, place="proposal__node__place")
)  # fmt: skip
