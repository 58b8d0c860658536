"""Reading whole tables onto the shelf: in pieces, to go on after a crash; shown only when whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NoReturn

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import rules
from samenspel.stages.profile.actions.shelves import (
    Matched,
    Taken,
    digest,
    ensure_indicators,
    inhabitants_in,
    new_table,
    put_areas,
    rows_of,
    settle,
)  # fmt: skip
from samenspel.stages.profile.models import FigureRow, FigureTable
from samenspel.stages.profile.queries.catalogue import matching
from samenspel.stages.profile.states import TableState
from samenspel_sources.grid import Column as SourceColumn
from samenspel_sources.grid import Grid, Origin, Row

PIECE = 2_000  # areas a transaction


@dataclass(slots=True)
class Pieces:
    """A grid in pieces, with how far a reading that broke off had come."""

    grid: Grid
    table: FigureTable
    matched: Matched

    def __iter__(self) -> Iterator[list[Row]]:
        rows = iter(self.grid.rows)
        while piece := list(islice(rows, PIECE)):
            yield piece


@action("profile.table.open", rule=rules.may_read_tables, creates=True, label=_("Beginnen een tabel te lezen"))
def open_table(
    place: Place | None, /, *, by: Actor, origin: Origin, columns: Sequence[SourceColumn], matched: Matched
) -> FigureTable:
    """A table of open data is going to be read; nobody sees it until it is whole."""
    ensure_indicators({key for key, _factor in matched.values()})
    made = new_table(origin, columns, matched, place)
    unfinished = FigureTable.objects.filter(
        state=TableState.READING, source=made.source, table=made.table, title=made.title, period=made.period,
        columns=made.columns, place=place,
    ).first()  # fmt: skip
    return unfinished or made


@action("profile.table.add", rule=rules.may_read_tables, source={TableState.READING}, target=TableState.READING,
        journaled=False, label=_("Een stuk van een tabel lezen"))  # fmt: skip
def add_rows(table: FigureTable, *, by: Actor, rows: Sequence[Row], matched: Matched) -> FigureTable:
    """A piece of a table is stored; reading goes on from here after a crash."""
    made = rows_of(table, rows)
    FigureRow.objects.bulk_create(made, batch_size=PIECE)
    put_areas(table, rows, inhabitants_in(matched))
    table.digest, table.rows = digest(table.digest, made), table.rows + len(made)
    return table


@action("profile.table.restart", rule=rules.may_read_tables, source={TableState.READING}, target=TableState.READING,
        label=_("Een tabel opnieuw lezen"))  # fmt: skip
def restart_table(table: FigureTable, *, by: Actor) -> FigureTable:
    """What was read of another version of the file goes away; reading starts at the beginning."""
    table.figures.all().delete()
    table.digest, table.rows = "", 0
    return table


@action("profile.table.finish", rule=rules.may_read_tables, source={TableState.READING},
        label=_("Een tabel in gebruik nemen"))  # fmt: skip
def finish_table(table: FigureTable, *, by: Actor, report: Sequence[str] = ()) -> Taken:
    """Everybody sees the figures of a table, now that it is whole."""
    table.report = "\n".join(report)
    table.save(update_fields=["report"])
    return settle(table, {})


@action("profile.table.refuse", rule=rules.may_read_tables, source={TableState.READING}, target=TableState.REFUSED,
        label=_("Een tabel weigeren"))  # fmt: skip
def refuse_table(table: FigureTable, *, by: Actor, reason: str) -> FigureTable:
    """A table that does not fit with itself or with what is known is not shown; why stays readable."""
    table.figures.all().delete()
    table.report, table.rows = reason, 0
    return table


def take_in(
    grid: Grid, *, by: Actor, place: Place | None = None, say: Callable[[int], None] = lambda done: None,
    matched: Matched | None = None,
) -> Taken:  # fmt: skip
    """Read one table whole, going on where an earlier reading of the same file broke off."""
    if not grid.origin.period or not grid.origin.area_year:
        raise BadInput(_("Van welk jaar deze cijfers zijn, staat er niet bij. Geef het jaar. Er is niets ingelezen."))
    found = matched_to(grid) if matched is None else matched
    table = open_table(place, by=by, origin=grid.origin, columns=grid.columns, matched=found)
    pieces = Pieces(grid, table, found)
    table = _read(pieces, by, say)
    return finish_table(table, by=by, report=grid.report.sentences("nl"))


def matched_to(grid: Grid) -> Matched:
    """Which column of a table counts what."""
    found = matching(grid.columns, grid.origin.source).found
    return {index: (known.indicator, str(known.factor)) for index, known in found.items()}


def _read(pieces: Pieces, by: Actor, say: Callable[[int], None]) -> FigureTable:
    """Skip what is already there, as long as it is the same; store the rest."""
    table, done, so_far = pieces.table, 0, ""
    for piece in pieces:
        done += len(piece)
        if done <= table.rows:
            so_far = digest(so_far, rows_of(table, piece))
            if done == table.rows and so_far != table.digest:
                _start_over(table, by)
        else:
            table = add_rows(table, by=by, rows=piece, matched=pieces.matched)
        say(done)
    if done < table.rows:
        _start_over(table, by)
    return table


def _start_over(table: FigureTable, by: Actor) -> NoReturn:
    restart_table(table, by=by)
    raise BadInput(
        _("Het bestand is anders dan toen het lezen afbrak. Wat half gelezen was, is weg. Lees het nog een keer.")
    )
