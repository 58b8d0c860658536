"""The questions for a desk are asked of who helps others, and of nobody else."""

import pytest

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.steps import DESK

HELPING = {Role.DESK, Role.BROKER, Role.EDITOR, Role.ORGANISER}


@pytest.mark.parametrize("role", Role)
def test_only_who_helps_others_is_asked_how_it_came_in(role: Role) -> None:
    actor = Actor(person=1, mandates=frozenset({Mandate(role, 7, 3)}))
    asked = set(DESK) & set(ActionForm(actor=actor, place=7).fields)
    assert asked == (set(DESK) if role in HELPING else set())
    assert not set(DESK) & set(ActionForm(actor=actor, place=8).fields)
