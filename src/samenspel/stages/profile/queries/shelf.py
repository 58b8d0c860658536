"""The shelf of figures: one query for all rows of some areas, whichever tables they stand in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial

from django.db.models import Q, Subquery

from samenspel.kernel.places.models import Place
from samenspel.stages.profile.models import FigureRow, FigureTable, Indicator
from samenspel.stages.profile.states import FigureStatus, TableState
from samenspel_sources.grid import read_cell

KEPT = 400  # tables of which the columns stay in memory
INHABITANTS = "inhabitants"
STATUS = {str(status): status.value for status in FigureStatus}  # asked for hundreds of times a page


@dataclass(frozen=True, slots=True)
class Held:
    """Where an indicator stands in a table."""

    index: int
    factor: Decimal | None
    modelled: bool
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table on the shelf: where it comes from, and which column counts what."""

    pk: int
    source: str
    table: str
    title: str
    period: str
    area_scheme: str
    area_year: int
    licence: str
    read_at: datetime
    columns: Mapping[str, Held]

    @property
    def origin(self) -> str:
        """Source, table and period in one line."""
        period = "" if self.period in self.table else self.period
        return ", ".join(part for part in (self.source, self.table or self.title, period) if part)


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure as its source states it. Without a number it says why."""

    indicator: Indicator
    table_row: Table
    area_code: str
    area_name: str
    number: Decimal | None
    status: str
    measured: bool
    spread: float | None = None
    weigh: Callable[[], int | None] | None = None
    column: str = ""

    @property
    def value(self) -> Decimal | None:
        """The number, or nothing."""
        return self.number

    @property
    def weight(self) -> int | None:
        """People, households or dwellings that a share is of; looked up when areas are combined."""
        return self.weigh() if self.weigh else None

    @property
    def source(self) -> str:
        """Who published it."""
        return self.table_row.source

    @property
    def table(self) -> str:
        """In which table."""
        return self.table_row.table or self.table_row.title

    @property
    def period(self) -> str:
        """Which time it is about."""
        return self.table_row.period

    @property
    def licence(self) -> str:
        """How it may be used."""
        return self.table_row.licence

    @property
    def read_on(self) -> date:
        """When it was read."""
        return self.table_row.read_at.date()

    @property
    def origin(self) -> str:
        """Source, table and period in one line."""
        return self.table_row.origin


@dataclass(slots=True)
class _Row:
    table: Table
    name: str
    cells: list[str]
    spread: list[str]


@dataclass(slots=True)
class Shelf:
    """All figures about some areas."""

    indicators: dict[str, Indicator]
    tables: dict[tuple[str, str], list[Table]] = field(default_factory=dict)
    rows: dict[tuple[int, str], _Row] = field(default_factory=dict)
    known: dict[str, list[str]] = field(default_factory=dict)  # the periods of each indicator, once asked for

    def periods(self, indicator: str) -> list[str]:
        """The periods of which anything is known, oldest first."""
        if not self.known and self.tables:
            for key, period in sorted(self.tables):
                self.known.setdefault(key, []).append(period)
        return self.known.get(indicator, [])

    def stated(self, indicator: str, period: str, code: str, since: int = 0) -> list[Stated]:
        """What every source says, the one to show first: a number before none, measured before modelled.

        `since`: only tables with the codes of that year or later, for before it the code meant another area.
        """
        tables = self.tables.get((indicator, period), ())
        found = [s for t in tables if t.area_year >= since and (s := self._stated(t, indicator, code))]
        return sorted(found, key=lambda s: (s.number is None, not s.measured)) if len(found) > 1 else found

    def _stated(self, table: Table, key: str, code: str) -> Stated | None:
        row = self.rows.get((table.pk, code))
        if row is None:
            return None
        at, indicator = table.columns[key], self.indicators[key]
        number, status = _number(row, at)
        spread = row.spread[at.index] if row.spread else ""
        return Stated(
            indicator, table, code, row.name, number, status, not at.modelled,
            float(spread) * float(at.factor or 1) if spread else None,
            partial(self._weight, row, indicator.weight, code) if indicator.weight else None, at.label,
        )  # fmt: skip

    def _weight(self, row: _Row, key: str, code: str) -> int | None:
        """How much an area weighs: in the same table, else in another of the year nearest to it."""
        if at := row.table.columns.get(key):
            number = _number(row, at)[0]
            return None if number is None else int(number)
        year = row.table.area_year
        others = [t for (k, _p), ts in self.tables.items() if k == key for t in ts]
        for table in sorted(others, key=lambda t: (abs(t.area_year - year), -t.pk)):
            if (there := self.rows.get((table.pk, code))) and (found := _number(there, table.columns[key])[0]):
                return int(found)
        return None


def shelf(codes: Iterable[str], *, theme: str = "", place: Place | None = None) -> Shelf:
    """Every figure about some areas; one query, and two more when something is new to this process."""
    standing = FigureRow.objects.filter(_shown_to(place), code__in=set(codes), table__state=TableState.STANDING)
    newest = FigureTable.objects.order_by("-at").values("at")[:1]
    rows = list(
        standing.annotate(newest=Subquery(newest)).order_by()
        .values_list("newest", "table", "table__at", "code", "name", "cells", "spread")
    )  # fmt: skip
    if not rows:
        return Shelf({})
    tables = tables_at({(pk, at) for _newest, pk, at, *_rest in rows})
    every = indicators_at(rows[0][0])
    found = Shelf({k: i for k, i in every.items() if not theme or i.theme == theme or k == INHABITANTS})
    for _newest, pk, at, code, name, cells, spread in rows:
        found.rows[pk, code] = _Row(tables[pk, at], name, cells.split(";"), spread.split(";") if spread else [])
    for table in sorted(tables.values(), key=lambda t: (t.read_at, t.pk), reverse=True):
        for key in table.columns.keys() & found.indicators.keys():
            found.tables.setdefault((key, table.period), []).append(table)
    return found


def _shown_to(place: Place | None) -> Q:
    return Q(table__place=None) | Q(table__place=place) if place else Q(table__place=None)


_counted: dict[datetime, dict[str, Indicator]] = {}


def indicators_at(newest: datetime) -> dict[str, Indicator]:
    """What is counted. It changes only together with a table, so the time of the newest table tells whether it did."""
    found = _counted.get(newest)
    if found is None:
        found = {indicator.key: indicator for indicator in Indicator.objects.all()}
        _counted.clear()
        _counted[newest] = found
    return found


_known: dict[tuple[int, datetime], Table] = {}


def tables_at(wanted: set[tuple[int, datetime]]) -> dict[tuple[int, datetime], Table]:
    """The columns of some tables. A table never changes without a new time, so every process reads it once."""
    found = {key: table for key in wanted if (table := _known.get(key))}
    if missing := {pk for pk, at in wanted if (pk, at) not in found}:
        read = {row.pk: (row.at, read_table(row)) for row in FigureTable.objects.filter(pk__in=missing)}
        _known.update({(pk, at): table for pk, (at, table) in read.items()})
        found.update({(pk, at): read[pk][1] for pk, at in wanted if pk in read})
    while len(_known) > KEPT:
        _known.pop(next(iter(_known)), None)
    return found


def read_table(row: FigureTable) -> Table:
    """A table with its columns by indicator."""
    columns = {
        column["indicator"]: Held(
            index, _factor(column.get("factor", "")), bool(column.get("modelled")),
            column.get("title") or column["key"],
        )
        for index, column in enumerate(json.loads(row.columns)) if column.get("indicator")
    }  # fmt: skip
    return Table(
        row.pk, row.source, row.table, row.title, row.period, row.area_scheme, row.area_year, row.licence,
        row.read_at, columns,
    )  # fmt: skip


def _factor(text: str) -> Decimal | None:
    if not text:
        return None
    factor = Fraction(text)
    return Decimal(factor.numerator) / factor.denominator


def _number(row: _Row, at: Held) -> tuple[Decimal | None, str]:
    return number_in(row.cells, at)


def number_in(cells: Sequence[str], at: Held) -> tuple[Decimal | None, str]:
    """The number in a row of cells, in the unit of the indicator, or why there is none."""
    number, status = read_cell(cells[at.index])
    if number is not None and at.factor is not None:
        number = (number * at.factor).normalize()
        number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return number, STATUS[str(status)]
