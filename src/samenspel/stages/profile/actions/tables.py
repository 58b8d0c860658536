"""Reading whole tables onto the shelf: in pieces, to go on after a crash; shown only when whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile import rules
from samenspel.stages.profile.actions.shelves import (
    Matched,
    Taken,
    columns_without,
    digest,
    ensure_indicators,
    inhabitants_in,
    new_table,
    newer_than,
    put_areas,
    rows_of,
    settle,
)  # fmt: skip
from samenspel.stages.profile.models import FigureRow, FigureTable
from samenspel.stages.profile.states import TableState
from samenspel_sources.grid import Column as SourceColumn
from samenspel_sources.grid import Origin, Row

PIECE = 2_000  # areas a transaction


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
        label=_("Een stuk van een tabel lezen"))  # fmt: skip
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


@action(
    "profile.table.finish",
    rule=rules.may_read_tables,
    source={TableState.READING},
    label=_("Een tabel in gebruik nemen"),
)
def finish_table(table: FigureTable, *, by: Actor, report: Sequence[str] = (), without: Collection[int] = ()) -> Taken:
    """Everybody sees the figures of a table, now that it is whole; a column that cannot be right counts for nothing."""
    table.report = "\n".join(report)
    table.columns = columns_without(table.columns, without)
    table.save(update_fields=["report", "columns"])
    return settle(table, {})


@action(
    "profile.table.refuse", rule=rules.may_read_tables, source={TableState.READING}, target=TableState.REFUSED,
    label=_("Een tabel weigeren"),
)  # fmt: skip
def refuse_table(table: FigureTable, *, by: Actor, reason: str) -> FigureTable:
    """A table that does not fit with itself or with what is known is not shown; why stays readable."""
    table.figures.all().delete()
    table.report, table.rows = reason, 0
    return table


@action("profile.table.withdraw", rule=rules.may_read_tables, source={TableState.STANDING}, target=TableState.WITHDRAWN,
        label=_("Een ingelezen tabel weer weghalen"))  # fmt: skip
def withdraw_table(table: FigureTable, *, by: Actor, reason: str) -> FigureTable:
    """Figures read in by mistake go away, and what they took the place of comes back; nothing else changes."""
    if table.place_id is None:
        raise BadInput(_("Deze tabel is er voor alle buurten. Alleen een nieuwere versie kan haar vervangen."))
    if FigureTable.objects.filter(replaced_by__in=newer_than(table), state=TableState.REPLACED).exists():
        raise BadInput(_("Een nieuwere tabel kwam over deze heen. Haal die eerst weg. Er is niets veranderd."))
    back = FigureTable.objects.filter(replaced_by=table, state=TableState.REPLACED)
    back.update(state=TableState.STANDING, replaced_by=None, at=now())
    table.figures.all().delete()
    table.rows, table.at = 0, now()
    return table
