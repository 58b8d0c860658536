"""What a cell looks like, before anybody knows what its column is for."""

from collections.abc import Sequence
from functools import lru_cache

from samenspel_sources.grid import MISSING, cell, is_cell
from samenspel_sources.recognise.codes import is_amsterdam, is_cbs
from samenspel_sources.recognise.periods import is_period

Cells = tuple[str, ...]
Numbered = tuple[int, Cells]


def is_code(text: str) -> bool:
    """A code that is surely one of an area."""
    return is_cbs(text) or is_amsterdam(text, sure=True)


@lru_cache(maxsize=1 << 14)
def sign(text: str) -> str:
    """What a cell looks like: (e)mpty, (c)ode, (y)ear, (n)umber, (m)issing mark, (t)ext."""
    plain = text.strip()
    if not plain:
        return "e"
    if is_cbs(plain):
        return "c"
    if is_period(plain):
        return "y"
    if is_cell(plain, ".") or is_cell(plain, ","):
        mark = "." if is_cell(plain, ".") else ","
        return "m" if cell(plain, mark) in (MISSING, "n", "s", "x") else "n"
    return "c" if is_amsterdam(plain, sure=True) else "t"


def is_rule(cells: Sequence[str]) -> bool:
    """A row of dashes, as databases print below a header."""
    filled = [text.strip() for text in cells if text.strip()]
    return bool(filled) and all(len(text) > 1 and set(text) <= set("-=") for text in filled)


def filled(cells: Sequence[str]) -> int:
    """How many cells have something in them."""
    return sum(1 for text in cells if text.strip())
