"""Whether books may be trusted: everything that is wrong, by code."""

from collections import Counter
from collections.abc import Collection, Iterable

from samenspel_methods.ledger.model import Posting, Problem, Transaction


def check(transaction: Transaction, accounts: Collection[str] | None = None) -> tuple[Problem, ...]:
    """What is wrong with one transaction; an empty answer means it balances and may be booked."""
    found = [p for posting in transaction.postings for p in _posting(transaction, posting, accounts)]
    if len(transaction.postings) < 2:
        found.append(Problem("too_few_postings", transaction.id, {"count": len(transaction.postings)}))
    whole = all(_is_cents(posting.cents) for posting in transaction.postings)
    if whole and (difference := sum(posting.cents for posting in transaction.postings)):
        found.append(Problem("unbalanced", transaction.id, {"difference": difference}))
    return tuple(found)


def check_books(transactions: Iterable[Transaction], accounts: Collection[str] | None = None) -> tuple[Problem, ...]:
    """What is wrong with a whole set of books, ids used twice included."""
    books = tuple(transactions)
    used = Counter(transaction.id for transaction in books)
    double = [Problem("double_id", number, {"times": times}) for number, times in used.items() if times > 1]
    return tuple(double) + tuple(p for transaction in books for p in check(transaction, accounts))


def _posting(transaction: Transaction, posting: Posting, accounts: Collection[str] | None) -> Iterable[Problem]:
    if not _is_cents(posting.cents):
        yield Problem("not_whole_cents", transaction.id, {"account": posting.account})
    elif posting.cents == 0:
        yield Problem("zero_posting", transaction.id, {"account": posting.account})
    if accounts is not None and posting.account not in accounts:
        yield Problem("unknown_account", transaction.id, {"account": posting.account})


def _is_cents(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
