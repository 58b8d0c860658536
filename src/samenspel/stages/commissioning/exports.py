"""The room's tables on the data page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.models import Award, Call, CallOption, ConsentMark, JointPlan, Partner, ResultLine

register(
    Export("calls", Call, _("Rondes om geld te verdelen"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("state"), col("route"), col("about"), col("who"), col("budget_cents"), col("funder"),
        col("commissioner__slug", "commissioner"), col("rule_set"), col("body"), col("binds"), col("ballots_public"),
        col("opens_at"), col("closes_at"), col("voters"), col("spent_cents"), col("source"), col("source_hash"),
        col("decision"), col("decided_by"), col("decided_on"), col("certificate"),
    ], visible=rules.calls_visible_to, place="node__place")
)  # fmt: skip
register(
    Export("call_options", CallOption, _("Keuzes in rondes"), [
        col("node__code"), col("node__title"), col("call__node__code", "call"), col("key"), col("cents"),
        col("category"), col("summary"), col("makers", personal="direct"), col("next_step"),
    ], visible=rules.options_visible_to, place="node__place", order=("call", "pk"))
)  # fmt: skip
register(
    Export("results", ResultLine, pgettext_lazy("table", "Uitslagen"), [
        col("option__call__node__code", "call"), col("option__node__code", "option"), col("turn"), col("votes"),
        col("left_cents"), col("outcome"), col("by_lot"), col("reason_code"), col("reason_facts"), col("reason"),
    ], visible=rules.results_visible_to, place="option__node__place", order=("option__call", "turn"))
)  # fmt: skip
register(
    Export("joint_plans", JointPlan, _("Gezamenlijke plannen"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("state"), col("what"), col("route"), col("cents"), col("quality"), col("starts_on"), col("ends_on"),
        col("convener__slug", "convener"), col("carried_on"),
    ], visible=rules.plans_visible_to, place="node__place")
)  # fmt: skip
register(
    Export("partners", Partner, _("Partners in plannen"), [
        col("plan__node__code", "joint_plan"), col("party__slug", "party"), col("task"), col("cents"), col("hours"),
    ], visible=rules.partners_visible_to, place="plan__node__place", order=("plan", "pk"))
)  # fmt: skip
register(
    Export("consent", ConsentMark, _("Antwoorden van partners"), [
        col("partner__plan__node__code", "joint_plan"), col("partner__party__slug", "party"), col("answer"),
        col("reason"), col("said_on"),
    ], visible=rules.consent_visible_to, place="partner__plan__node__place", order=("partner",))
)  # fmt: skip
register(
    Export("awards", Award, pgettext_lazy("table", "Toekenningen"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("state"), col("to"), col("party__slug", "party"), col("cents"), col("reason"), col("route"),
        col("call__node__code", "call"), col("option__node__code", "option"),
        col("joint_plan__node__code", "joint_plan"), col("pot"), col("given_on"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
