"""Plain parts of reading a table onto the shelf; only inside an action of this room."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from samenspel.kernel.action import keep
from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place
from samenspel.stages.profile.models import Area, FigureRow, FigureTable, Indicator
from samenspel.stages.profile.queries.catalogue import catalogue
from samenspel.stages.profile.queries.shelf import INHABITANTS
from samenspel.stages.profile.states import AreaKind, TableState
from samenspel_methods.statistics import mean_distance
from samenspel_sources.catalogue import match
from samenspel_sources.grid import Column, Origin, Row
from samenspel_sources.grid import read_cell as number_of

ENOUGH = 5  # areas of a city; fewer say nothing about what is usual there
NEARLY_ALL = 0.9  # of the people of a city
PAGE = 2_000
Matched = Mapping[int, tuple[str, str]]  # column -> indicator and factor
Spreads = Mapping[tuple[str, str], str]  # municipality and indicator -> distance, as text


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading a table did, in areas."""

    table: FigureTable
    new: int = 0
    changed: int = 0
    same: int = 0


def new_table(origin: Origin, columns: Sequence[Column], matched: Matched, place: Place | None) -> FigureTable:
    """A table that nobody sees until it is read whole."""
    told = [_column(index, column, matched) for index, column in enumerate(columns)]
    return FigureTable(
        source=origin.source, table=origin.table, title=origin.title, period=origin.period,
        area_scheme=origin.area_scheme, area_year=origin.area_year, licence=origin.licence, release=origin.version,
        read_at=origin.read_at, columns=json.dumps(told, ensure_ascii=False, separators=(",", ":")), place=place,
        state=TableState.READING,
    )  # fmt: skip


def _column(index: int, column: Column, matched: Matched) -> dict[str, object]:
    indicator, factor = matched.get(index, ("", ""))
    told = {
        "key": column.key, "title": column.title, "unit": column.unit, "group": list(column.group),
        "indicator": indicator, "factor": "" if factor == "1" else factor, "modelled": bool(column.modelled),
    }  # fmt: skip
    # A matched column that counts nothing was said to: nobody looks for what it counts again.
    return {name: value for name, value in told.items() if value or name == "key" or (name, index) in _said(matched)}


def _said(matched: Matched) -> set[tuple[str, int]]:
    return {("indicator", index) for index, (key, _factor) in matched.items() if not key}


def columns_without(columns: str, without: Collection[int]) -> str:
    """The columns, with what some of them count left out."""
    told = json.loads(columns)
    for index in without:
        told[index].pop("indicator", None)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) if without else columns


def rows_of(table: FigureTable, rows: Iterable[Row]) -> list[FigureRow]:
    """Rows as they are kept."""
    return [
        FigureRow(
            table=table, code=row.code, name=row.name[:120], municipality=municipality_of(row), kind=row.kind,
            cells=";".join(row.cells),
        )
        for row in rows
    ]  # fmt: skip


def municipality_of(row: Row) -> str:
    """In which municipality an area lies, by its CBS code."""
    code = row.code if row.code.startswith(("BU", "WK", "GM")) else row.parent
    return "GM" + code[2:6] if code.startswith(("BU", "WK", "GM")) else ""


def digest(before: str, rows: Iterable[FigureRow]) -> str:
    """The fingerprint of everything read so far."""
    found = hashlib.sha256(before.encode())
    for row in rows:
        found.update(f"{row.code};{row.cells}\n".encode())
    return found.hexdigest()


def put_areas(table: FigureTable, rows: Iterable[Row], inhabitants: int | None) -> None:
    """The areas of a table, with how many people live there if the table says so."""
    areas = [
        Area(
            scheme=table.area_scheme, code=row.code, year=table.area_year, name=row.name[:120] or row.code,
            kind=row.kind, parent=row.parent or _above(row.code), inhabitants=_people(row, inhabitants),
        )
        for row in rows
    ]  # fmt: skip
    facts = ["name", "kind", "parent", *(["inhabitants"] if inhabitants is not None else [])]
    if table.place_id:  # what a place reads for itself never changes an area for all others
        Area.objects.bulk_create(areas, batch_size=500, ignore_conflicts=True)
        return
    Area.objects.bulk_create(
        areas, batch_size=500, update_conflicts=True, unique_fields=["scheme", "code", "year"], update_fields=facts
    )


def _above(code: str) -> str:
    return {"BU": "WK" + code[2:8], "WK": "GM" + code[2:6], "GM": "NL00"}.get(code[:2], "")


def _people(row: Row, column: int | None) -> int | None:
    number = number_of(row.cells[column])[0] if column is not None else None
    return int(number) if number is not None and number >= 0 else None


def settle(table: FigureTable, spreads: Spreads) -> Taken:
    """The table is read whole: it takes the place of an older reading of the same, or turns out to be the same."""
    olders = list(_olders(table))
    if same := next((old for old in olders if (old.digest, old.columns) == (table.digest, table.columns)), None):
        table.figures.all().delete()
        table.delete()
        return Taken(same, same=same.rows)
    earlier = {code: (pk, cells) for pk, code, cells in _rows_in(olders)}
    found = Taken(table, *_compared(table, earlier))
    put_spreads(table, spreads)
    _retire(table, olders)
    table.state, table.at = TableState.STANDING, now()
    table.save(update_fields=["state", "at"])
    return found


def _olders(table: FigureTable) -> Iterable[FigureTable]:
    return FigureTable.objects.filter(**_about(table), state=TableState.STANDING).order_by("pk")


def _about(table: FigureTable) -> dict[str, Any]:
    about = {name: getattr(table, name) for name in ("source", "table", "period", "area_scheme", "area_year", "place")}
    return about if table.table else about | {"title": table.title}


def _rows_in(tables: Sequence[FigureTable]) -> Iterable[tuple[int, str, str]]:
    return FigureRow.objects.filter(table__in=tables).order_by("table").values_list("table", "code", "cells")


def _compared(table: FigureTable, earlier: Mapping[str, tuple[int, str]]) -> tuple[int, int, int]:
    new = changed = same = 0
    for code, cells in table.figures.values_list("code", "cells").order_by():
        before = earlier.get(code)
        new, changed, same = (
            new + (before is None), changed + (before is not None and before[1] != cells),
            same + (before is not None and before[1] == cells),
        )  # fmt: skip
    return new, changed, same


def _retire(table: FigureTable, olders: Iterable[FigureTable]) -> None:
    """Older rows go when all that is in them is in the new ones; an older table without rows is replaced."""
    keys = {column["key"] for column in json.loads(table.columns)}
    codes = table.figures.values("code")
    for older in olders:
        if {column["key"] for column in json.loads(older.columns)} <= keys:
            if table.place_id:
                _set_aside(older, table)
                continue
            older.figures.filter(code__in=codes).delete()
            if not older.figures.exists():
                FigureTable.objects.filter(pk=older.pk).update(state=TableState.REPLACED)


def _set_aside(older: FigureTable, newer: FigureTable) -> None:
    """What a table of a place replaces is kept, to come back when the newer one is taken away."""
    covered = older.figures.filter(code__in=newer.figures.values("code"))
    rest = older.figures.exclude(code__in=newer.figures.values("code"))
    if not rest.exists():
        FigureTable.objects.filter(pk=older.pk).update(state=TableState.REPLACED, replaced_by=newer)
    elif covered.exists():
        apart = FigureTable.objects.get(pk=older.pk)
        apart.pk, apart.draft, apart.state, apart.replaced_by = None, None, TableState.REPLACED, newer
        apart.rows, apart.digest = covered.count(), ""
        apart.save(force_insert=True)
        moved = list(covered.values_list("pk", flat=True))
        for start in range(0, len(moved), 500):
            FigureRow.objects.filter(pk__in=moved[start : start + 500]).update(table=apart)
        FigureTable.objects.filter(pk=older.pk).update(rows=rest.count(), digest="", at=now())


def newer_than(table: FigureTable) -> QuerySet[FigureTable]:
    """Readings of the same table that came after it and stand."""
    return FigureTable.objects.filter(**_about(table), state=TableState.STANDING, pk__gt=table.pk)


def put_spreads(table: FigureTable, stated: Spreads) -> None:
    """For each figure of a municipality: how far its wards (else its neighbourhoods) usually are from it."""
    columns = [column.get("indicator", "") for column in json.loads(table.columns)]
    cities = list(table.figures.filter(kind=AreaKind.MUNICIPALITY))
    inside = _inside(table, [city.code for city in cities])
    people = columns.index(INHABITANTS) if INHABITANTS in columns else None
    for city in cities:
        own, areas = city.cells.split(";"), _areas_of(city, inside.get(city.code, {}), people)
        spreads = [
            _spread(areas, own[index], index) or stated.get((city.code, key), "") if key else ""
            for index, key in enumerate(columns)
        ]
        city.spread = ";".join(spreads) if any(spreads) else ""
    FigureRow.objects.bulk_update(cities, ["spread"], batch_size=200)


def _inside(table: FigureTable, cities: Sequence[str]) -> dict[str, dict[str, list[list[str]]]]:
    """The cells of all wards and neighbourhoods of each municipality."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    parts = table.figures.filter(kind__in=(AreaKind.WARD, AreaKind.NEIGHBOURHOOD), municipality__in=cities)
    for city, kind, cells in parts.values_list("municipality", "kind", "cells").order_by().iterator(PAGE):
        found.setdefault(city, {}).setdefault(kind, []).append(cells.split(";"))
    return found


def _areas_of(city: FigureRow, inside: Mapping[str, list[list[str]]], people: int | None) -> list[list[str]]:
    """Its wards; in a city with few of them its neighbourhoods, if the table has nearly all of those."""
    wards, smaller = inside.get(AreaKind.WARD, []), inside.get(AreaKind.NEIGHBOURHOOD, [])
    if len(wards) >= ENOUGH or people is None:
        return wards
    counted = sum(float(cells[people]) for cells in smaller if _is_number(cells[people]))
    whole = number_of(city.cells.split(";")[people])[0]
    return smaller if whole and counted >= NEARLY_ALL * float(whole) else wards


def _spread(areas: Sequence[Sequence[str]], mean: str, index: int) -> str:
    """The usual distance, in the unit of the source; empty when the city has no figure or too few areas have one."""
    city = number_of(mean)[0]
    values = [float(cells[index]) for cells in areas if _is_number(cells[index])] if city is not None else []
    if city is None or len(values) < ENOUGH:
        return ""
    return repr(round(mean_distance(values, float(city)), 6))


def _is_number(cell: str) -> bool:
    return bool(cell) and cell not in "nsx"


def ensure_indicators(keys: set[str]) -> None:
    """What is counted is known by name before its figures come."""
    known = catalogue().indicators
    there = {row.key: row for row in Indicator.objects.filter(key__in=keys)}
    for key in sorted(keys & known.keys()):
        told = known[key]
        row = there.get(key, Indicator(key=key))
        facts = {
            "theme": told.theme, "name": told.name, "name_en": told.name_en, "explanation": told.explanation,
            "explanation_en": told.explanation_en, "unit": told.unit, "decimals": told.decimals,
            "better": str(told.direction), "combining": str(told.combine), "weight": told.weight,
            "caveat": told.caveat, "caveat_en": told.caveat_en,
        }  # fmt: skip
        if key not in there or any(getattr(row, name) != value for name, value in facts.items()):
            for name, value in facts.items():
                setattr(row, name, value)
            keep(row)


def inhabitants_in(matched: Matched) -> int | None:
    """The column with how many people live somewhere."""
    return next((index for index, (key, _factor) in matched.items() if key == INHABITANTS), None)


def rematch() -> None:
    """Tables that were read before count what the catalogue knows now."""
    known = catalogue()
    for table in FigureTable.objects.filter(state=TableState.STANDING):
        told = json.loads(table.columns)
        columns = [
            Column(one["key"], one.get("title", ""), one.get("unit", ""), tuple(one.get("group", ()))) for one in told
        ]
        found = match(columns, known, source=table.source).found
        taken = {one.get("indicator") for one in told}
        new = {
            index: hit for index, hit in found.items() if "indicator" not in told[index] and hit.indicator not in taken
        }
        for index, hit in new.items():
            told[index] |= {"indicator": hit.indicator} | ({"factor": str(hit.factor)} if hit.factor != 1 else {})
        if new:
            ensure_indicators({hit.indicator for hit in new.values()})
            table.columns, table.at = json.dumps(told, ensure_ascii=False, separators=(",", ":")), now()
            table.save(update_fields=["columns", "at"])
