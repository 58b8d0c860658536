"""Every action against every role and state, here and elsewhere, on the pure rules."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from samenspel.contracts.actor import Actor, Identity, Mandate, Role
from samenspel.kernel.action import ACTIONS, ActionInfo

HERE, ELSEWHERE, PARTY = 1, 2, 7
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "who-may-what.md"


def _subject(state: str = "", **facts: object) -> SimpleNamespace:
    """Something at our place that belongs to nobody of the actors below, unless said otherwise."""
    base = {
        "place_id": HERE, "state": state, "owner_persons": frozenset(), "owner_parties": frozenset(),
        "code": "PR-AAAA", "pk": 1,
    }  # fmt: skip
    return SimpleNamespace(**{**base, **facts})


def _actors(place: int) -> Iterator[tuple[str, Actor]]:
    yield "bezoeker", Actor()
    yield "ingelogd", Actor(person=5, identity=Identity.EMAIL)
    for role in Role:
        party = PARTY if role in (Role.REPRESENTATIVE, Role.MEMBER) else None
        yield role.value, Actor(person=5, identity=Identity.EMAIL, mandates=frozenset({Mandate(role, place, party)}))


def _allowed(info: ActionInfo, place: int) -> set[str]:
    return {name for name, actor in _actors(place) if info.rule(actor, _subject(next(iter(info.source), "")))}


@pytest.fixture(scope="module")
def actions() -> dict[str, ActionInfo]:
    assert len(ACTIONS) > 80, "the registry is filled when the apps are ready"
    return ACTIONS


def test_a_mandate_elsewhere_gives_nothing_here(actions: dict[str, ActionInfo]) -> None:
    """Whoever works or speaks for a party at another place may do here what anybody logged in may do, and no more."""
    for verb, info in actions.items():
        extra = _allowed(info, ELSEWHERE)
        ordinary = _allowed(info, ELSEWHERE) & {"bezoeker", "ingelogd"}
        if "ingelogd" not in ordinary:
            assert extra <= ordinary, f"{verb}: {extra - ordinary}"


def test_a_visitor_may_only_do_what_is_named_here(actions: dict[str, ActionInfo]) -> None:
    """The closed list of acts without an account; a new one is added here on purpose."""
    expected = {
        "ballots.ballot.cast", "consultation.contribution.give", "offers.asset.offer", "people.account.register",
        "proposals.proposal.hand_in", "questions.question.ask", "stories.story.tell",
    }  # fmt: skip
    visitors = {verb for verb, info in actions.items() if "bezoeker" in _allowed(info, HERE)}
    assert expected <= visitors | (expected - set(actions))
    assert visitors - expected <= OPEN_TO_ALL, visitors - expected - OPEN_TO_ALL


# Acts that a visitor may also do, each with the reason.
OPEN_TO_ALL = {
    "stories.photo.add", "stories.photo.remove", "stories.recording.add", "stories.recording.remove",  # likewise
    "stories.story.speak",  # telling, aloud
    "offers.asset.react",  # whoever can use or give it
    "stories.story.withdraw",  # with the code and the word on the receipt
    "surveys.response.give",  # how it is to live here; a sample asks for the code in the letter
    "surveys.response.keep",  # half of it, behind a code that only they have
    "assessment.talk.voice",  # what users of a service think
    "monitoring.outcome.record",  # what somebody noticed of a promise
    "offers.asset.match",  # whoever needs what is offered
    "questions.question.judge",  # only with the word on the receipt
    "news.follow.ask",  # with an address that is proven before any news goes there
}


def test_every_action_answers_without_the_database(actions: dict[str, ActionInfo]) -> None:
    """Rules run no SQL: they answer on a stub, for every role and every state of the action."""
    for info in actions.values():
        for state in info.source or {""}:
            for _name, actor in _actors(HERE):
                assert info.rule(actor, _subject(state)) in (True, False)


def test_a_conflict_of_interest_shuts_out(actions: dict[str, ActionInfo]) -> None:
    judge = Actor(person=5, mandates=frozenset(Mandate(r, HERE) for r in Role), conflicts=frozenset({"PR-AAAA"}))
    shut = {verb for verb, info in actions.items() if "belang" in str(info.rule) and info.rule(judge, _subject())}
    assert not shut


def test_the_document_is_current(actions: dict[str, ActionInfo]) -> None:
    """docs/who-may-what.md is generated: python -m scripts.who_may_what"""
    from scripts.who_may_what import table

    assert DOCUMENT.read_text(encoding="utf-8") == table(), "run: python -m scripts.who_may_what"
