"""Money of the neighbourhood: balances, and nothing that does not add up."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.money.actions import account_of, must_hold, named_account, open_account, post, pot_of
from samenspel.kernel.money.models import Transaction
from samenspel.kernel.money.queries import balances, total_is_zero
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast

DAY = date(2026, 5, 1)


def test_money_that_moves_adds_up_to_zero(place: Place) -> None:
    with acting():
        pot, group = (
            named_account(place, "Pot", AccountKind.POT),
            named_account(place, "Groep", AccountKind.PARTY),
        )
        post(place, {pot: -1500000, group: 1500000}, on=DAY, description="Bogortuin")
    assert {b.account.name: b.cents for b in balances(place.pk)} == {"Pot": -1500000, "Groep": 1500000}
    assert total_is_zero()


@pytest.mark.parametrize("cents", [1499999, 0])
def test_what_does_not_balance_is_refused(place: Place, cents: int) -> None:
    with acting():
        pot, group = (named_account(place, name, AccountKind.POT) for name in ("Pot", "Groep"))
        with pytest.raises(BadInput, match="niet nul"):
            post(place, {pot: -1500000, group: cents}, on=DAY, description="x")
    assert not Transaction.objects.exists()


def test_an_account_is_opened_once(place: Place) -> None:
    with acting():
        assert named_account(place, "Pot", AccountKind.POT) == named_account(place, "Pot", AccountKind.POT)


def test_a_party_keeps_its_account_under_another_name(place: Place, cast: Cast) -> None:
    party = cast.parties["initiative"]
    with acting():
        before = account_of(place, party)
    renamed = people.describe_party(party, by=actor_of(cast.accounts["initiative"]), name="De Kas")
    other = people.found_party(place, by=cast.neighbour, name="Partij Carla")
    with acting():
        assert account_of(place, renamed) == before
        assert account_of(place, other) != before != named_account(place, "Partij Carla", AccountKind.PARTY)
    assert {b.account.shown for b in balances(place.pk)} == {"De Kas", "Partij Carla"}


def test_two_places_share_no_account(place: Place, elsewhere: Place, cast: Cast) -> None:
    here, there = (people.found_party(p, by=cast.resident, name="De Tuin") for p in (place, elsewhere))
    with acting():
        assert account_of(place, here) != account_of(elsewhere, there)


def test_one_owner_has_one_account(place: Place, cast: Cast) -> None:
    party = cast.parties["initiative"]
    open_account(place, by=cast.finance, name="Eerst", kind=AccountKind.PARTY, party=party)
    with pytest.raises(ValidationError):
        open_account(place, by=cast.finance, name="Nog een", kind=AccountKind.PARTY, party=party)
    with pytest.raises(ValidationError):
        open_account(place, by=cast.finance, name="Pot van Carla", kind=AccountKind.POT, party=cast.parties["provider"])


def test_a_pot_of_a_thing_is_not_reached_by_its_name(cycle: Cycle) -> None:
    with acting():
        pot = pot_of(new_node("call", "Budget", cycle=cycle), "Budget")
        assert named_account(cycle.place, "Budget", AccountKind.POT) != pot
        with pytest.raises(BadInput, match="te weinig"):
            must_hold(pot, 1)


def test_a_pot_may_be_emptied_to_the_last_cent(place: Place) -> None:
    with acting():
        pot, bank = (named_account(place, name, AccountKind.POT) for name in ("Pot", "Bank"))
        post(place, {bank: -500, pot: 500}, on=DAY, description="erin")
        must_hold(pot, 500)
        with pytest.raises(BadInput, match="te weinig"):
            must_hold(pot, 501)


def test_people_hear_how_much_is_left_in_a_pot(place: Place) -> None:
    with acting():
        empty, bank, pot = (named_account(place, name, AccountKind.POT) for name in ("Leeg", "Bank", "Pot"))
        post(place, {bank: -1250, pot: 1250}, on=DAY, description="erin")
        must_hold(empty, 0)
        for account, left in ((empty, "0"), (pot, "12,50")):
            with pytest.raises(BadInput, match=rf"zit nog €.{left}\."):
                must_hold(account, 5000)


@pytest.mark.parametrize("name", ["finance", "organiser"])
def test_finance_and_organisers_keep_the_books(place: Place, cast: Cast, name: str) -> None:
    opened = open_account(place, by=cast.actors[name], name="Fonds", kind=AccountKind.POT)
    assert (opened.place, opened.name, opened.kind, opened.party) == (place, "Fonds", AccountKind.POT, None)
    with pytest.raises(NotAllowed):
        open_account(place, by=cast.resident, name="Fonds", kind=AccountKind.POT)


def test_every_cent_says_what_it_was_for(cycle: Cycle) -> None:
    with acting():
        node = new_node("call", "Budget", cycle=cycle)
        pot, bank = pot_of(node, "Budget"), named_account(cycle.place, "Bank", AccountKind.POT)
        moved = post(cycle.place, {bank: -500, pot: 500}, on=DAY, description="Voor de tuin", node=node)
    kept = Transaction.objects.get()
    assert (kept, kept.place, kept.node, kept.on) == (moved, cycle.place, node, DAY)
    assert kept.description == "Voor de tuin"
