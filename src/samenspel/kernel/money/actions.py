"""Opening accounts and moving money. `post` is a plain function for the actions of rooms."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.action.rules import role
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.money.models import MoneyAccount, Posting, Transaction
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place
from samenspel_methods import ledger

may_keep_books = role(Role.FINANCE, Role.ORGANISER)


@action("money.account.open", rule=may_keep_books, creates=True, label=_("Rekening openen"))
def open_account(place: Place, *, by: Actor, name: str, kind: str, party: Party | None = None) -> MoneyAccount:
    """The neighbourhood gets a named place where money can stand."""
    return MoneyAccount(place=place, name=name, kind=kind, party=party)


def account_for(place: Place, name: str, kind: AccountKind, party: Party | None = None) -> MoneyAccount:
    """The account with this name, opened when it was not there yet; inside an action only."""
    found = MoneyAccount.objects.filter(place=place, name=name).first()
    return found or keep(MoneyAccount(place=place, name=name, kind=kind, party=party))


def post(
    place: Place, sides: Mapping[MoneyAccount, int], *, on: date, description: str, node: Node | None = None
) -> Transaction:
    """Move money: cents per account, adding up to zero; inside an action only."""
    postings = tuple(ledger.Posting(a.name, cents) for a, cents in sides.items())
    entry = ledger.Transaction(id="new", day=on, postings=postings, text=description)
    if ledger.check(entry):
        raise BadInput(_("De bedragen zijn samen niet nul. Er is niets geboekt."))
    transaction = keep(Transaction(place=place, node=node, description=description[:300], on=on))
    for account, cents in sides.items():
        keep(Posting(transaction=transaction, account=account, cents=cents))
    return transaction
