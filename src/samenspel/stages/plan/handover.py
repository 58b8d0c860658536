"""What the plan hands over: every line that was ever put before the neighbourhood, done or not."""

from __future__ import annotations

from django.utils.translation import gettext as __

from samenspel.contracts import plan as contract
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.plan import queries
from samenspel.stages.plan.models import PlanLine
from samenspel.stages.plan.states import LineState


def items(cycle: Cycle) -> list[contract.PlanLine]:
    """The lines in the order of the plan, as everybody sees them."""
    lines = list(queries.public_lines(cycle))
    nodes = [line.node_id for line in lines]
    priorities, proposals = sources_of(nodes, "answered_by"), sources_of(nodes, "taken_into")
    return [
        _line(line, [n.code for n in priorities[line.node_id]], [n.code for n in proposals[line.node_id]])
        for line in lines
    ]


def _line(line: PlanLine, priorities: list[str], proposals: list[str]) -> contract.PlanLine:
    return contract.PlanLine(
        code=line.code, number=line.number, title=line.title, action=line.action, state=line.state,
        decision=_decision(line), reason=line.why_not or line.decision_reason, body=line.body.name if line.body else "",
        priorities=tuple(priorities), proposals=tuple(proposals),
        partners=tuple(row.party.name for row in line.partner_rows.all()),
        owner_resident=__("een bewoner") if line.owner else "", owner_professional=_professional(line),
        starts=line.starts.isoformat() if line.starts else "", ends=line.ends.isoformat() if line.ends else "",
        needs_cents=line.needs_cents,
    )  # fmt: skip


def _decision(line: PlanLine) -> str:
    """yes, no, or nothing yet."""
    if line.decided_on is None or line.state == LineState.PROPOSED:
        return ""
    return "no" if line.state == LineState.DECLINED else "yes"


def _professional(line: PlanLine) -> str:
    """Names of people stay on the page, where they can be taken back."""
    if line.owner is None:
        return ""
    return line.owner.professional_party.name if line.owner.professional_party else __("een professional")
