"""Amounts in whole cents, as towns write them. What can be read in two ways is not read."""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.pabulib.report import Report

PLAIN = re.compile(r"([0-9]{1,13})(?:[.,]([0-9]{1,2})0*)?")
# `1.000` is a thousand to some and one to others.
TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+(?:,[0-9]{1,2})?|(?:,[0-9]{3})+(?:\.[0-9]{1,2})?)")
NUMBER = re.compile(r"[0-9]{1,13}(?:[.,][0-9]{1,12})?(?:[eE][+]?[0-9]{1,2})?")
AROUND = re.compile(r"\s|'|’|€|\$|£|EUR|PLN|CHF|HUF|USD|zł|Ft", re.IGNORECASE)
MOST = 10**15


def cents(text: str) -> int | None:
    """Cents in `100000`, `100000.0` or `12,50`; None for anything else, below zero included."""
    text = text.strip()
    if not (match := PLAIN.fullmatch(text)) or TWO_WAYS.fullmatch(text):
        return None
    found = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    return found if found < MOST else None


def amount(text: str, line: int, report: Report, *, cost: str = "") -> int:
    """Cents in an amount; `cost` is the project it is of, nothing for the budget.

    Repaired when it can be read in one way only: marks of money, groups of thousands, `1E+06`. Parts of a cent
    are rounded so that less can be spent: a cost up, a budget down. Raises AllocationError otherwise.
    """
    if (found := cents(text)) is not None:
        return found
    found = _odd(text, up=bool(cost))
    if found is None or found >= MOST:
        raise _refusal(text.strip(), line, cost)
    params = {"project": cost} if cost else {"key": "budget"}
    report.problem("odd_cost" if cost else "odd_budget", line, value=text.strip(), read=plain(found), **params)
    return found


def plain(cents: int) -> str:
    """An amount as a `.pb` file has it: `1250` or `1250.50`."""
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def whole(text: str) -> int | None:
    """A whole number in digits, `3` or `3.0`; None for anything else."""
    match = re.fullmatch(r"([0-9]{1,12})(?:\.0+)?", text.strip())
    return int(match[1]) if match else None


def _odd(text: str, up: bool) -> int | None:
    bare = AROUND.sub("", text)
    if TWO_WAYS.fullmatch(bare):
        return None
    if GROUPS.fullmatch(bare):
        bare = re.sub(r"[.,](?=[0-9]{3})", "", bare)
    if not NUMBER.fullmatch(bare):
        return None
    exact = Decimal(bare.replace(",", ".")) * 100
    return int(exact.to_integral_value(ROUND_CEILING if up else ROUND_FLOOR))


def _refusal(text: str, line: int, cost: str) -> AllocationError:
    if not cost:
        return AllocationError("bad_number", line, key="budget", value=text)
    if not text:
        return AllocationError("missing_cost", line, project=cost)
    code = "negative_cost" if re.fullmatch(r"[-−][0-9].*", text) else "bad_cost"
    return AllocationError(code, line, project=cost, value=text)
