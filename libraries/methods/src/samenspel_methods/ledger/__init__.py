"""Books that balance: every euro leaves one account and arrives in another, in whole cents."""

from samenspel_methods.ledger.books import balances, statement
from samenspel_methods.ledger.check import check, check_books
from samenspel_methods.ledger.errors import LedgerError
from samenspel_methods.ledger.explain import sentence
from samenspel_methods.ledger.model import Account, Posting, Problem, Transaction

__all__ = [
    "Account",
    "LedgerError",
    "Posting",
    "Problem",
    "Transaction",
    "balances",
    "check",
    "check_books",
    "sentence",
    "statement",
]
