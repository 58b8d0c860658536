"""The map of a municipality: its outlines, and one figure of all its areas over the years."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from samenspel.kernel.action import NotThere
from samenspel.kernel.places.models import Crosswalk
from samenspel.stages.profile.models import FigureRow, FigureTable, Indicator, Outlines
from samenspel.stages.profile.queries.shelf import Held, Table, indicators_at, number_in, tables_at
from samenspel.stages.profile.states import AreaKind, FigureStatus, TableState
from samenspel.ui.drawing.inside import Ring, best_place
from samenspel.ui.drawing.outlines import covers
from samenspel.ui.figures import MapShape, MapValue
from samenspel.ui.figures import Outlines as Shapes

KEPT = 12  # maps of municipalities that stay in memory
STEP = re.compile(r"([MmLlz])|(-?\d+(?:\.\d+)?)[ ,]?(-?\d+(?:\.\d+)?)")
PREFIX = {AreaKind.NEIGHBOURHOOD: "BU", AreaKind.WARD: "WK"}
WHY = {FigureStatus.SECRET: "secret", FigureStatus.NOT_YET: "not_yet"}
Values = dict[str, MapValue]


@dataclass(frozen=True, slots=True)
class CityFigures:
    """One figure of all areas of a municipality, by period, oldest first; and the names of the areas."""

    indicator: Indicator
    periods: Mapping[str, Values]
    sources: Mapping[str, Table]
    names: Mapping[str, str] = field(default_factory=dict)


def city_figures(municipality: str, kind: str, key: str) -> CityFigures:
    """Every period of one figure in a municipality; two queries, two more when a table is new to this process."""
    standing = dict(FigureTable.objects.filter(state=TableState.STANDING, place=None).values_list("pk", "at"))
    indicator = indicators_at(max(standing.values())).get(key) if standing else None
    if indicator is None:
        raise NotThere()
    holding = {t.pk: t for t in tables_at(set(standing.items())).values() if key in t.columns}
    rows = FigureRow.objects.filter(municipality=municipality, kind=kind, table__in=holding).order_by()
    found: dict[str, Values] = {}
    sources: dict[str, Table] = {}
    names: dict[str, str] = {}
    for pk, code, name, cells in rows.values_list("table", "code", "name", "cells"):
        table = holding[pk]
        if name and (name != code or code not in names):
            names[code] = name
        value = _value(cells, table.columns[key])
        values = found.setdefault(table.period, {})
        if code not in values or values[code].value is None:
            values[code] = value
            if value.value is not None:
                sources[table.period] = table
    return CityFigures(indicator, {p: found[p] for p in sorted(found) if p in sources}, sources, names)


def _value(cells: str, at: Held) -> MapValue:
    cell = cells.split(";", at.index + 1)[at.index]
    number, status = number_in((cell,), replace(at, index=0) if at.factor is not None else FIRST)
    return MapValue(None, "", WHY.get(FigureStatus(status), "missing")) if number is None else MapValue(float(number))


FIRST = Held(0, None, False, "")


def in_newer_codes(figures: CityFigures, shapes: Iterable[str], kind: str, municipality: str) -> CityFigures:
    """Figures in older codes under the codes of the map, where an area only got another code; at most one query."""
    wanted = set(shapes)
    if all(values.keys() <= wanted for values in figures.periods.values()):
        return figures
    prefix = PREFIX.get(AreaKind(kind), "") + municipality[2:]
    steps = Crosswalk.objects.filter(new_code__range=(prefix, prefix + "~"), share_denominator=1).order_by()
    newer = dict(steps.values_list("old_code", "new_code"))
    periods = {
        period: {
            **{newer[code]: value for code, value in values.items() if code not in wanted and code in newer},
            **{code: value for code, value in values.items() if code in wanted},
        }
        for period, values in figures.periods.items()
    }
    names = {newer.get(code, code): name for code, name in figures.names.items()} | dict(figures.names)
    return replace(figures, periods=periods, names=names)


_drawn: dict[tuple[int, int, str], Shapes] = {}


def outlines_of(municipality: str, kind: str, names: Mapping[str, str]) -> tuple[Shapes, str, int] | None:
    """The newest outlines of all areas of one kind, where they come from and of which year; one query."""
    row = Outlines.objects.filter(municipality=municipality, kind=kind).order_by("-year").first()
    if row is None:
        return None
    key = (row.pk, len(row.paths), row.source)
    if key not in _drawn:
        _drawn[key] = _shapes(row)
        while len(_drawn) > KEPT:
            _drawn.pop(next(iter(_drawn)), None)
    made = _drawn[key]
    named = {code: shape._replace(name=names.get(code, code)) for code, shape in made.shapes.items()}
    return Shapes(named, made.box), row.source, row.year


def _shapes(row: Outlines) -> Shapes:
    x, y, wide, high = (float(part) for part in row.box.split())
    return Shapes({code: _shape(code, path) for code, path in json.loads(row.paths).items()}, (x, y, wide, high))


def _shape(code: str, path: str) -> MapShape:
    place, air = best_place(rings_of(path))
    return MapShape(code, path, round(place.x), round(place.y), round(air, 1), covers(path))


def rings_of(path: str) -> list[Ring]:
    """The rings of path data with moves and lines only."""
    rings: list[Ring] = []
    x, y, command = 0.0, 0.0, "M"
    for letter, first, second in STEP.findall(path):
        if letter:
            command = letter
            continue
        relative = command in "ml"
        x, y = (x + float(first), y + float(second)) if relative else (float(first), float(second))
        if command in "Mm":
            rings.append([])
            command = "L" if command == "M" else "l"
        rings[-1].append((x, y))
    return rings
