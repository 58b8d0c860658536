"""What the room hands over: results of rounds, joint plans that are carried, and awards."""

from collections import defaultdict

from samenspel.contracts import commissioning as contract
from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.commissioning import queries
from samenspel.stages.commissioning.models import Award, Call, JointPlan
from samenspel.stages.commissioning.states import AwardState, CallState, PlanState

EVERYBODY = Actor()
FINISHED = (CallState.COUNTED, CallState.DECIDED)
CARRIED = (PlanState.CARRIED, PlanState.RUNNING, PlanState.DONE)
Item = contract.CallResult | contract.JointPlan | Said


def items(cycle: Cycle) -> list[Item]:
    """Everything of this round that others build on."""
    ended = queries.calls(cycle, EVERYBODY).filter(state__in=FINISHED).order_by("pk")
    carried = queries.plans(cycle, EVERYBODY).filter(state__in=CARRIED).order_by("pk")
    given = list(queries.awards(cycle, EVERYBODY).exclude(state=AwardState.WITHDRAWN).order_by("pk"))
    options = [row.option.node_id for row in given if row.option]
    proposals: dict[int, list[str]] = defaultdict(list)
    for option, nodes in sources_of(options, "voted_on_as").items():
        proposals[option] = [node.code for node in nodes]
    return [*map(_call, ended), *map(_plan, carried), *(_award(row, proposals) for row in given)]


def _call(row: Call) -> contract.CallResult:
    return contract.CallResult(
        code=row.code, title=row.title, route=row.route, budget_cents=row.budget_cents,
        spent_cents=row.spent_cents or 0, ballots=row.voters, funded=row.funded, offered=row.offered,  # type: ignore[attr-defined]
    )  # fmt: skip


def _plan(row: JointPlan) -> contract.JointPlan:
    decided = row.carried_on.isoformat() if row.carried_on else ""
    return contract.JointPlan(
        code=row.code, title=row.title, route=row.route, cents=row.cents,
        partners=tuple(partner.party.name for partner in row.partners.all()), quality=row.quality_codes,
        decided=decided,
    )  # fmt: skip


def _award(row: Award, proposals: dict[int, list[str]]) -> Said:
    proposal = next(iter(proposals[row.option.node_id]), "") if row.option else ""
    item = contract.Award(
        code=row.code, title=row.title, to=row.to, cents=row.cents, route=row.route, reason=row.reason,
        call=row.call.code if row.call else "", joint_plan=row.joint_plan.code if row.joint_plan else "",
        proposal=proposal,
    )  # fmt: skip
    return Said(item, ("title",) if row.party_id else ("title", "to"))
