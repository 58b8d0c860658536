"""Neighbourhoods that look like this one, to learn from: found among all areas of the same kind in the country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from samenspel.stages.profile.models import FigureRow, FigureTable, Indicator
from samenspel.stages.profile.queries.areas import Named
from samenspel.stages.profile.queries.shelf import Held, Table, indicators_at, tables_at
from samenspel.stages.profile.states import TableState
from samenspel_methods.statistics.similar import Neighbourhoods, Similar

# What makes neighbourhoods alike: who lives there, in what homes, in how dense a town. Nothing that is to be improved.
ALIKE_BY = (
    "age_0_14", "age_15_24", "age_65_plus", "single_households", "families", "household_size", "rented",
    "rented_social", "apartments", "property_value", "density", "address_density", "urban_class",
)  # fmt: skip
FEWEST = 3
MOST = 5
ENOUGH = 30  # areas to look among; fewer do not say what is usual
PEOPLE, LEAST_PEOPLE = "inhabitants", 100  # an area with fewer says little


@dataclass(frozen=True, slots=True)
class AlikeHere:
    """The neighbourhoods that look like an area, by which table, and what its figures are called."""

    similar: Similar
    table: Table
    indicators: Mapping[str, Indicator]


class Counted(Neighbourhoods):
    """The same, that can say how many figures an area has."""

    def figures_known(self, code: str) -> int:
        """How many figures of an area can be compared."""
        return sum(mark is not None for mark in self._marks.get(code, ()))


_kept: dict[tuple[int, datetime, str], Counted] = {}  # the newest table of each kind of area: a few megabytes


def alike(area: Named) -> AlikeHere | None:
    """Areas like this one; two queries, and one long one the first time in a process (half a second)."""
    standing = dict(FigureTable.objects.filter(state=TableState.STANDING, place=None).values_list("pk", "at"))
    tables = {t.pk: t for t in tables_at(set(standing.items())).values() if len(_by(t)) >= FEWEST}
    known = set(FigureRow.objects.filter(code=area.code, table__in=tables).values_list("table", flat=True))
    for table in sorted((tables[pk] for pk in known), key=lambda t: (-len(_by(t)), t.period)):
        every = _all(table, standing[table.pk], area.kind)
        own = every.figures_known(area.code)
        if own >= FEWEST and len(every.names) >= ENOUGH:
            found = every.nearest(area.code, MOST)
            return AlikeHere(found, table, indicators_at(max(standing.values())))
    return None


def _by(table: Table) -> list[str]:
    return [key for key in ALIKE_BY if key in table.columns]


def _all(table: Table, at: datetime, kind: str) -> Counted:
    key = (table.pk, at, kind)
    found = _kept.get(key)
    if found is None:
        found = _read(table, kind)
        for old in [one for one in _kept if one[2] == kind]:
            del _kept[old]
        _kept[key] = found
    return found


def _read(table: Table, kind: str) -> Counted:
    keys = _by(table)
    places = [table.columns[key] for key in keys]
    people = table.columns.get(PEOPLE)
    figures: dict[str, tuple[float | None, ...]] = {}
    names: dict[str, str] = {}
    rows = FigureRow.objects.filter(table=table.pk, kind=kind).order_by()
    for code, name, cells in rows.values_list("code", "name", "cells").iterator(2000):
        split = cells.split(";")
        if people is None or (_float(split, people) or 0) >= LEAST_PEOPLE:
            figures[code] = tuple(_float(split, place) for place in places)
            names[code] = name
    return Counted(keys, figures, names)


def _float(cells: list[str], at: Held) -> float | None:
    text = cells[at.index]
    return None if not text or text in "nsx" else float(text) * float(at.factor or 1)
