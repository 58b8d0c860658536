"""Reading the books: what every account holds, and how it came there."""

from collections.abc import Iterable

from samenspel_methods.ledger.check import check
from samenspel_methods.ledger.errors import LedgerError
from samenspel_methods.ledger.model import Line, Statement, Transaction


def balances(transactions: Iterable[Transaction]) -> dict[str, int]:
    """What each account holds, in cents; sums to zero. Books with an error are refused, not repaired."""
    held: dict[str, int] = {}
    for transaction in transactions:
        _refuse_errors(transaction)
        for posting in transaction.postings:
            held[posting.account] = held.get(posting.account, 0) + posting.cents
    return held


def statement(account: str, transactions: Iterable[Transaction], opening: int = 0) -> Statement:
    """All lines of one account with the balance after each; postings keep their order."""
    lines: list[Line] = []
    balance = opening
    for transaction in transactions:
        _refuse_errors(transaction)
        for posting in transaction.postings:
            if posting.account == account:
                balance += posting.cents
                text = posting.note or transaction.text
                lines.append(Line(transaction.day, transaction.id, text, posting.cents, balance))
    return Statement(account, opening, tuple(lines))


def _refuse_errors(transaction: Transaction) -> None:
    if problems := check(transaction):
        raise LedgerError(problems)
