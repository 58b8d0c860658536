"""Money of the neighbourhood: balances, and nothing that does not add up."""

from datetime import date

import pytest

from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.money.actions import account_for, post
from samenspel.kernel.money.models import Transaction
from samenspel.kernel.money.queries import balances, total_is_zero
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.places.models import Place

DAY = date(2026, 5, 1)


def test_money_that_moves_adds_up_to_zero(place: Place) -> None:
    with acting():
        pot, group = (
            account_for(place, "Pot", AccountKind.POT),
            account_for(place, "Groep", AccountKind.PARTY),
        )
        post(place, {pot: -1500000, group: 1500000}, on=DAY, description="Bogortuin")
    assert {b.account.name: b.cents for b in balances(place.pk)} == {"Pot": -1500000, "Groep": 1500000}
    assert total_is_zero()


@pytest.mark.parametrize("cents", [1499999, 0])
def test_what_does_not_balance_is_refused(place: Place, cents: int) -> None:
    with acting():
        pot, group = (account_for(place, name, AccountKind.POT) for name in ("Pot", "Groep"))
        with pytest.raises(BadInput, match="niet nul"):
            post(place, {pot: -1500000, group: cents}, on=DAY, description="x")
    assert not Transaction.objects.exists()


def test_an_account_is_opened_once(place: Place) -> None:
    with acting():
        assert account_for(place, "Pot", AccountKind.POT) == account_for(place, "Pot", AccountKind.POT)
