"""What the tests of the assessment room start from, all made through actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
from samenspel.stages.assessment import actions
from samenspel.stages.assessment.models import Assessment, Task

Many = Callable[[int], list[Task]]
ADVICE: dict[str, Any] = {"verdict": "differently", "reason": "De jongeren komen niet.", "advice": "Ga naar het plein."}


def make_node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    """Stands for another room that made something."""
    with acting():
        return new_node(kind, title, cycle=cycle, public=public)


def facts(cast: Cast, **changed: Any) -> dict[str, Any]:
    """What is known about a task of the provider of the cast."""
    known = {
        "title": "Jongerenwerk", "provider": cast.parties["provider"], "yearly_cents": 12_000_000,
        "contract_ends": date(2027, 12, 31), "open_to_challenge": False, "why": "Het contract loopt nog.",
    }  # fmt: skip
    return {**known, **changed}


@pytest.fixture
@remembered
def task(cycle: Cycle, cast: Cast) -> Task:
    """A task in the register."""
    return actions.register_task(cycle, by=cast.official, **facts(cast))


@pytest.fixture
@remembered
def talk(task: Task, cycle: Cycle, cast: Cast) -> Assessment:
    """A talk that goes on."""
    return actions.open_talk(task, by=cast.initiative, cycle=cycle, where="In het buurthuis")


@pytest.fixture
@remembered
def heard(talk: Assessment, cast: Cast) -> Assessment:
    """A resident, a user and the provider spoke."""
    actions.add_voice(talk, by=cast.resident, side="resident", words="Ik zie ze nooit.")
    actions.add_voice(
        talk, by=cast.professional, side="user", words="Het is om vijf uur dicht.", said_by="drie jongens"
    )
    actions.add_voice(talk, by=cast.provider, side="provider", words="Wij hebben te weinig mensen.")
    return talk


@pytest.fixture
@remembered
def concluded(heard: Assessment, cast: Cast) -> Assessment:
    """The parties gave an advice."""
    return actions.conclude(heard, by=cast.organiser, **ADVICE)


@pytest.fixture
def many(cycle: Cycle, cast: Cast) -> Many:
    """That many tasks, all but one talked about."""

    def make(n: int) -> Task:
        row = actions.register_task(cycle, by=cast.official, **facts(cast, title=f"Taak {n:03}"))
        if n != 1:
            actions.open_talk(row, by=cast.organiser, cycle=cycle)
        return row

    return partial(that_many, make=make)
