"""What the tests of the agenda start from, all made through actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from samenspel.contracts.actor import Actor
from samenspel.contracts.profile import Story
from samenspel.kernel.action import keep
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.lineage.actions import hide, new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.agenda import actions
from samenspel.stages.agenda.models import Priority

Many = Callable[[int], list[Priority]]
TITLE, STATEMENT = "Schone straten", "Wij willen schone straten."


def make_node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    """Stands for another room that made something."""
    with acting():
        return new_node(kind, title, cycle=cycle, public=public)


def hide_node(node: Node) -> None:
    """Stands for another room in which somebody withdrew a story."""
    with acting():
        hide(node)


def publish(cycle: Cycle, stage: str, *items: object) -> None:
    """Stands for another room that published an edition."""
    with acting():
        keep(freeze(stage, cycle, items, by=Actor(name="test"), reason="test", missing="niemand"))


@pytest.fixture
@remembered
def story(cycle: Cycle) -> Node:
    """A public story, told at a table, in the edition of the profile."""
    node = make_node(cycle, "story", "Verhaal over afval")
    publish(cycle, "profile", Story(node.code, "afval", "d", "nl", "table"))
    return node


@pytest.fixture
@remembered
def draft(cycle: Cycle, cast: Cast) -> Priority:
    """A priority that only the writers see."""
    return actions.draft_priority(cycle, by=cast.organiser, title=TITLE, statement=STATEMENT)


@pytest.fixture
@remembered
def opened(draft: Priority, cast: Cast) -> Priority:
    """A priority that lies open."""
    return actions.open_priority(draft, by=cast.organiser)


@pytest.fixture
@remembered
def adopted(opened: Priority, story: Node, cast: Cast) -> Priority:
    """A priority that was adopted because of a story."""
    actions.add_reasons(opened, by=cast.organiser, codes=[story.code], reason="Veel afval.")
    return actions.adopt_priority(opened, by=cast.organiser, reason="Iedereen wil dit.", adopted_by="42 mensen")


@pytest.fixture
def many(cycle: Cycle, cast: Cast) -> Many:
    """That many open priorities, each with another opinion."""

    def make(n: int) -> Priority:
        made = actions.draft_priority(cycle, by=cast.organiser, title=f"Punt {n}", statement="Wij willen dit.")
        made = actions.open_priority(made, by=cast.organiser)
        actions.record_dissent(made, by=cast.organiser, words="Liever iets anders.", said_by="Twee mensen")
        return made

    return partial(that_many, make=make)
