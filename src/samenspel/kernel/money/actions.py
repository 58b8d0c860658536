"""Opening accounts and moving money. `post` is a plain function for the actions of rooms."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.action.rules import role
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.money.models import MoneyAccount, Posting, Transaction
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place
from samenspel.ui.numbers import euro
from samenspel_methods import ledger

may_keep_books = role(Role.FINANCE, Role.ORGANISER)


@action("money.account.open", rule=may_keep_books, creates=True, label=_("Rekening openen"))
def open_account(place: Place, *, by: Actor, name: str, kind: str, party: Party | None = None) -> MoneyAccount:
    """The neighbourhood gets a named place where money can stand."""
    return MoneyAccount(place=place, name=name, kind=kind, party=party)


def account_of(place: Place, party: Party) -> MoneyAccount:
    """The account of a party, whatever it is called; opened when it was not there yet, inside an action only."""
    kind = {"kind": AccountKind.PARTY, "name": party.name}
    return MoneyAccount.objects.get_or_create(place=place, party=party, defaults=kind)[0]


def pot_of(node: Node, name: str) -> MoneyAccount:
    """The pot of one thing; opened when it was not there yet, inside an action only."""
    facts = {"place": node.place, "kind": AccountKind.POT, "name": name[:120]}
    return MoneyAccount.objects.get_or_create(node=node, defaults=facts)[0]


def named_account(place: Place, name: str, kind: AccountKind) -> MoneyAccount:
    """The account of somebody who is no party here, by name; it is never that of a party or a pot of a thing."""
    return MoneyAccount.objects.get_or_create(place=place, name=name[:120], kind=kind, party=None, node=None)[0]


def must_hold(pot: MoneyAccount, cents: int) -> None:
    """Refuse to take more from a pot than is in it; the pot stays locked until the act is over."""
    MoneyAccount.objects.select_for_update(of=("self",)).get(pk=pot.pk)
    left = Posting.objects.filter(account=pot).aggregate(total=Sum("cents"))["total"] or 0
    if left < cents:
        words = _("In deze pot zit nog %(left)s. Dat is te weinig. Er is niets geboekt. Kies een lager bedrag.")
        raise BadInput(str(words) % {"left": euro(left)})


def post(
    place: Place, sides: Mapping[MoneyAccount, int], *, on: date, description: str, node: Node | None = None
) -> Transaction:
    """Move money: cents per account, adding up to zero; inside an action only."""
    postings = tuple(ledger.Posting(str(a.pk), cents) for a, cents in sides.items())
    entry = ledger.Transaction(id="new", day=on, postings=postings, text=description)
    if ledger.check(entry):
        raise BadInput(_("De bedragen zijn samen niet nul. Er is niets geboekt."))
    transaction = keep(Transaction(place=place, node=node, description=description[:300], on=on))
    for account, cents in sides.items():
        keep(Posting(transaction=transaction, account=account, cents=cents))
    return transaction
