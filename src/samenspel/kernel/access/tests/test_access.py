"""Mandates, interests, staff sessions, and who acts."""

import time
from datetime import timedelta
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.access import actions, queries, rules
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.access.models import StaffAccount, StaffSession
from samenspel.kernel.access.proof import Proof
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.people.models import Account
from samenspel.kernel.people.queries import messages_of
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast


@pytest.fixture
def keeper(cast: Cast) -> Account:
    """Somebody who may open a staff session, with a second factor."""
    account = cast.accounts["neighbour"]
    Authenticator.objects.create(user=account, type=Authenticator.Type.WEBAUTHN, data={})
    actions.make_staff(account, by=STAFF, given_by="bestuur")
    return account


def key_of(account: Account, *, login: str = "deze", ago: float = 0) -> Proof:
    """The newest key of this account, shown just now."""
    return Proof(login, queries.second_factors(account).last().pk, time.time() - ago)  # type: ignore[union-attr]


@pytest.fixture
def session(cast: Cast, keeper: Account, place: Place) -> StaffSession:
    """A staff session that runs in one login."""
    proof = key_of(keeper)
    return actions.open_staff_session(keeper, by=cast.neighbour, reason="Foto weghalen", place=place, proof=proof)


def test_a_mandate_counts_at_its_place_only(cast: Cast, place: Place, elsewhere: Place) -> None:
    assert cast.official.holds(Role.AREA_TEAM, place.pk)
    assert not cast.official.holds(Role.AREA_TEAM, elsewhere.pk)


def test_everything_about_an_actor_is_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    account = Account.objects.get(email="professional@example.org")
    with django_assert_num_queries(1):
        assert len(actor_of(account).mandates) == 3


def test_only_the_organiser_gives_roles(cast: Cast, place: Place) -> None:
    person = cast.accounts["resident"].person
    assert person is not None
    actions.give_mandate(place, by=cast.organiser, person=person, role="editor", given_by="overleg")
    assert actor_of(cast.accounts["resident"]).holds(Role.EDITOR, place.pk)
    with pytest.raises(NotAllowed):
        actions.give_mandate(place, by=cast.board, person=person, role="desk", given_by="bestuur")


def test_a_role_is_given_once(cast: Cast, place: Place) -> None:
    person = cast.accounts["organiser"].person
    assert person is not None
    with pytest.raises(AlreadyDone):
        actions.give_mandate(place, by=cast.organiser, person=person, role="organiser", given_by="x")


def test_an_ended_role_counts_no_more(cast: Cast) -> None:
    person = cast.accounts["finance"].person_id or 0
    actions.end_mandate(queries.mandates_of(person).get(), by=cast.organiser, reason="Andere baan")
    assert actor_of(cast.accounts["finance"]).mandates == frozenset()


def test_ending_says_why_and_stepping_back_does_not(cast: Cast) -> None:
    mandate = queries.mandates_of(cast.accounts["finance"].person_id or 0).get()
    with pytest.raises(BadInput):
        actions.end_mandate(mandate, by=cast.organiser, reason=" ")
    with pytest.raises(NotAllowed):
        actions.lay_down_mandate(mandate, by=cast.organiser)
    actions.lay_down_mandate(mandate, by=cast.finance)
    with pytest.raises(AlreadyDone):
        actions.lay_down_mandate(mandate, by=cast.finance)


def test_a_declared_interest_travels_with_the_actor(cast: Cast, place: Place) -> None:
    actions.declare_conflict(place, by=cast.resident, node_code="pr-7k4r ")
    assert actor_of(cast.accounts["resident"]).conflicts == {"PR-7K4R"}
    with pytest.raises(AlreadyDone):
        actions.declare_conflict(place, by=cast.resident, node_code="PR-7K4R")


def test_a_staff_session_needs_a_list_a_key_and_a_reason(cast: Cast, keeper: Account, place: Place) -> None:
    proof = key_of(keeper)
    with pytest.raises(NotAllowed):
        actions.open_staff_session(cast.accounts["resident"], by=cast.resident, reason="x", place=place, proof=proof)
    with pytest.raises(NotAllowed):
        actions.open_staff_session(keeper, by=cast.resident, reason="x", place=place, proof=proof)
    with pytest.raises(BadInput):
        actions.open_staff_session(keeper, by=cast.neighbour, reason="", place=place, proof=proof)


def test_a_key_counts_when_shown_in_this_login_just_now(cast: Cast, keeper: Account, place: Place) -> None:
    for proof in (None, key_of(keeper, ago=3600), key_of(keeper, ago=-3600)):
        with pytest.raises(NotAllowed):
            actions.open_staff_session(keeper, by=cast.neighbour, reason="Foto", place=place, proof=proof)


def test_a_key_added_afterwards_opens_nothing(cast: Cast, keeper: Account, place: Place) -> None:
    """Whoever reads the mail of an administrator can add a key, but it is worth nothing."""
    Authenticator.objects.create(user=keeper, type=Authenticator.Type.TOTP, data={})
    with pytest.raises(NotAllowed):
        actions.open_staff_session(keeper, by=cast.neighbour, reason="Foto", place=place, proof=key_of(keeper))
    actions.make_staff(keeper, by=STAFF, given_by="bestuur, met de nieuwe telefoon")
    actions.open_staff_session(keeper, by=cast.neighbour, reason="Foto", place=place, proof=key_of(keeper))


def test_the_key_of_somebody_else_opens_nothing(cast: Cast, keeper: Account, place: Place) -> None:
    resident = cast.accounts["resident"]
    Authenticator.objects.create(user=resident, type=Authenticator.Type.WEBAUTHN, data={})
    with pytest.raises(NotAllowed):
        actions.open_staff_session(keeper, by=cast.neighbour, reason="Foto", place=place, proof=key_of(resident))


def test_nobody_becomes_an_administrator_without_a_key_or_from_a_page(
    cast: Cast, session: StaffSession, place: Place
) -> None:
    resident, inside = cast.accounts["resident"], actor_of(session.account, login="deze")
    with pytest.raises(BadInput):
        actions.make_staff(resident, by=STAFF, given_by="bestuur")
    Authenticator.objects.create(user=resident, type=Authenticator.Type.WEBAUTHN, data={})
    with pytest.raises(NotAllowed):
        actions.make_staff(resident, by=inside, given_by="mijzelf")


def test_a_staff_session_holds_in_its_own_login_and_place(
    cast: Cast, session: StaffSession, place: Place, elsewhere: Place
) -> None:
    inside, other = actor_of(session.account, login="deze"), actor_of(session.account, login="andere")
    assert rules.may_give(inside, place)
    assert not rules.may_give(inside, elsewhere)
    assert not other.staff and not actor_of(session.account).staff


def test_a_staff_session_ends_by_itself_and_by_hand(cast: Cast, session: StaffSession) -> None:
    with patch("django.utils.timezone.now", return_value=session.ends + timedelta(seconds=1)):
        assert not actor_of(session.account, login="deze").staff
    assert actor_of(session.account, login="deze").staff
    actions.close_staff_session(session, by=cast.neighbour)
    assert not actor_of(session.account, login="deze").staff


def test_a_staff_session_ends_with_its_key_or_its_list(cast: Cast, session: StaffSession) -> None:
    keys = Authenticator.objects.filter(user=session.account)
    kept = list(keys)
    keys.delete()
    assert not actor_of(session.account, login="deze").staff
    Authenticator.objects.bulk_create(kept)
    assert actor_of(session.account, login="deze").staff
    with acting():
        StaffAccount.objects.all().delete()
    assert not actor_of(session.account, login="deze").staff


def test_a_place_chooses_how_sure_it_wants_to_be(cast: Cast, place: Place) -> None:
    for level in (1, 3):
        actions.set_identity(place, by=cast.organiser, verb="ballots.ballot.cast", level=level)
    assert queries.required_level(place.pk, "ballots.ballot.cast") == 3
    assert queries.required_level(place.pk, "iets.anders.doen") == 0


def test_a_visitor_may_nothing(place: Place) -> None:
    assert not any(Actor().holds(role, place.pk) for role in Role)


def test_acting_for_a_party_counts_only_for_who_speaks_for_it(cast: Cast) -> None:
    party = cast.parties["initiative"].pk
    assert actor_of(cast.accounts["initiative"], party=party).party == party
    assert actor_of(cast.accounts["resident"], party=party).party is None


def test_who_loses_a_role_hears_why(cast: Cast) -> None:
    person = cast.accounts["finance"].person_id or 0
    actions.end_mandate(queries.mandates_of(person).get(), by=cast.organiser, reason="Andere baan.")
    assert next(m.text for m in messages_of(person)).endswith("Andere baan.")
