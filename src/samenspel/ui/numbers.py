"""Numbers as people read them, in the language of the page."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from django.utils.formats import number_format
from django.utils.translation import get_language, get_language_bidi, pgettext

NBSP = "\u00a0"
MINUS = "\u2212"
APART, UNTIL_HERE = "\u2066", "\u2069"  # an amount reads from left to right, whatever stands around it


def no_figure() -> str:
    """What stands where a number is missing: never a zero."""
    return pgettext("missing number", "geen cijfer")


def _grouped(value: Decimal, places: int | None) -> str:
    return _written(value, places, get_language() or "")


@lru_cache(maxsize=4096)  # a page with figures writes hundreds, and the same ones again and again
def _written(value: Decimal, places: int | None, language: str) -> str:
    text = number_format(abs(value), decimal_pos=places, use_l10n=True, force_grouping=True)
    return f"{MINUS}{text}" if value < 0 else text


def _decimal(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    return Decimal(str(value))


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def euro(cents: int | None) -> str:
    """Cents as euros: "€ 1.250" when whole, "€ 1.250,50" when not."""
    if cents is None:
        return no_figure()
    whole, rest = divmod(abs(cents), 100)
    amount = _grouped(Decimal(whole), 0) if not rest else _grouped(Decimal(abs(cents)) / 100, 2)
    space = "" if (get_language() or "").startswith("en") else NBSP
    shown = f"{MINUS if cents < 0 else ''}€{space}{amount}"
    return f"{APART}{shown}{UNTIL_HERE}" if get_language_bidi() else shown


def number(value: object, places: int | None = None) -> str:
    """A number with separators; floats keep at most two decimals unless told."""
    if value is None or value == "":
        return no_figure()
    exact = _decimal(value)
    if not exact.is_finite():
        return no_figure()
    if places is None:
        exact = _rounded(exact, 2).normalize()
        exponent = exact.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
    return _grouped(_rounded(exact, places), places)


def percent(value: object, places: int | None = None) -> str:
    """A share (0.284) as "28,4%"; with `places` the value is a percentage already."""
    if value is None or value == "":
        return no_figure()
    exact = _decimal(value)
    if not exact.is_finite():
        return no_figure()
    if places is None:
        return f"{number(_rounded(exact * 100, 1))}%"
    return f"{number(exact, places)}%"


def decimals(values: Iterable[float | None]) -> int:
    """How many decimals a row of numbers needs to be written alike, two at most."""
    needed = 0
    for value in values:
        if value is not None and (exact := _decimal(value)).is_finite():
            exponent = _rounded(exact, 2).normalize().as_tuple().exponent
            needed = max(needed, -exponent if isinstance(exponent, int) else 0)
    return needed
