"""Which columns are watched, and what is known about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samenspel_sources.catalogue import Catalogue, Indicator, Matching, factor
from samenspel_sources.grid import Cell, Column
from samenspel_sources.plausible.model import Finding
from samenspel_sources.plausible.tally import Values

_MARKS = ("", "n", "s", "x")
_NO_COUNT = re.compile(r"gemiddeld|percentage|relatief|binnen \d|per ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Watched:
    """One column that is watched. `adds`: areas may be added up."""

    column: int
    factor: float
    name: str
    name_en: str
    adds: bool
    indicator: Indicator | None = None

    def finding(self, code: str, severity: str, **params: object) -> Finding:
        """A finding about this column."""
        key = self.indicator.id if self.indicator else ""
        return Finding(code, severity, key, self.column, self.name, self.name_en, params)


def watched(columns: Sequence[Column], matching: Matching, catalogue: Catalogue) -> tuple[Watched, ...]:
    """Matched columns, and columns without a match that clearly are numbers of something."""
    found = []
    for at, column in enumerate(columns):
        if known := matching.found.get(at):
            one = catalogue[known.indicator]
            found.append(Watched(at, float(known.factor), one.name, one.name_en, one.combine == "sum", one))
        elif _counts(column):
            name = column.title or column.key
            found.append(Watched(at, 1.0, name, name, True))
    return tuple(found)


def values(cells: Sequence[Cell], columns: Sequence[Watched]) -> Values:
    """The numbers of a row, in our unit; None where there is none."""
    return [
        None if (cell := cells[one.column] if one.column < len(cells) else "") in _MARKS else float(cell) * one.factor
        for one in columns
    ]


def _counts(column: Column) -> bool:
    whole = column.decimals == 0 and factor(column.unit, "aantal") == 1 and column.unit.strip() == "aantal"
    return whole and not _NO_COUNT.search(column.title)
