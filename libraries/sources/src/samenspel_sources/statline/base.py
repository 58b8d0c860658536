"""What both versions of StatLine do alike: choose the table and the periods, filter, and put figures in rows."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samenspel_sources import SourceError
from samenspel_sources.grid import MISSING, Cell, Grid, Report, Row, cell
from samenspel_sources.interface import AreaName, Driver, kind_of, parent_of, within_starts
from samenspel_sources.statline import kwb
from samenspel_sources.statline.model import YEAR, Member, Shape
from samenspel_sources.transport import Fetch

# region code as padded, start of the combination, position of the measure, what the source says
Fact = tuple[str, int, int, Cell]


@dataclass(frozen=True, slots=True)
class Question:
    """Figures of one period (None: the table has one only), within areas whose codes begin so (none: all)."""

    shape: Shape
    starts: tuple[str, ...]
    period: Member | None
    offsets: dict[tuple[str, ...], int]


class StatLine(Driver):
    """The common part; a version says how its metadata, its codes and its figures are asked."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch

    @abstractmethod
    def shape(self, table: str) -> Shape:
        """The dimensions and columns of a table."""

    @abstractmethod
    def members(self, table: str, dimension: str, starts: tuple[str, ...] = ()) -> tuple[Member, ...]:
        """The values of a dimension, or those that begin so."""

    @abstractmethod
    def facts(self, question: Question, report: Report) -> Iterator[Fact]:
        """Every figure, in the order of the source."""

    def kwb(self, year: int) -> str:
        """The table with the key figures of wards and neighbourhoods of a year, by its title in the catalogue."""
        return kwb.table_of(self, year)

    def areas(self, table: str) -> Iterator[AreaName]:
        """The areas of a table, with the year of their codes."""
        shape = self.shape(named(table))
        for member in self.members(table, shape.region):
            yield AreaName(member.key, member.title, kind_of(member.key), parent_of(member.key), shape.year)

    def figures(self, table: str, *, within: str = "", period: str = "") -> Iterator[Grid]:
        """One grid for each period of the table. `table` may be "kwb", with a year as period."""
        if table.casefold() == "kwb":
            table = self.kwb(kwb.year_of(period))
        shape = self.shape(named(table))
        for name in shape.others:
            shape.members[name] = self.members(table, name)
        columns, offsets = shape.wide()
        starts = within_starts(within)
        names = {member.key: member.title for member in self.members(table, shape.region, starts)}
        if not names:
            raise SourceError("statline", "no_area", table=table, area=within, year=shape.year)
        for member in self._periods(shape, period):
            report = Report()
            rows = self._rows(Question(shape, starts, member, offsets), names, len(columns), report)
            yield Grid(shape.origin(_written(member) if member else _own_period(shape)), columns, rows, report)

    def _periods(self, shape: Shape, period: str) -> tuple[Member | None, ...]:
        """The periods asked for: all, or those that are (in) a year."""
        if not shape.time:
            own = _own_period(shape)
            if period and own and period != own:
                raise SourceError("statline", "other_period", table=shape.told.id, asked=period[:20], found=own)
            return (None,)
        members = self.members(shape.told.id, shape.time)
        chosen = tuple(member for member in members if period in ("", member.key, _written(member)))
        if not chosen:
            found = ", ".join(_written(member) for member in members[-6:])
            raise SourceError("statline", "other_period", table=shape.told.id, asked=period[:20], found=found)
        return chosen

    def _rows(self, question: Question, names: dict[str, str], width: int, report: Report) -> Iterator[Row]:
        """One row for each area, in the order of the source, when all figures are in."""
        rows: dict[str, list[Cell]] = {}
        for raw, start, place, value in self.facts(question, report):
            found = rows.get(raw)
            if found is None:
                found = rows[raw] = [MISSING] * width
            found[start + place] = value
        if not rows:
            raise SourceError("statline", "no_rows", table=question.shape.told.id)
        for raw, cells in rows.items():
            yield row(raw, names, cells, report)


def row(raw: str, names: dict[str, str], cells: Iterable[Cell], report: Report) -> Row:
    """One area with its name; the padding of the code goes, and the report says so."""
    code = raw.strip()
    if code != raw:
        report.count("padded_codes")
    report.read += 1
    return Row(code, names.get(code, ""), kind_of(code), tuple(cells), parent_of(code), report.read)


def written(value: object, column: str, report: Report) -> Cell:
    """What JSON says, as a cell. A figure that is none is left empty and reported."""
    if value is None:
        return MISSING
    try:
        return cell(str(value))
    except SourceError as error:
        shown = str(error.params.get("value", ""))
        report.refuse(report.read + 1, "bad_cell", column=column, value=shown)
        return MISSING


def named(table: str) -> str:
    """The number of a table, which becomes a part of an address."""
    if not re.fullmatch(r"[A-Za-z0-9_]{4,24}", table):
        raise SourceError("statline", "bad_table", table=table[:40])
    return table


def _written(member: Member) -> str:
    """`2024JJ00` is the year 2024; months and quarters keep their title or key."""
    if member.key[4:] in ("JJ00", ""):
        return member.key[:4]
    return member.key


def _own_period(shape: Shape) -> str:
    """The one period a table without time is about."""
    found = YEAR.search(shape.told.period) or YEAR.search(shape.told.title)
    return found[0] if found else shape.told.period
