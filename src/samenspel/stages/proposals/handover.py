"""What the proposals room hands over: every proposal that may be seen, with the answer it got."""

from __future__ import annotations

from django.utils.translation import gettext as __

from samenspel.contracts import proposals as contract
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.proposals import queries
from samenspel.stages.proposals.models import Proposal
from samenspel.stages.proposals.states import ProposalState


def items(cycle: Cycle) -> list[Said]:
    """All public proposals, oldest first, their words beside the edition. Names of persons never travel."""
    rows = list(queries.public_proposals(cycle).exclude(state=ProposalState.WITHDRAWN))
    asked = sources_of([row.node_id for row in rows], "asked_for")
    return [_item(row, tuple(node.code for node in asked[row.node_id])) for row in rows]


def _item(row: Proposal, priorities: tuple[str, ...]) -> Said:
    totals: dict[str, int] = {name: getattr(row, name) for name in ("cents", "hours", "space")}
    item = contract.Proposal(
        code=row.code, title=row.title, theme=row.theme, summary=row.summary,
        submitter=row.party.name if row.party else __("een bewoner"), state=row.state, cents=totals["cents"],
        hours=totals["hours"], square_metres=totals["space"], verdict=_verdict(row),
        reason=row.public_reason, priorities=priorities,
    )  # fmt: skip
    return Said(item, ("title", "summary"), None if row.party_id else row.person_id)


def _verdict(row: Proposal) -> str:
    """The answer, else the provisional weighing once the maker heard it, else nothing."""
    if row.state in (ProposalState.ACCEPTED, ProposalState.DECLINED):
        return row.state
    if row.weighed_yes is None or row.told_first_on is None:
        return ""
    return ProposalState.PROVISIONAL_YES.value if row.weighed_yes else ProposalState.PROVISIONAL_NO.value
