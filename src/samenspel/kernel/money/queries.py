"""Where the money stands."""

from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from samenspel.kernel.lineage.models import Node
from samenspel.kernel.money.models import MoneyAccount, Posting, Transaction


@dataclass(frozen=True, slots=True)
class Balance:
    """An account and what is in it, in cents."""

    account: MoneyAccount
    cents: int


def balances(place: int) -> list[Balance]:
    """What every account of a place holds; together they are zero."""
    accounts = MoneyAccount.objects.filter(place=place).select_related("party").annotate(total=Sum("postings__cents"))
    return [Balance(a, a.total or 0) for a in accounts.order_by("kind", "name")]


def transactions_for(node: Node) -> QuerySet[Transaction]:
    """Every movement of money for one thing, oldest first."""
    return Transaction.objects.filter(node=node).prefetch_related("postings__account__party").order_by("on", "pk")


def recent_transactions(place: int, most: int = 50) -> list[Transaction]:
    """The last movements of money at a place."""
    found = Transaction.objects.filter(place=place).select_related("node__place", "node__cycle")
    return list(found.prefetch_related("postings__account__party").order_by("-on", "-pk")[:most])


def total_is_zero() -> bool:
    """Whether all postings together are zero, as they must be."""
    return not Posting.objects.aggregate(total=Sum("cents"))["total"]
