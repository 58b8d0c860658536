"""What the tests of the proposals start from, all made through actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from samenspel.contracts.actor import Actor
from samenspel.contracts.agenda import Priority
from samenspel.kernel.action import keep
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.proposals import actions
from samenspel.stages.proposals.models import Proposal
from samenspel.stages.proposals.states import Cost

Many = Callable[[int], list[Proposal]]
VISITOR = Actor()
TITLE, TEXT = "Samen koken in de Meevaart", "Elke week koken wij voor de hele straat."
COSTS = (Cost("euro", 125_050, "Boodschappen"), Cost("hours", 40, "Koken"), Cost("m2", 60, "Keuken"))


def make_node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    """Stands for another room that made something."""
    with acting():
        return new_node(kind, title, cycle=cycle, public=public)


def publish(cycle: Cycle, stage: str, *items: object) -> None:
    """Stands for another room that published an edition."""
    with acting():
        keep(freeze(stage, cycle, items, by=Actor(name="test"), reason="test", missing="niemand"))


@pytest.fixture
@remembered
def priority(cycle: Cycle) -> Node:
    """A priority in the edition of the agenda."""
    node = make_node(cycle, "priority", "Elkaar kennen")
    publish(cycle, "agenda", Priority(node.code, 1, node.title, "samen", "Wij willen elkaar kennen.", "", "Daarom."))
    return node


@pytest.fixture
@remembered
def anonymous(cycle: Cycle) -> Proposal:
    """Handed in without an account or a name."""
    return actions.hand_in(cycle, by=VISITOR, title=TITLE, text=TEXT, summary="Samen eten.", costs=COSTS)


@pytest.fixture
@remembered
def theirs(cycle: Cycle, cast: Cast) -> Proposal:
    """Handed in by a resident who is logged in."""
    return actions.hand_in(cycle, by=cast.resident, title=TITLE, text=TEXT, summary="Samen eten.", theme="samen")


@pytest.fixture
@remembered
def weighed(theirs: Proposal, cast: Cast) -> Proposal:
    """A provisional no of the area team."""
    return actions.weigh_provisionally(
        theirs,
        by=cast.official,
        positive=False,
        why="De keuken is vol.",
        next_step="Kook bij de buren.",
    )


@pytest.fixture
@remembered
def told(weighed: Proposal, cast: Cast) -> Proposal:
    """The maker heard it from a person."""
    return actions.tell_submitter(weighed, by=cast.official, how="Gebeld")


@pytest.fixture
def many(cycle: Cycle) -> Many:
    """That many proposals, each with costs."""

    def make(n: int) -> Proposal:
        return actions.hand_in(cycle, by=VISITOR, title=f"Plan {n}", text=TEXT, theme=f"thema {n}", costs=COSTS)

    return partial(that_many, make=make)
