"""Grids from a wide table: one row per area, one column per figure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from samenspel_sources import SourceError
from samenspel_sources.grid import Cell, Column, Grid, Report, Row, cell
from samenspel_sources.recognise.context import Context, origin_of, period_of
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.model import ColumnGuess, Role, Sketch
from samenspel_sources.recognise.periods import period
from samenspel_sources.recognise.places import Places, parent

_YEAR = re.compile(r"(?<!\d)((?:19[89]|20[0-4])\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Cut:
    """Which figures of a table make one grid, and of which rows."""

    period: str
    figures: tuple[ColumnGuess, ...]
    columns: tuple[Column, ...]
    place: int = -1


def wide_grids(laid: Laid, sketch: Sketch, places: Places, context: Context, report: Report) -> tuple[Grid, ...]:
    """One grid per period."""
    made = []
    cuts = list(_cuts(laid, sketch, context, report))
    for cut in cuts:
        own = report if len(cuts) == 1 else Report()
        origin = origin_of(context, sketch, cut.period, places.scheme, laid.header, own)
        rows = _Rows(laid, replace(places, year=origin.area_year), cut, own)
        made.append(Grid(origin, cut.columns, rows, own))
    return tuple(made)


def _cuts(laid: Laid, sketch: Sketch, context: Context, report: Report) -> Iterator[Cut]:
    figures = sketch.of(Role.FIGURE)
    times = sketch.of(Role.PERIOD)
    if times and not context.hints.period:
        place = times[0].place
        found = _periods(laid, place, report)
        for one in found:
            yield Cut(one, figures, tuple(guess.column for guess in figures), place)
        return
    if by_year := _by_year(figures):
        label = next(iter(sketch.titles), "") or context.stem() or "waarde"
        for year, some in sorted(by_year.items()):
            columns = tuple(_without_year(guess.column, year, label) for guess in some)
            yield Cut(year, tuple(some), columns)
        return
    one = period_of(context, sketch.titles, report)
    yield Cut(one, figures, tuple(guess.column for guess in figures))


def _periods(laid: Laid, place: int, report: Report) -> list[str]:
    found: dict[str, None] = {}
    for _, cells in laid.body(Report()):
        if one := period(cells[place]):
            found[one] = None
    return sorted(found)


def _by_year(figures: Sequence[ColumnGuess]) -> dict[str, list[ColumnGuess]]:
    """Columns that come once per year (`inwoners_2019`, `inwoners_2020`): the year is their period."""
    found: dict[str, list[ColumnGuess]] = {}
    stems: dict[str, set[str]] = {}
    for guess in figures:
        years = _YEAR.findall(" ".join((*guess.column.group, guess.header)))
        if len(set(years)) != 1:
            return {}
        found.setdefault(years[0], []).append(guess)
        stems.setdefault(_YEAR.sub("", guess.header), set()).add(years[0])
    return found if len(found) > 1 and any(len(years) > 1 for years in stems.values()) else {}


def _without_year(column: Column, year: str, label: str) -> Column:
    """The column without its year; one that was nothing but a year is called as the file is."""

    def short(text: str) -> str:
        return re.sub(rf"[\s_.-]*(?<!\d){year}(?!\d)[\s_.-]*", " ", text).strip()

    groups = tuple(name for group in column.group if (name := short(group)))
    return replace(column, key=short(column.key) or label, title=short(column.title), group=groups)


class _Rows:
    """Reads the rows again every time it is asked; the report is filled the first time only."""

    def __init__(self, laid: Laid, places: Places, cut: Cut, report: Report) -> None:
        self._laid, self._places, self._cut, self._report = laid, places, cut, report

    def __iter__(self) -> Iterator[Row]:
        report, self._report = self._report, Report()
        return _read(self._laid, self._places, self._cut, report)


def _read(laid: Laid, places: Places, cut: Cut, report: Report) -> Iterator[Row]:
    cells_of = cell_reader(cut.figures, report)
    seen: dict[str, int] = {}
    for line, cells in laid.body(report):
        if cut.place >= 0 and (told := period(cells[cut.place])) != cut.period:
            if not told:
                report.refuse(line, "no_period", "recognise", value=cells[cut.place].strip()[:40])
            continue
        try:
            code, name, kind = places.of(cells)
        except SourceError as error:
            report.refuse(line, error.code, error.package, **error.params)
            continue
        if places.by == "code" and cells[places.code] not in (code, "NL01"):
            report.count("padded_codes")
        row = Row(code, name, kind, cells_of(line, cells), parent(code, places.scheme), line)
        if code not in seen:
            seen[code] = hash(row.cells)
            report.read += 1
            yield row
        elif seen[code] == hash(row.cells):
            report.count("same_area")
        else:
            report.refuse(line, "double_area", area=code)


def cell_reader(figures: Sequence[ColumnGuess], report: Report) -> Callable[[int, Sequence[str]], tuple[Cell, ...]]:
    """A fast reader of the figures of a row; a cell that is no figure is left empty and reported."""
    spots = [(guess.place, guess.decimal) for guess in figures]

    def read(line: int, cells: Sequence[str]) -> tuple[Cell, ...]:
        try:
            return tuple([cell(cells[place], mark) for place, mark in spots])
        except SourceError:
            return tuple(_one(line, cells[guess.place], guess, report) for guess in figures)

    return read


def _one(line: int, text: str, guess: ColumnGuess, report: Report) -> Cell:
    other = "," if guess.decimal == "." else "."
    for mark in (guess.decimal, other):
        try:
            found = cell(text, mark)
        except SourceError:
            continue
        if mark == other:
            report.count("other_decimal", "recognise")
        return found
    report.refuse(line, "bad_cell", column=guess.header, value=text.strip()[:40])
    return ""
