"""What the monitoring room hands over: public outcomes and lessons."""

from __future__ import annotations

from samenspel.contracts import monitoring as contract
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.monitoring import queries
from samenspel.stages.monitoring.models import Lesson, Outcome


def items(cycle: Cycle) -> list[Said | contract.Lesson]:
    """Outcomes first, then lessons, oldest first. What people wrote stays beside the edition."""
    lessons = queries.public_lessons(cycle)
    taught = sources_of([row.node_id for row in lessons], "taught")
    return [
        *(_outcome(row) for row in queries.public_outcomes(cycle)),
        *(_lesson(row, tuple(node.code for node in taught[row.node_id])) for row in lessons),
    ]


def _outcome(row: Outcome) -> Said:
    item = contract.Outcome(
        code=row.code, of=row.of.code, title=row.title, what_came=row.what_came, judged_by=row.judged_by,
        verdict=row.verdict, digest=row.story.digest if row.story else "", cents_spent=row.spent_cents,
    )  # fmt: skip
    return Said(item, ("title", "what_came", "judged_by"), None if row.party_id else row.person)


def _lesson(row: Lesson, outcomes: tuple[str, ...]) -> contract.Lesson:
    return contract.Lesson(
        code=row.code, title=row.title, keep=row.keep, change=row.change, theme=row.theme, outcomes=outcomes
    )
