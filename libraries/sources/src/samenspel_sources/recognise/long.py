"""Grids from a long table: a row for each area, period and figure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from samenspel_sources import SourceError
from samenspel_sources.grid import MISSING, NOT_APPLICABLE, NOT_YET, SECRET, Cell, Column, Grid, Report, Row
from samenspel_sources.recognise.context import Context, origin_of, period_of
from samenspel_sources.recognise.figures import cell_reader
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.metadata import About
from samenspel_sources.recognise.model import ColumnGuess, Role, Sketch
from samenspel_sources.recognise.periods import period
from samenspel_sources.recognise.places import Place, Places, parent

# Why OData v4 has no value.
_STATUS = {"confidential": SECRET, "notavailable": NOT_YET, "impossible": NOT_APPLICABLE, "nihil": MISSING}
_VALUE = re.compile(r"(?i)waarde|value|aantal|cijfer|obs_?value")
_Key = tuple[str, ...]


class _Pivot:
    """One period while it is filled."""

    def __init__(self) -> None:
        self.report = Report()
        self.areas: dict[str, tuple[Place, int]] = {}
        self.figures: dict[str, dict[_Key, tuple[Cell, ...]]] = {}
        self.keys: dict[_Key, None] = {}


def long_grids(laid: Laid, sketch: Sketch, places: Places, context: Context, report: Report) -> tuple[Grid, ...]:
    """One grid per period, with a column for each figure in the order in which they come."""
    times = sketch.of(Role.PERIOD)
    fixed = context.hints.period or ("" if times else period_of(context, sketch.titles, report))
    made = []
    pivots = _fill(laid, sketch, places, fixed, report)
    values = sketch.of(Role.VALUE)
    for told, pivot in sorted(pivots.items()):
        own = report if len(pivots) == 1 else pivot.report
        origin = origin_of(context, sketch, told, places.scheme, laid.header, own)
        columns = tuple(column for key in pivot.keys for column in _columns(key, values, context.about))
        own.read = len(pivot.areas)
        made.append(Grid(origin, columns, tuple(_rows(pivot, len(values), places.scheme)), own))
    report.read = sum(len(pivot.areas) for pivot in pivots.values())
    return tuple(made)


def _fill(laid: Laid, sketch: Sketch, places: Places, fixed: str, report: Report) -> dict[str, _Pivot]:
    values = sketch.of(Role.VALUE)
    times = [guess.place for guess in sketch.of(Role.PERIOD)]
    told = [guess.place for guess in sketch.of(Role.DIMENSION)]
    status = next((guess.place for guess in sketch.of(Role.STATUS)), -1)
    cells_of = cell_reader(values, report)
    pivots: dict[str, _Pivot] = {}
    for line, cells in laid.body(report):
        if not (when := fixed or (period(cells[times[0]]) if times else "")) and times:
            report.refuse(line, "no_period", "recognise", value=cells[times[0]].strip()[:40])
            continue
        try:
            place = places.of(cells)
        except SourceError as error:
            report.refuse(line, error.code, error.package, **error.params)
            continue
        found = cells_of(line, cells)
        if status >= 0 and not any(found):
            found = (_STATUS.get(cells[status].strip().casefold().replace(" ", ""), MISSING),) * len(found)
        _put(pivots.setdefault(when, _Pivot()), place, tuple(cells[at].strip() for at in told), found, line, report)
    return pivots


def _put(pivot: _Pivot, place: Place, key: _Key, found: tuple[Cell, ...], line: int, report: Report) -> None:
    pivot.areas.setdefault(place[0], (place, line))
    pivot.keys[key] = None
    before = pivot.figures.setdefault(place[0], {}).setdefault(key, found)
    if before is not found and before != found:
        report.refuse(line, "double_figure", "recognise", area=place[0], figure=" ".join(key))


def _rows(pivot: _Pivot, width: int, scheme: str) -> Iterator[Row]:
    nothing = (MISSING,) * width
    for code, ((_, name, kind), line) in pivot.areas.items():
        own = pivot.figures[code]
        cells = tuple(found for key in pivot.keys for found in own.get(key, nothing))
        yield Row(code, name, kind, cells, parent(code, scheme), line)


def _columns(key: _Key, values: tuple[ColumnGuess, ...], about: About) -> Iterator[Column]:
    """What tells the rows apart names the figure; with several columns of values both do."""
    label = "/".join(key)
    known = about.columns.get(key[0]) if len(key) == 1 else None
    titles = [about.titles.get(part, part) for part in key]
    for guess in values:
        if known and len(values) == 1:
            yield replace(known, key=label)
        elif len(values) == 1:
            said = guess.column.title
            group = () if guess.header.startswith("#") or not said or _VALUE.fullmatch(said) else (said,)
            yield Column(label, title=" ".join(titles), unit=guess.column.unit, group=group)
        else:
            column = guess.column
            yield replace(column, key=f"{label}/{column.key}", group=(*column.group, *titles))
