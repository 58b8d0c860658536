"""What the tests of quality start from, all made through actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.quality import actions
from samenspel.stages.quality.models import QualityDefinition

Many = Callable[[int], list[QualityDefinition]]


def make_node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    """Stands for another room that made something."""
    with acting():
        return new_node(kind, title, cycle=cycle, public=public)


def open_one(cycle: Cycle, cast: Cast, title: str = "Goed speelplein") -> QualityDefinition:
    """A definition with one sentence, on the table."""
    made = actions.draft_definition(cycle, by=cast.organiser, title=title, service="Het speelplein")
    made = actions.add_statement(made, by=cast.organiser, words="er na vijven iemand is", who_judges="kinderen")
    return actions.open_definition(made, by=cast.organiser)


@pytest.fixture
@remembered
def draft(cycle: Cycle, cast: Cast) -> QualityDefinition:
    """A definition that a community began."""
    return actions.draft_definition(
        cycle, by=cast.initiative, title="Goed speelplein", service="Het speelplein", theme="Samen leven",
        party=cast.parties["initiative"],
    )  # fmt: skip


@pytest.fixture
@remembered
def opened(draft: QualityDefinition, cast: Cast) -> QualityDefinition:
    """It lies on the table with one sentence."""
    made = actions.add_statement(draft, by=cast.initiative, words="er na vijven iemand is", who_judges="kinderen")
    return actions.open_definition(made, by=cast.initiative)


@pytest.fixture
@remembered
def signed(opened: QualityDefinition, cast: Cast) -> QualityDefinition:
    """Two parties signed."""
    made = actions.sign_definition(opened, by=cast.initiative, party=cast.parties["initiative"])
    return actions.sign_definition(made, by=cast.provider, party=cast.parties["provider"])


@pytest.fixture
def many(cycle: Cycle, cast: Cast) -> Many:
    """That many definitions on the table, each with a signature."""

    def make(n: int) -> QualityDefinition:
        made = open_one(cycle, cast, f"Afspraak {n}")
        return actions.sign_definition(made, by=cast.provider, party=cast.parties["provider"])

    return partial(that_many, make=make)
