"""What the assessment room hands over: the register of tasks, and talks with a verdict."""

from __future__ import annotations

from samenspel.contracts import assessment as contract
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.assessment import queries
from samenspel.stages.assessment.models import Assessment, Task


def items(cycle: Cycle) -> list[contract.Task | contract.Assessment]:
    """Tasks first, then talks, oldest first. What single people said stays on the page."""
    talks = queries.concluded(cycle)
    measures = sources_of([row.node_id for row in talks], "used_in")
    return [
        *(_task(row) for row in queries.register(cycle)),
        *(_talk(row, tuple(node.code for node in measures[row.node_id])) for row in talks),
    ]


def _task(row: Task) -> contract.Task:
    return contract.Task(
        code=row.code, title=row.title, provider=row.done_by, cents=row.yearly_cents,
        contract_ends=row.contract_ends.isoformat() if row.contract_ends else "",
        open_to_challenge=row.open_to_challenge, reason=row.why,
    )  # fmt: skip


def _talk(row: Assessment, quality: tuple[str, ...]) -> contract.Assessment:
    return contract.Assessment(
        code=row.code, task=row.task.code, right_things=row.right_things, well_enough=row.well_enough,
        better_or_different=row.better_or_different, verdict=row.verdict, advice=row.advice, reply=row.reply,
        differences=row.differences, quality=quality,
    )  # fmt: skip
