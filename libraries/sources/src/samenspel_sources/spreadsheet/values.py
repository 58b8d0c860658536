"""Cells as numbers and amounts, in every way people write them."""

import re
from decimal import Decimal

from samenspel_sources import SourceError, Status

MISSING = {"": Status.MISSING, ".": Status.MISSING, "null": Status.MISSING, "nan": Status.MISSING}
MISSING |= {"-": Status.MISSING, "n/a": Status.MISSING, "#n/a": Status.MISSING, "na": Status.MISSING}
# Marks of CBS. -99999 has no published meaning of its own: a value that is not there.
MISSING |= {"-99995": Status.NOT_YET, "-99997": Status.SECRET, "-99999": Status.MISSING}
MISSING |= {"x": Status.SECRET, "nvt": Status.NOT_APPLICABLE, "n.v.t.": Status.NOT_APPLICABLE}

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,2})?")
_AMOUNT = re.compile(r"\d+|\d{1,3}(?P<group>[.,' ])\d{3}(?:(?P=group)\d{3})*")
_TOO_MUCH = 10**15


def figure(text: str, decimal: str = ".") -> tuple[Decimal | None, Status]:
    """A cell of a statistical table: its number, or why there is none."""
    cell = text.strip()
    mark = MISSING.get(re.sub(r"[.,]0+$", "", cell.casefold()) if cell.startswith("-99") else cell.casefold())
    return (None, mark) if mark else (number(cell, decimal), Status.VALUE)


def number(text: str, decimal: str = ".") -> Decimal:
    """A number with a known decimal mark; the other mark may set thousands apart."""
    other = "," if decimal == "." else "."
    plain = re.sub(r"\s", "", text)
    if other in plain:
        whole = plain.partition(decimal)[0].lstrip("+-")
        if re.fullmatch(rf"\d{{1,3}}({re.escape(other)}\d{{3}})+", whole):
            plain = plain.replace(other, "")
    plain = plain.replace(decimal, ".") if decimal != "." else plain
    if not _PLAIN.fullmatch(plain):
        raise SourceError("spreadsheet", "not_a_number", value=text)
    return Decimal(plain)


def money(text: str, *, allow_negative: bool = False) -> int:
    """An amount in cents: `1.250,50`, `1250.50`, `€ 1.250`, `1.250,-`. Three digits after a mark are thousands."""
    cell = re.sub(r"(?i)euro|eur|€", "", text).strip().replace("\u00a0", " ")
    negative = cell.startswith(("-", "\u2212")) or (cell.endswith("-") and not cell.endswith((",-", ".-")))
    plain = re.sub(r"[,.](-|\u2013|\u2014)+$", "", cell).strip("-\u2212+ ")
    cut = re.fullmatch(r"(.*?)[.,](\d{1,2})", plain)
    whole, rest = (cut[1], cut[2]) if cut else (plain, "")
    if not _AMOUNT.fullmatch(whole):
        raise SourceError("spreadsheet", "not_an_amount", value=text)
    cents = int(re.sub(r"\D", "", whole)) * 100 + int(rest.ljust(2, "0") or 0)
    if cents >= _TOO_MUCH:
        raise SourceError("spreadsheet", "amount_too_large", value=text)
    if negative and not allow_negative and cents:
        raise SourceError("spreadsheet", "negative_amount", value=text)
    return -cents if negative else cents


def decimal_mark(cells: list[str]) -> str:
    """The decimal mark of a file: the comma when more numbers can only be read with a comma."""
    comma = sum(bool(re.fullmatch(r"-?\d+,(\d{1,2}|\d{4,})|-?\d{1,3}(\.\d{3})+,\d+", cell)) for cell in cells)
    point = sum(bool(re.fullmatch(r"-?\d+\.(\d{1,2}|\d{4,})|-?\d{1,3}(,\d{3})+\.\d+", cell)) for cell in cells)
    return "," if comma > point else "."
