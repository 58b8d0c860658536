"""A question to start from."""

from collections.abc import Callable
from typing import Any

import pytest

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import actions
from samenspel.instruments.questions.models import Question
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.memory import remembered

Ask = Callable[..., Question]


@pytest.fixture
def ask(cycle: Cycle, cast: Cast) -> Ask:
    """Ask the municipality something, as Alice unless told otherwise."""

    def do(by: Actor | None = None, **facts: Any) -> Question:
        given = {"title": "Wat kost het park?", "body": "Ik zie nergens een bedrag.", **facts}
        if "addressee_name" not in facts:
            given.setdefault("addressee", cast.parties["official"])
        return actions.ask(cycle, by=by or cast.resident, **given)

    return do


@pytest.fixture
@remembered
def question(ask: Ask) -> Question:
    """Alice asks the municipality."""
    return ask()


@pytest.fixture
@remembered
def line_node(cycle: Cycle) -> Node:
    """A plan line of which only the node matters."""
    with acting():
        return new_node("plan_line", "Bomen planten", cycle=cycle, public=True)
