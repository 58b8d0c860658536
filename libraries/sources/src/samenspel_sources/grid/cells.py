"""One cell as text: an exact decimal number with a point, or a mark that says why there is no number.

Numbers are written in one way (no thousands marks, no leading or trailing zeros, never `-0`), so the same figure
from two sources is the same text. Never a float, never -99997.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from samenspel_sources import SourceError, Status

Cell = str
MISSING, NOT_YET, SECRET, NOT_APPLICABLE = "", "n", "s", "x"

_STATUS = {
    MISSING: Status.MISSING,
    NOT_YET: Status.NOT_YET,
    SECRET: Status.SECRET,
    NOT_APPLICABLE: Status.NOT_APPLICABLE,
}
# How publishers write that there is no number. A single "x" is of CBS, and so are -99995 (not yet) and -99997
# (secret); -99999 has no published meaning of its own. A dash is nil for one publisher and unknown for another: then
# it is unknown.
_WRITTEN = dict.fromkeys(
    ("", ".", "..", "...", "-", "--", "\u2013", "\u2014", "null", "none", "nan", "na", "<na>", "n/a", "#n/a", "n.a."),
    MISSING,
)
_WRITTEN |= dict.fromkeys(("onbekend", "unknown", "n.b.", "nb", "niet bekend", "geen gegevens", "?"), MISSING)
_WRITTEN |= {"x": SECRET, "geheim": SECRET}
_WRITTEN |= dict.fromkeys(("nvt", "n.v.t.", "nvt.", "n.v.t", "niet van toepassing"), NOT_APPLICABLE)
_PROVISIONAL = re.compile(r"(?<=[\d.,])\*{1,2}$")
# Older maps of CBS write the same codes with eight digits: -99999997.
_CODED = re.compile(r"-9999(?:999)?([579])(?:[.,]0*)?|-9999999\d(?:[.,]0*)?")
_CODES = {"5": NOT_YET, "7": SECRET}
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?")
_KEPT, _LONGEST = 1 << 16, 60


@lru_cache(maxsize=_KEPT)
def cell(text: str, decimal: str = ".") -> Cell:
    """What a source wrote, as a cell. `decimal`: the mark of this source; the other mark may set thousands apart.

    Raises SourceError `not_a_number` for anything else. Remembers what it read before: figures repeat a lot.
    """
    plain = text.strip().strip('"').strip()
    if len(plain) > _LONGEST:
        raise SourceError("grid", "not_a_number", value=plain[:60])
    if plain.isdecimal() and plain.isascii():
        return plain.lstrip("0") or "0"
    lower = plain.casefold()
    if (mark := _WRITTEN.get(lower)) is not None:
        return mark
    if coded := _CODED.fullmatch(plain):
        return _CODES.get(coded[1], MISSING)
    number = _without_marks(_PROVISIONAL.sub("", plain), decimal)
    if not _NUMBER.fullmatch(number):
        raise SourceError("grid", "not_a_number", value=text.strip()[:60])
    return _shortest(number)


def is_cell(text: str, decimal: str = ".") -> bool:
    """Whether `cell` would understand it."""
    try:
        cell(text, decimal)
    except SourceError:
        return False
    return True


def read_cell(text: Cell) -> tuple[Decimal | None, Status]:
    """The number of a cell, or why there is none."""
    if (status := _STATUS.get(text)) is not None:
        return None, status
    try:
        return Decimal(text), Status.VALUE
    except InvalidOperation:
        raise SourceError("grid", "not_a_number", value=text[:60]) from None


def _without_marks(plain: str, decimal: str) -> str:
    """Without spaces, percent and thousands marks, with a point as decimal mark."""
    plain = re.sub(r"[\s'\u2019]", "", plain.replace("\u2212", "-")).removesuffix("%").removeprefix("\u20ac")
    other = "," if decimal == "." else "."
    if other in plain:
        whole = plain.partition(decimal)[0].lstrip("+-")
        if not re.fullmatch(rf"\d{{1,3}}({re.escape(other)}\d{{3}})+", whole):
            return other
        plain = plain.replace(other, "")
    return plain if decimal == "." else plain.replace(decimal, ".")


def _shortest(number: str) -> Cell:
    if "e" in number or "E" in number:
        number = format(Decimal(number), "f")
    sign = "-" if number.startswith("-") else ""
    whole, _, rest = number.lstrip("+-").partition(".")
    rest = rest.rstrip("0")
    shown = (whole.lstrip("0") or "0") + ("." + rest if rest else "")
    return shown if shown == "0" else sign + shown
