"""Reading whole tables: thin functions around the actions, for the command line, the worker and the demo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from typing import NoReturn

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import actions
from samenspel.stages.profile.actions.shelves import PAGE, Matched, Taken, digest, rows_of
from samenspel.stages.profile.models import FigureTable
from samenspel.stages.profile.queries.catalogue import catalogue
from samenspel.stages.profile.queries.totals import earlier_totals, known_totals
from samenspel.stages.profile.tasks.said import as_said
from samenspel_sources.catalogue import Catalogue, Found, Matching, match
from samenspel_sources.grid import Column, Grid, Row, read_cell
from samenspel_sources.plausible import Finding, Watch

Say = Callable[[int], None]
OF_CITIES = ("far_from_other", "unlike_other")  # sums held against those of another table


@dataclass(slots=True)
class Reading:
    """One table on its way to the shelf: its rows in pieces, with a watch on whether they can be right."""

    grid: Grid
    known: Catalogue
    said: Mapping[str, str] = field(default_factory=dict)  # column -> indicator; empty: it counts nothing
    columns: tuple[Column, ...] = ()
    matched: dict[int, tuple[str, str]] = field(default_factory=dict)
    watch: Watch | None = None
    ways: list[tuple[tuple[int, ...], tuple[int, ...], int, int]] = field(default_factory=list)
    double: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    limits: list[tuple[int, float, float]] = field(default_factory=list)  # column, least and most, as in the source

    def __post_init__(self) -> None:
        found = match(self.grid.columns, self.known, source=self.grid.origin.source)
        found = as_said(found, self.grid.columns, self.said, self.known) if self.said else found
        self._watch(found)
        self.matched = {index: (one.indicator, str(one.factor)) for index, one in found.found.items()}
        self.columns = (*self.grid.columns, *self._derived(found))
        for indicator, places in found.double.items():
            names = ", ".join(self.grid.columns[place].key for place in places)
            self.grid.report.repair("double_indicator", indicator=self.known[indicator].name, columns=names)
        self.double = found.double
        self.limits = [limit for index, one in found.found.items() if (limit := self._limit(index, one))]

    def _limit(self, index: int, one: Found) -> tuple[int, float, float] | None:
        """Between which numbers a figure can be true, in the unit of the source; nothing when any number can."""
        known = self.known[one.indicator]
        if known.low is None and known.high is None:
            return None
        low = float("-inf") if known.low is None else float(Fraction(known.low) / one.factor)
        high = float("inf") if known.high is None else float(Fraction(known.high) / one.factor)
        return index, low, high

    @property
    def told(self) -> dict[int, tuple[str, str]]:
        """What is matched, and which columns are said to count nothing."""
        keys = [column.key for column in self.columns]
        return self.matched | {at: ("", "") for at, key in enumerate(keys) if self.said.get(key) == ""}

    def _watch(self, found: Matching) -> None:
        origin, codes = self.grid.origin, set(found.found)
        indicators = {found.found[index].indicator for index in codes}
        self.watch = Watch(
            self.grid.columns, found, self.known, period=origin.period,
            others=known_totals(origin, indicators), previous=earlier_totals(origin, indicators),
        )  # fmt: skip

    def _derived(self, found: Matching) -> Iterator[Column]:
        """Columns for what follows from the others: a share from two counts."""
        at = {one.indicator: index for index, one in found.found.items()}
        for key in found.derivable:
            one = self.known[key]
            if one.derived:
                self.matched[len(self.grid.columns) + len(self.ways)] = (key, "1")
                parts, whole = (tuple(at[name] for name in names) for names in (one.derived.parts, one.derived.whole))
                self.ways.append((parts, whole, one.derived.times, one.decimals))
                yield Column(f"={key}", one.name, one.unit, decimals=one.decimals)

    def findings(self, *, part: bool = False) -> tuple[Finding, ...]:
        """What is odd. A file of a neighbourhood has a part of its city, which is no reason to doubt its sums."""
        found = self.watch.findings() if self.watch else ()
        return tuple(one for one in found if not (part and one.code in OF_CITIES and _less(one)))

    def pieces(self) -> Iterator[list[Row]]:
        """The rows, with the derived figures behind the others."""
        rows = iter(self.grid.rows)
        while piece := list(islice(rows, PAGE)):
            for row in piece:
                if self.watch:
                    self.watch.see(row)
            possible = [self._possible(row) for row in piece]
            yield [self._wider(row) for row in possible] if self.ways else possible

    def _possible(self, row: Row) -> Row:
        """The row without numbers that cannot be true, such as 161 of 100; the report says that they were there."""
        wrong = [
            index for index, low, high in self.limits
            if (text := row.cells[index]) and text not in "nsx" and not low <= float(text) <= high
        ]  # fmt: skip
        if not wrong:
            return row
        cells = tuple("" if index in wrong else cell for index, cell in enumerate(row.cells))
        self.grid.report.count("impossible", times=len(wrong))
        return Row(row.code, row.name, row.kind, cells, row.parent, row.line)

    def _wider(self, row: Row) -> Row:
        more = tuple(worked_out(row.cells, *way) for way in self.ways)
        return Row(row.code, row.name, row.kind, row.cells + more, row.parent, row.line)


def _less(one: Finding) -> bool:
    """Whether there is less here than elsewhere."""
    here, elsewhere = one.params.get("parts"), one.params.get("total")
    return isinstance(here, int) and isinstance(elsewhere, int) and here < elsewhere


def worked_out(cells: Sequence[str], parts: Sequence[int], whole: Sequence[int], times: int, decimals: int) -> str:
    """A share from counts, exact and then rounded; without a number it says why, as the first count that has none."""
    counts = {}
    for index in (*parts, *whole):
        number, _status = read_cell(cells[index])
        if number is None:
            return cells[index]
        counts[index] = Fraction(number)
    total = (times if whole else 1) * sum(counts[index] for index in parts)
    if not whole:
        return _text(Fraction(total), decimals)
    of = sum(counts[index] for index in whole)
    return _text(Fraction(total) / of, decimals) if of else ""


def _text(value: Fraction, decimals: int) -> str:
    scaled = round(value * 10**decimals)
    text = f"{abs(scaled):0{decimals + 1}d}"
    text = (text[:-decimals] + "." + text[-decimals:]).rstrip("0").rstrip(".") if decimals else text
    return ("-" if scaled < 0 else "") + text


def take_in(
    grid: Grid, *, by: Actor, place: Place | None = None, say: Say = lambda done: None,
    known: Catalogue | None = None, said: Mapping[str, str] | None = None,
) -> Taken:  # fmt: skip
    """Read one table whole, going on where an earlier reading of the same file broke off.

    `said`: what a person says that columns count, by their key.
    """
    if not grid.origin.period or not grid.origin.area_year:
        raise BadInput(_("Van welk jaar deze cijfers zijn, staat er niet bij. Geef het jaar. Er is niets ingelezen."))
    if not grid.origin.area_scheme:
        raise BadInput(_("Dit zijn codes van een gemeente zelf. Zeg erbij van welke gemeente. Er is niets ingelezen."))
    reading = Reading(grid, known or catalogue(), said or {})
    table = actions.open_table(place, by=by, origin=grid.origin, columns=reading.columns, matched=reading.told)
    table = _read(reading, table, by, say)
    findings = reading.findings(part=place is not None)
    wrong = {finding.column: finding for finding in findings if finding.refuses}
    report = [*grid.report.sentences("nl"), *(finding.sentence("nl") for finding in findings)]
    if not table.rows:
        _refuse(table, by, [*report, str(_("Er staat geen enkel gebied in dat wij kennen."))])
    if nothing_left(reading.matched, wrong):
        _refuse(table, by, report)
    return actions.finish_table(table, by=by, report=report, without=sorted(wrong))


def nothing_left(matched: Matched, wrong: Mapping[int, object]) -> bool:
    """Whether the whole table cannot be right, or every column that counts something."""
    return -1 in wrong or bool(wrong and matched and set(matched) <= set(wrong))


def _refuse(table: FigureTable, by: Actor, report: Iterable[str]) -> NoReturn:
    reason = "\n".join(report)
    actions.refuse_table(table, by=by, reason=reason)
    raise BadInput(f"{reason} {_('Er is niets ingelezen.')}")


def _read(reading: Reading, table: FigureTable, by: Actor, say: Say) -> FigureTable:
    """Skip what is already there, as long as it is the same; store the rest."""
    done, so_far, there = 0, "", table.rows
    for piece in reading.pieces():
        done += len(piece)
        if done <= there:
            so_far = digest(so_far, rows_of(table, piece))
            if done == there and so_far != table.digest:
                _start_over(table, by)
        else:
            table = actions.add_rows(table, by=by, rows=piece, matched=reading.matched)
        say(done)
    if done < there:
        _start_over(table, by)
    return table


def _start_over(table: FigureTable, by: Actor) -> NoReturn:
    actions.restart_table(table, by=by)
    raise BadInput(
        _("Het bestand is anders dan toen het lezen afbrak. Wat half gelezen was, is weg. Lees het nog een keer.")
    )
