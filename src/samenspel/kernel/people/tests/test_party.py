"""Founding, joining, leaving, splitting and going on together."""

from dataclasses import replace

import pytest
from django.test import Client

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, NotThere, WrongState
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people import actions, queries, rules
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast


@pytest.fixture
def garden(place: Place, cast: Cast) -> Party:
    """A group that a resident began."""
    return actions.found_party(place, by=cast.resident, name="De Tuin", what="Samen tuinieren")


@pytest.fixture
def founder(cast: Cast, garden: Party) -> Actor:
    """The resident, now speaking for the garden."""
    return actor_of(cast.accounts["resident"])


def test_a_name_is_enough_to_begin(garden: Party, founder: Actor) -> None:
    assert (garden.slug, garden.state) == ("de-tuin", "active")
    assert founder.represents(garden.pk)


def test_names_in_the_address_differ(place: Place, cast: Cast, garden: Party) -> None:
    assert actions.found_party(place, by=cast.neighbour, name="De Tuin +1").slug == "de-tuin-1"
    assert actions.found_party(place, by=cast.neighbour, name="De ♥ Tuin een").slug == "de-tuin-een"
    assert actions.found_party(place, by=cast.neighbour, name="Nieuw").slug == "nieuw-2"
    assert actions.found_party(place, by=cast.neighbour, name="حديقة").slug == "groep"


def test_a_helper_begins_a_group_for_somebody_without_an_account(place: Place, cast: Cast) -> None:
    helper = replace(cast.professional, channel=Channel.DESK, on_behalf_of="Fatima")
    party = actions.found_party(place, by=helper, name="Kookclub")
    member = Membership.objects.get(party=party)
    assert (member.person.name, member.person.channel, member.speaks_for) == ("Fatima", "desk", True)


def test_a_visitor_cannot_begin_a_group(place: Place) -> None:
    with pytest.raises(NotAllowed):
        actions.found_party(place, by=Actor(), name="De Tuin")


def test_joining_twice_is_harmless(garden: Party, cast: Cast) -> None:
    actions.join_party(garden, by=cast.neighbour)
    with pytest.raises(AlreadyDone):
        actions.join_party(garden, by=cast.neighbour)
    assert garden.memberships.count() == 2


def test_stepping_back_needs_no_reason_and_coming_back_is_fine(garden: Party, cast: Cast) -> None:
    actions.join_party(garden, by=cast.neighbour)
    actions.leave_party(garden, by=cast.neighbour)
    assert queries.membership(garden, cast.neighbour.person) is None
    assert actions.join_party(garden, by=cast.neighbour).until is None


def test_who_was_no_member_cannot_leave(garden: Party, cast: Cast) -> None:
    with pytest.raises(NotThere):
        actions.leave_party(garden, by=cast.neighbour)


def test_nobody_makes_somebody_else_leave(garden: Party, cast: Cast, founder: Actor) -> None:
    with pytest.raises(NotThere):
        actions.leave_party(garden, by=cast.neighbour, person=queries.person(founder.person))


def test_only_who_speaks_for_it_describes_a_group(garden: Party, cast: Cast, founder: Actor) -> None:
    assert actions.describe_party(garden, by=founder, needs="Grond").needs == "Grond"
    with pytest.raises(NotAllowed):
        actions.describe_party(garden, by=cast.organiser, needs="Niets")
    with pytest.raises(BadInput):
        actions.describe_party(garden, by=founder, state="stopped")


def test_the_group_lets_somebody_speak(garden: Party, cast: Cast, founder: Actor) -> None:
    member = actions.join_party(garden, by=cast.neighbour)
    actions.let_speak(member, by=founder)
    assert actor_of(cast.accounts["neighbour"]).represents(garden.pk)


def test_somebody_always_speaks_for_the_group(garden: Party, founder: Actor) -> None:
    only = Membership.objects.get(party=garden)
    with pytest.raises(BadInput):
        actions.let_speak(only, by=founder, speaks=False)


def test_a_split_shows_where_it_came_from(garden: Party, founder: Actor) -> None:
    new = actions.split_party(garden, by=founder, name="De Kas")
    assert new.split_from == garden
    assert [p.name for p in queries.family(garden.place, garden.slug)[1]] == ["De Kas"]


def test_going_on_together_needs_a_yes_of_both(place: Place, garden: Party, cast: Cast, founder: Actor) -> None:
    other = actions.found_party(place, by=cast.neighbour, name="De Kas")
    with pytest.raises(NotAllowed):
        actions.join_into(garden, by=founder, other=other)
    actions.let_speak(actions.join_party(other, by=founder), by=actor_of(cast.accounts["neighbour"]))
    joined = actions.join_into(garden, by=actor_of(cast.accounts["resident"]), other=other)
    assert (joined.state, joined.joined_into) == ("stopped", other)
    assert other.memberships.filter(until=None).count() == 2


def test_a_stopped_group_takes_no_members_and_keeps_its_page(garden: Party, cast: Cast, founder: Actor) -> None:
    actions.stop_party(garden, by=founder)
    with pytest.raises(WrongState):
        actions.join_party(garden, by=cast.neighbour)
    assert queries.party(garden.place, "de-tuin") is not None
    assert garden not in queries.parties_at(garden.place)


def test_looking_again_at_a_link_replaces_the_mark(garden: Party, founder: Actor) -> None:
    for mark in ("not_yet", "strong"):
        actions.mark_link(garden, by=founder, link="dream", mark=mark)
    assert [m.mark for m in queries.links_of(garden)] == ["strong"]


def test_names_of_members_show_only_when_they_said_so(garden: Party, cast: Cast, founder: Actor) -> None:
    actions.join_party(garden, by=cast.neighbour, shown=True)
    assert [m.person.name for m in queries.members_of(garden, Actor())] == ["Bob"]
    assert {m.person.name for m in queries.members_of(garden, founder)} == {"Alice", "Bob"}


def test_the_group_hears_of_a_new_member_and_the_member_does_not(garden: Party, cast: Cast) -> None:
    actions.join_party(garden, by=cast.neighbour)
    heard = queries.messages_of(cast.resident.person or 0)
    assert [m.text for m in heard] == ["Er doet iemand nieuw mee met De Tuin."]
    assert not queries.messages_of(cast.neighbour.person or 0)


def test_who_stops_is_no_longer_shown_and_does_not_speak(garden: Party, founder: Actor) -> None:
    left = actions.leave_party(garden, by=founder)
    assert (left.speaks_for, left.shown, left.until) == (False, False, today())


def test_a_helper_stops_for_somebody_and_not_for_themselves(garden: Party, cast: Cast) -> None:
    actions.join_party(garden, by=cast.neighbour)
    helper = replace(cast.professional, on_behalf_of="Bob")
    left = actions.leave_party(garden, by=helper, person=cast.accounts["neighbour"].person)
    assert left.person_id == cast.neighbour.person


def test_whoever_splits_a_group_speaks_for_the_new_one(garden: Party, founder: Actor) -> None:
    new = actions.split_party(garden, by=founder, name="De Kas")
    member = Membership.objects.get(party=new)
    assert (member.person_id, member.speaks_for, new.split_from) == (founder.person, True, garden)


def test_a_group_does_not_go_on_with_itself(garden: Party, founder: Actor) -> None:
    with pytest.raises(BadInput, match="andere groep"):
        actions.join_into(garden, by=founder, other=garden)


def test_joining_opens_no_names_without_a_tick(garden: Party, cast: Cast, founder: Actor) -> None:
    actions.join_party(garden, by=cast.neighbour)

    def seen(reader: Actor) -> set[str]:
        return {m.person.name for m in Membership.objects.filter(rules.members_shown_to(reader), party=garden)}

    assert seen(founder) == {"Alice", "Bob"}
    assert seen(actor_of(cast.accounts["neighbour"])) == {"Bob"}
    assert seen(actor_of(cast.accounts["initiative"])) == seen(Actor()) == set()


def test_a_long_list_of_groups_has_pages(place: Place, cast: Cast) -> None:
    for number in range(51):
        actions.found_party(place, by=cast.organiser, name=f"Groep {number:02}", with_founder=False)
    first, second = (Client().get(f"/{place.slug}/groep/", {"page": n}).content.decode() for n in (1, 2))
    assert "Groep 00" in first and "Groep 50" not in first
    assert "Groep 50" in second
