"""A plan to start from: an agenda of two priorities, two proposals, and lines in every state."""

from collections.abc import Callable
from typing import Any

import pytest

from samenspel.contracts.agenda import Priority
from samenspel.contracts.proposals import Proposal
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.plan import actions
from samenspel.stages.plan.models import PlanLine

Draft = Callable[..., PlanLine]


def publish(stage: str, cycle: Cycle, items: list[Any]) -> None:
    """An edition of another stage, as that stage would make it."""
    with acting():
        freeze(stage, cycle, items, by=STAFF, reason="klaar", missing="-").save()


@pytest.fixture
@remembered
def agenda(cycle: Cycle) -> list[str]:
    """Codes of two adopted priorities."""
    with acting():
        codes = [new_node("priority", t, cycle=cycle, public=True).code for t in ("Groen", "Rondkomen")]
    items = [Priority(c, n, f"Prioriteit {n}", "", "", "", "") for n, c in enumerate(codes, 1)]
    publish("agenda", cycle, items)
    return codes


@pytest.fixture
@remembered
def proposals(cycle: Cycle) -> dict[str, str]:
    """One proposal that got a yes, and one that did not."""
    with acting():
        codes = {s: new_node("proposal", s, cycle=cycle, public=True).code for s in ("accepted", "declined")}
    publish("proposals", cycle, [Proposal(c, s, "", "", "", s, 0, 0, 0) for s, c in codes.items()])
    return codes


@pytest.fixture
def draft(cycle: Cycle, cast: Cast) -> Draft:
    """Write a line down, as the area team unless told otherwise."""

    def do(**facts: Any) -> PlanLine:
        given = {"title": "Bomen planten", "action": "Twintig bomen langs de Javastraat.", "by": cast.official}
        return actions.draft(cycle, **{**given, **facts})

    return do


@pytest.fixture
@remembered
def proposed(draft: Draft, cast: Cast) -> PlanLine:
    """A line that waits for a decision."""
    return actions.propose(draft(needs_cents=250_000), by=cast.official)


@pytest.fixture
@remembered
def decided(proposed: PlanLine, cast: Cast, body: Body) -> PlanLine:
    """A line that got a yes."""
    return actions.decide(proposed, by=cast.board, body=body, yes=True, reason="Past bij de agenda.")
