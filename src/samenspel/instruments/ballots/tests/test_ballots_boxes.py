"""Boxes and keys: what a vote needs before it opens, and what is left when it ends."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.ballots import actions, queries
from samenspel.instruments.ballots.models import BallotBox, Envelope, KeyHolder
from samenspel.instruments.ballots.tests.conftest import CHOICES, RULES, Vote, give_parts, hand_in
from samenspel.kernel.action import BadInput, NotAllowed, NotThere, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.people.actions import erase_person, note_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF
from samenspel_methods.allocation import Ballot, Election, Project
from samenspel_methods.allocation.model import VoteType


@contextmanager
def room() -> Iterator[None]:
    """Stands for the action of a room."""
    with transaction.atomic(), acting():
        yield


def draft(place: Place, **facts: Any) -> BallotBox:
    given: dict[str, Any] = {"budget_cents": 100_00, "rules": RULES, "choices": CHOICES, **facts}
    with room():
        return actions.prepare_box(place, "RN-NIEUW", "Nieuw", **given)


def closed(vote: Vote) -> BallotBox:
    with room():
        vote.box.refresh_from_db()
        return actions.close_box(vote.box)


@pytest.mark.parametrize("key", ["1", "1,2"])
def test_every_choice_has_a_number_of_its_own(place: Place, key: str) -> None:
    with pytest.raises(BadInput, match="eigen nummer"):
        draft(place, choices=[*CHOICES, actions.Choice(key, "Nog een", 10_00)])


def test_a_choice_that_cannot_be_is_refused(place: Place) -> None:
    with pytest.raises(ValidationError):
        draft(place, choices=[actions.Choice("1", "x" * 301, 10_00)])


def test_an_empty_paper_does_not_open(place: Place) -> None:
    box = draft(place, choices=[])
    give_parts(place, box.subject)
    with room(), pytest.raises(BadInput, match="niets om uit te kiezen"):
        actions.open_box(box)


def test_a_box_opens_once_and_closes_once(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    with room(), pytest.raises(WrongState):
        actions.open_box(vote.box)
    box = closed(vote)
    assert (box.state, box.ballots) == ("closed", 1)
    with room(), pytest.raises(WrongState):
        actions.close_box(box)


def test_each_step_makes_a_box_newer(vote: Vote) -> None:
    versions = [1, vote.box.version, closed(vote).version, vote.open().version]
    assert versions == [1, 2, 3, 4]


def test_nobody_votes_before_the_day(vote: Vote) -> None:
    with room():
        BallotBox.objects.update(opens_at=timezone.now() + timedelta(days=1))
    with pytest.raises(WrongState, match="nog niet open"):
        vote.cast(vote.codes[0], "2")


def test_a_draft_takes_no_ballots(place: Place, vote: Vote) -> None:
    with room():
        BallotBox.objects.update(state="draft")
    with pytest.raises(WrongState, match="nog niet open"):
        vote.cast(vote.codes[0], "2")


def test_a_vote_without_a_count_leaves_nothing(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    person, part = next(iter(vote.parts.items()))
    hand_in(closed(vote), person, part)
    with room():
        box = actions.discard_box(vote.box)
    assert box.state == "closed" and not Envelope.objects.exists()
    assert not KeyHolder.objects.exclude(handed=None).exists()


def test_stopping_closes_first(vote: Vote) -> None:
    with room():
        vote.box.refresh_from_db()
        assert actions.discard_box(vote.box).state == "closed"


def test_an_open_box_is_not_counted(vote: Vote) -> None:
    person, share = next(iter(vote.parts.items()))
    vote.box.refresh_from_db()
    with room(), pytest.raises(WrongState):
        actions.count_box(vote.box, by=Actor(person=person), share=share)
    with pytest.raises(WrongState):
        hand_in(vote.box, person, share)


def test_after_the_count_no_part_is_left(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    assert vote.count().state == "counted"
    assert not KeyHolder.objects.exclude(handed=None).exists()


def test_one_holder_alone_opens_nothing(vote: Vote) -> None:
    person, share = next(iter(vote.parts.items()))
    hand_in(closed(vote), person, share)
    with room(), pytest.raises(BadInput, match="geen tweede"):
        actions.count_box(vote.box, by=Actor(person=person), share=share)
    for stranger in (Actor(), Actor(person=99_999)):
        with room(), pytest.raises(NotAllowed):
            actions.count_box(vote.box, by=stranger, share=share)


def test_the_part_of_another_is_refused(vote: Vote) -> None:
    (first, _own), (_second, other), _third = vote.parts.items()
    with pytest.raises(BadInput, match="niet uw deel"):
        hand_in(closed(vote), first, other)


def test_three_different_people_hold_the_key(place: Place) -> None:
    with room():
        one, two, three = (note_person(name=n, channel=Channel.DESK, place=place) for n in "abc")
        with pytest.raises(BadInput, match="drie verschillende"):
            actions.name_holders(place, "RN-NIEUW", [one, two, two])
        actions.name_holders(place, "RN-NIEUW", [one, two, three])
        actions.name_holders(place, "RN-NIEUW", [three, two, one])
    assert [h.person for h in KeyHolder.objects.order_by("number")] == [three, two, one]


def test_two_parts_are_too_few_to_open(place: Place) -> None:
    box = draft(place)
    give_parts(place, box.subject)
    with room():
        KeyHolder.objects.filter(number=3).update(state="shown")
        with pytest.raises(BadInput, match="drie sleutelhouders"):
            actions.open_box(box)


def test_who_held_a_part_can_be_forgotten(vote: Vote) -> None:
    person = Person.objects.get(pk=next(iter(vote.parts)))
    erase_person(person, by=STAFF)
    assert KeyHolder.objects.get(number=1).person is None


@pytest.mark.parametrize(("number", "fits"), [(0, False), (1, True), (20_001, False)])
def test_codes_are_made_in_stacks(vote: Vote, number: int, fits: bool) -> None:
    with nullcontext() if fits else pytest.raises(BadInput, match="Kies een aantal"):
        actions.issue_codes(vote.box, by=vote.organiser, count=number, reason="stapel")


@pytest.mark.parametrize(("number", "fits"), [(0, False), (1, True), (100_000, True), (100_001, False)])
def test_a_stack_of_paper_is_counted(vote: Vote, desk: Actor, number: int, fits: bool) -> None:
    with nullcontext() if fits else pytest.raises(BadInput, match="hoeveel biljetten"):
        actions.report_stack(vote.box, by=desk, ballots=number, reason="markt")


def test_a_number_that_is_not_there_is_not_blocked(vote: Vote) -> None:
    with pytest.raises(NotThere):
        actions.block_code(vote.box, by=vote.organiser, serial=99, reason="kwijt")


@pytest.mark.parametrize("kind", [VoteType.CUMULATIVE, VoteType.ORDINAL])
def test_points_and_orders_are_not_counted_here(kind: VoteType) -> None:
    with pytest.raises(BadInput, match="punten of een volgorde"):
        actions.read_counted(Election(100, (Project("1", 60),), (Ballot(("1",), 2),), vote_type=kind))


def test_a_vote_from_a_file_is_a_counted_box(place: Place) -> None:
    election = Election(100, (Project("1", 60, "Bankje"), Project("2", 50)), (Ballot(("1",), 2), Ballot((), 1)))
    with room():
        box = actions.load_counted(place, "RN-OUD", "Oud", rules=RULES, counted=actions.read_counted(election))
    assert (box.state, box.ballots) == ("counted", 3)
    assert [o.title for o in box.options.order_by("key")] == ["Bankje", "2"]
    assert queries.tallies(box) == {"1": 2, "2": 0}
    assert queries.counted_ballots(box) == (
        Ballot((), 1),
        Ballot(("1",), 2),
    )
