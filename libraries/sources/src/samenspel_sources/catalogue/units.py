"""Units as sources write them: what they measure, and how many of our own unit one of them is."""

import re
import tomllib
import unicodedata
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Unit(NamedTuple):
    """`measure`: count, money, share ...; `worth`: what one is worth in the plainest unit of that measure."""

    measure: str
    worth: Fraction


def unit_of(text: str) -> Unit | None:
    """What a written unit is; None when we do not know it. A text of its own is a measure of its own."""
    return _units().get(_plain(text))


def factor(source: str, target: str) -> Fraction | None:
    """How many `target` one `source` is ("x 1 000 euro" -> "euro": 1000); None when they measure different things.

    A target that we do not know is a thing that is counted (benches): only a number of something fits it.
    """
    if _plain(source) == _plain(target):
        return Fraction(1)
    one, other = unit_of(source), unit_of(target) or Unit("count", Fraction(1))
    if one is None or one.measure != other.measure:
        return None
    return one.worth / other.worth


def _plain(text: str) -> str:
    """`X 1.000 euro ` and `x 1 000 euro` are the same unit; `km²` is `km2`."""
    return re.sub(r"[\s.]", "", unicodedata.normalize("NFKC", text).casefold())


@cache
def _units() -> dict[str, Unit]:
    source = files("samenspel_sources.catalogue") / "data" / "units.toml"
    return {
        _plain(text): Unit(measure, Fraction(worth))
        for measure, table in tomllib.loads(source.read_text(encoding="utf-8")).items()
        for worth, texts in _worths(table)
        for text in texts
    }


def _worths(table: dict[str, object], before: str = "") -> list[tuple[str, list[str]]]:
    """A key like 0.001 is a table in a table for toml."""
    found: list[tuple[str, list[str]]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _worths(value, f"{before}{key}.")
        elif isinstance(value, list):
            found.append((before + key, value))
    return found
