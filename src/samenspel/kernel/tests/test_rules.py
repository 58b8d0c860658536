"""Rules that are put together, and the words for who may act."""

from typing import Any

import pytest

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.kernel.action import machine
from samenspel.kernel.action.machine import action
from samenspel.kernel.action.registry import ACTIONS
from samenspel.kernel.action.rules import ROLE_WORDS, anyone, role, signed_in


class Spot:
    place_id = 7


EDITOR = Actor(person=1, mandates=frozenset({Mandate(Role.EDITOR, 7)}))
BOARD = Actor(person=2, mandates=frozenset({Mandate(Role.BOARD, 7)}))


def test_either_of_two_rules_is_enough_and_both_roles_are_named() -> None:
    either = role(Role.EDITOR) | role(Role.BOARD)
    assert [either(actor, Spot()) for actor in (EDITOR, BOARD, Actor())] == [True, True, False]
    assert [either.role_of(actor, 7) for actor in (EDITOR, BOARD)] == ["editor", "board"]


def test_both_rules_must_hold_and_both_roles_are_named() -> None:
    both = role(Role.EDITOR) & role(Role.BOARD)
    assert [both(actor, Spot()) for actor in (EDITOR, BOARD)] == [False, False]
    assert both.roles == (Role.EDITOR, Role.BOARD)


def test_every_role_has_words_of_its_own() -> None:
    assert set(ROLE_WORDS) == set(Role)
    assert len({str(words) for words in ROLE_WORDS.values()}) == len(ROLE_WORDS)


@pytest.mark.parametrize(
    ("given", "new"),
    [
        ({"target": "open"}, True),
        ({"source": {"open"}, "target": "done"}, False),
        ({}, False),
        ({"creates": True}, True),
    ],
)
def test_what_has_a_first_state_only_is_something_new(
    given: dict[str, Any], new: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "ACTIONS", {})
    made = action("proef.ding.doe", rule=anyone, label="Doe", **given)(lambda thing, *, by: thing)
    assert (made.info.creates, made.locks) == (new, not new)


def test_one_verb_belongs_to_one_action(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = ACTIONS["cycle.stage.move"]
    monkeypatch.setattr(machine, "ACTIONS", {"cycle.stage.move": taken})
    with pytest.raises(RuntimeError, match="Two actions"):
        action("cycle.stage.move", rule=signed_in, label="Doe")(lambda thing, *, by: thing)
