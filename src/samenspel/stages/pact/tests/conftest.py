"""What the tests of the pact room start from, all made through actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone

from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import at_moment
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.pact import actions
from samenspel.stages.pact.models import Commitment, Pact

Many = Callable[[int], list[Commitment]]


def in_days(days: int) -> date:
    """A day from now."""
    return timezone.localdate() + timedelta(days=days)


def make_node(cycle: Cycle, kind: str, title: str, *, public: bool = True) -> Node:
    """Stands for another room that made something."""
    with acting():
        return new_node(kind, title, cycle=cycle, public=public)


def promised(cycle: Cycle, cast: Cast, who: str, what: str = "Het pad is vrij", **facts: object) -> Commitment:
    """A promise of somebody of the cast to all residents."""
    words = {"receiver_name": "alle bewoners", "due": in_days(30), **facts}
    return actions.promise(cycle, by=getattr(cast, who), giver=cast.parties[who], what=what, **words)  # type: ignore[arg-type]


def overdue(cycle: Cycle, cast: Cast, who: str) -> Commitment:
    """A promise whose day was last week, made a month ago."""
    with at_moment(timezone.now() - timedelta(days=30)):
        return promised(cycle, cast, who, due=in_days(-7))


@pytest.fixture
@remembered
def pact(cycle: Cycle, cast: Cast) -> Pact:
    """A pact that a community began."""
    return actions.convene(
        cycle, by=cast.initiative, title="Eén buurt, één plan", party=cast.parties["initiative"],
        starts=in_days(0), ends=in_days(1000), parties=[cast.parties["official"]], ambitions="Een tuin voor iedereen.",
    )  # fmt: skip


@pytest.fixture
@remembered
def opened(pact: Pact, cast: Cast) -> Pact:
    """It lies on the table."""
    return actions.open_pact(pact, by=cast.initiative)


@pytest.fixture
@remembered
def signed(opened: Pact, cast: Cast) -> Pact:
    """Two parties signed."""
    made = actions.sign(opened, by=cast.initiative, party=cast.parties["initiative"])
    return actions.sign(made, by=cast.official, party=cast.parties["official"])


@pytest.fixture
@remembered
def by_volunteers(cycle: Cycle, cast: Cast) -> Commitment:
    """A promise of a group of volunteers."""
    return promised(cycle, cast, "initiative")


@pytest.fixture
@remembered
def by_municipality(cycle: Cycle, cast: Cast) -> Commitment:
    """A promise of the municipality to a group."""
    return promised(cycle, cast, "official", receiver=cast.parties["initiative"], receiver_name="")


@pytest.fixture
def many(cycle: Cycle, cast: Cast) -> Many:
    """That many promises of three parties in turn."""

    def make(n: int) -> Commitment:
        return promised(cycle, cast, ("initiative", "official", "provider")[n], f"Belofte {n}")

    return partial(that_many, make=make)
