"""What the tests of the monitoring room start from, all made through actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.monitoring import actions
from samenspel.stages.monitoring.models import Lesson, Outcome

Many = Callable[[int], list[Outcome]]
CAME: dict[str, Any] = {
    "what_came": "Er komen meer kinderen.",
    "judged_by": "wie in de tuin komt",
    "verdict": "better",
}


def make_node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    """Stands for another room that made something."""
    with acting():
        return new_node(kind, title, cycle=cycle, public=public)


@pytest.fixture
@remembered
def commitment(cycle: Cycle) -> Node:
    """A promise of another room."""
    return make_node(cycle, "commitment", "De tuin is elke zaterdag open")


@pytest.fixture
@remembered
def outcome(commitment: Node, cycle: Cycle, cast: Cast) -> Outcome:
    """A resident says what came of it, with a story."""
    return actions.record_outcome(
        cycle, by=cast.resident, of=commitment.code, story="Ik, Alice, ken nu mijn buren.", consent=True, **CAME
    )


@pytest.fixture
@remembered
def lesson(outcome: Outcome, cycle: Cycle, cast: Cast) -> Lesson:
    """A community writes down a lesson."""
    return actions.draft_lesson(
        cycle, by=cast.initiative, title="Vraag eerst wie de sleutel heeft", keep="Zaterdag open",
        change="Twee sleutels", theme="Samen leven", outcomes=[outcome.code], party=cast.parties["initiative"],
    )  # fmt: skip


@pytest.fixture
def many(cycle: Cycle, cast: Cast) -> Many:
    """That many outcomes and lessons, and as many promises that still wait."""

    def make(n: int) -> Outcome:
        make_node(cycle, "award", f"Wacht {n}")
        row = actions.draft_lesson(cycle, by=cast.organiser, title=f"Les {n}", keep="Dit")
        actions.share_lesson(row, by=cast.organiser)
        done = make_node(cycle, "commitment", f"Belofte {n}")
        return actions.record_outcome(cycle, by=cast.resident, of=done.code, **CAME)

    return partial(that_many, make=make)
