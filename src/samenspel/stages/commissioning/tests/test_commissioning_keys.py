"""Three holders, each with an own part: nobody else sees it, and two of them open the box."""

import logging
import re
from collections.abc import Callable

import pytest
from django.apps import apps
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.actions.shares import from_text
from samenspel.instruments.ballots.models import Envelope, KeyHolder
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry, Notice
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.tests.conftest import HOLDERS, Voting, counted, draft_vote, give_parts

As = Callable[[str], Client]
PART = re.compile(r"(?:[A-Z2-7]{4}-){13}[A-Z2-7]{4}")


@pytest.fixture
def named(cycle: Cycle, cast: Cast, client_as: As) -> Call:
    """A vote with three holders, named on the page of the organiser."""
    call = draft_vote(cycle, cast.organiser)
    first, second, third = (f"{name}@example.org" for name in HOLDERS)
    step = f"{call.get_absolute_url()}doe/sleutelhouders/"
    answer = client_as("organiser").post(step, {"first": first, "second": second, "third": third})
    assert answer.status_code == 302
    return call


def everything_kept() -> str:
    return "\n".join(str(row) for model in apps.get_models() for row in model._default_manager.values())


def part_of(client: Client, call: Call) -> str:
    found = PART.search(client.post(call.address("key")).content.decode())
    return found[0] if found else ""


def test_each_holder_sees_the_own_part_once(named: Call, client_as: As) -> None:
    parts = set()
    for name in HOLDERS:
        client = client_as(name)
        assert not PART.search(client.get(named.address("key")).content.decode())
        parts.add(part_of(client, named))
        assert client.post(named.address("key_taken")).status_code == 302
        assert not part_of(client, named), "never again"
    assert len(parts - {""}) == 3 and not any(part in everything_kept() for part in parts)


def test_nobody_else_sees_a_part(named: Call, client_as: As) -> None:
    for name in ("organiser", "board", "professional"):
        assert client_as(name).post(named.address("key")).status_code == 404
    assert client_as("").post(named.address("key")).status_code == 302
    assert not KeyHolder.objects.exclude(state="named").exists()


def test_the_organiser_sees_who_has_a_part_and_no_more(named: Call, client_as: As) -> None:
    part_of(client_as("resident"), named)
    client_as("resident").post(named.address("key_taken"))
    page = client_as("organiser").get(named.get_absolute_url()).content.decode()
    assert "Alice</span>: opgehaald" in page and page.count("nog niet opgehaald") == 2 and not PART.search(page)


def test_a_vote_does_not_open_before_all_three_have_theirs(named: Call, cast: Cast) -> None:
    for name, holder in list(zip(HOLDERS, boxes.holders(named.code), strict=True))[:2]:
        ballots.take_part(ballots.show_part(holder, by=cast.actors[name]), by=cast.actors[name])
    ballots.show_part(boxes.holders(named.code)[2], by=cast.actors[HOLDERS[2]])
    with pytest.raises(BadInput, match="nog niet open"):
        actions.open_call(named, by=cast.organiser)


def test_a_holder_who_lost_the_page_gets_a_new_part_until_it_is_kept(named: Call, client_as: As) -> None:
    client = client_as("resident")
    assert part_of(client, named) != part_of(client, named) != ""


def test_the_holders_are_told_and_are_three(named: Call, cast: Cast) -> None:
    told = Notice.objects.filter(text__contains=named.address("key")).values_list("person", flat=True)
    assert set(told) == {cast.actors[name].person for name in HOLDERS}
    one = cast.accounts["resident"].person
    assert one
    with pytest.raises(BadInput, match="drie verschillende"):
        actions.name_holders(named, by=cast.organiser, holders=[one, one, one])


def test_naming_again_makes_old_parts_worthless(named: Call, cast: Cast) -> None:
    give_parts(named, cast)
    before = boxes.holders(named.code)[0].public_key
    give_parts(named, cast)
    assert boxes.holders(named.code)[0].public_key != before


def test_two_holders_open_the_box_each_on_the_own_page(voting: Voting, cast: Cast, client_as: As) -> None:
    voting.cast(voting.codes[0], "2")
    call = actions.close_call(voting.call, by=cast.organiser)
    for name in HOLDERS[:2]:
        share = voting.parts[cast.actors[name].person or 0]
        assert client_as(name).post(call.address("key_hand_in"), {"share": share}).status_code == 302
    call.refresh_from_db()
    assert (call.state, Envelope.objects.count()) == ("counting", 0)
    assert "De stemmen worden nu geteld." in client_as(HOLDERS[1]).get(call.address("key")).content.decode()
    call = counted(call)
    assert (call.state, call.voters) == ("counted", 1)
    assert not KeyHolder.objects.exclude(handed=None).exists()


def test_one_holder_twice_a_stranger_or_a_wrong_part_opens_nothing(voting: Voting, cast: Cast) -> None:
    call = actions.close_call(voting.call, by=cast.organiser)
    (first, own), (_second, other), _third = voting.parts.items()
    holder = KeyHolder.objects.get(person=first)
    for wrong in (other, "AAAA-BBBB", own.replace(own[5], "A" if own[5] != "A" else "B")):
        with pytest.raises(BadInput):
            ballots.hand_in_part(holder, by=Actor(person=first), share=wrong)
    ballots.hand_in_part(holder, by=Actor(person=first), share=own)
    with pytest.raises(BadInput, match="tweede sleutelhouder"):
        actions.unlock_call(call, by=Actor(person=first), share=own)
    with pytest.raises(NotAllowed):
        actions.unlock_call(call, by=cast.organiser, share=own)


def test_a_part_that_waits_is_under_lock_and_in_no_log(
    voting: Voting, cast: Cast, client_as: As, caplog: pytest.LogCaptureFixture
) -> None:
    call = actions.close_call(voting.call, by=cast.organiser)
    share = voting.parts[cast.resident.person or 0]
    with caplog.at_level(logging.DEBUG):
        client_as("resident").post(call.address("key_hand_in"), {"share": share})
    private = from_text(share)[1:]
    assert KeyHolder.objects.filter(state="handed").count() == 1
    assert all(private not in bytes(holder.handed or b"") for holder in KeyHolder.objects.all())
    assert share not in everything_kept() + caplog.text + "".join(Entry.objects.values_list("canonical", flat=True))


def test_holders_are_in_the_own_export_and_can_be_forgotten(named: Call, cast: Cast) -> None:
    assert cast.resident.person
    mine = dict(read_everywhere(cast.resident.person))["ballots"]
    assert mine == [{"subject": named.code, "number": 1, "state": "named"}]
