"""Accounts, postings and transactions. An amount is an integer number of cents, never a float."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Account:
    """A place where money is: a pot, a municipality, an organisation, a plan."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """What one account gains (positive) or gives (negative)."""

    account: str
    cents: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Transaction:
    """One event with all its postings; together they are zero."""

    id: str
    day: date
    postings: tuple[Posting, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a transaction may not be booked: `unbalanced`, `too_few_postings`, `zero_posting`,
    `not_whole_cents`, `unknown_account` or `double_id`."""

    code: str
    transaction: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a statement, with the balance after it."""

    day: date
    transaction: str
    text: str
    cents: int
    balance: int


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything that came in and went out of one account, in the order of the books."""

    account: str
    opening: int
    lines: tuple[Line, ...]

    @property
    def closing(self) -> int:
        """What is left."""
        return self.lines[-1].balance if self.lines else self.opening
