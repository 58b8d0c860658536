"""Figures of municipalities and the country that other tables gave: what a new table is held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from samenspel.stages.profile.models import FigureRow, FigureTable
from samenspel.stages.profile.queries.shelf import Table, number_in, read_table
from samenspel.stages.profile.states import AreaKind, TableState
from samenspel_sources.grid import Origin
from samenspel_sources.plausible import Totals

LARGE = (AreaKind.MUNICIPALITY, AreaKind.COUNTRY)
MOST = 6  # tables to compare with


def known_totals(origin: Origin, indicators: set[str]) -> tuple[Totals, ...]:
    """What other tables say of the same period."""
    same = FigureTable.objects.filter(state=TableState.STANDING, period=origin.period).exclude(
        source=origin.source, table=origin.table, title=origin.title
    )
    return tuple(_totals(same.order_by("-pk")[:MOST], indicators))


def earlier_totals(origin: Origin, indicators: set[str]) -> Totals | None:
    """What the same source said of the period before."""
    before = FigureTable.objects.filter(
        state=TableState.STANDING, source=origin.source, period__lt=origin.period, area_scheme=origin.area_scheme
    ).order_by("-period", "-pk")[:1]
    return next(_totals(before, indicators), None)


def _totals(tables: Iterable[FigureTable], indicators: set[str]) -> Iterator[Totals]:
    for row in tables:
        table = read_table(row)
        if keys := [key for key in table.columns if key in indicators]:
            yield Totals(table.source, table.period, _values(table, keys))


def _values(table: Table, keys: list[str]) -> dict[tuple[str, str], Decimal]:
    found = {}
    rows = FigureRow.objects.filter(table=table.pk, kind__in=LARGE).order_by()
    for code, cells in rows.values_list("code", "cells"):
        split = cells.split(";")
        for key in keys:
            number, _status = number_in(split, table.columns[key])
            if number is not None:
                found[key, code] = number
    return found
