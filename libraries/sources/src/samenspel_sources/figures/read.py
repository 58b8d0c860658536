"""Reading the four csv files of a set of figures (see README). Strict: these files are made by programs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from samenspel_sources import SourceError, Status, csv_records
from samenspel_sources.figures.model import Area, Change, Direction, Figure, Indicator, Spread, Weight

FIGURES = "indicator,area_scheme,area_code,area_year,period,value,status,unit,source,table,measured,licence,read_on"
INDICATORS = "id,theme,name,explanation,unit,decimals,direction,weight,caveat,name_en"
AREAS = "scheme,code,year,name,kind,parent,inhabitants"
CHANGES = "scheme,old_code,old_year,new_code,new_year,old_name,new_name"
SPREADS = "indicator,area_scheme,area_year,period,level,areas,city,mean_distance"

Word = TypeVar("Word", bound=StrEnum)


def read_figures(data: bytes) -> tuple[Figure, ...]:
    """All figures; each indicator, area and period once."""
    seen: set[tuple[str, ...]] = set()
    figures = []
    for line, row in _rows(data, FIGURES):
        key = (row["indicator"], row["area_scheme"], row["area_code"], row["area_year"], row["period"])
        if key in seen:
            params = {"indicator": row["indicator"], "area": row["area_code"], "period": row["period"]}
            raise SourceError("figures", "double_figure", line=line, **params)
        seen.add(key)
        figures.append(_figure(line, row))
    return tuple(figures)


def read_indicators(data: bytes) -> tuple[Indicator, ...]:
    """What the figures mean."""
    return tuple(
        Indicator(
            **{name: row[name] for name in ("id", "theme", "name", "explanation", "unit", "caveat", "name_en")},
            decimals=_whole(line, row, "decimals"),
            direction=_word(line, row, "direction", Direction),
            weight=_word(line, row, "weight", Weight),
        )
        for line, row in _rows(data, INDICATORS)
    )


def read_areas(data: bytes) -> tuple[Area, ...]:
    """The areas, per year of their codes."""
    return tuple(
        Area(
            **{name: row[name] for name in ("scheme", "code", "name", "kind", "parent")},
            year=_whole(line, row, "year"),
            inhabitants=_whole(line, row, "inhabitants") if row["inhabitants"] else None,
        )
        for line, row in _rows(data, AREAS)
    )


def read_changes(data: bytes) -> tuple[Change, ...]:
    """Old and new codes of the same area."""
    return tuple(
        Change(
            **{name: row[name] for name in ("scheme", "old_code", "new_code", "old_name", "new_name")},
            old_year=_whole(line, row, "old_year"),
            new_year=_whole(line, row, "new_year"),
        )
        for line, row in _rows(data, CHANGES)
    )


def read_spreads(data: bytes) -> tuple[Spread, ...]:
    """How far areas of the city usually are from the city: what a compass is measured in."""
    return tuple(
        Spread(
            **{name: row[name] for name in ("indicator", "area_scheme", "period", "level")},
            area_year=_whole(line, row, "area_year"),
            areas=_whole(line, row, "areas"),
            city=_decimal(line, row, "city"),
            mean_distance=_decimal(line, row, "mean_distance"),
        )
        for line, row in _rows(data, SPREADS)
    )


def _rows(data: bytes, columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    return csv_records("figures", data, columns.split(","))


def _figure(line: int, row: dict[str, str]) -> Figure:
    status = _word(line, row, "status", Status)
    if (status is Status.VALUE) != bool(row["value"]):
        raise SourceError("figures", "value_without_status", line=line)
    if row["measured"] not in ("measured", "modelled"):
        raise SourceError("figures", "bad_word", line=line, column="measured", value=row["measured"])
    texts = ("indicator", "area_scheme", "area_code", "period", "unit", "source", "table", "licence")
    return Figure(
        **{name: row[name] for name in texts},
        area_year=_whole(line, row, "area_year"),
        value=_decimal(line, row, "value") if row["value"] else None,
        status=status,
        modelled=row["measured"] == "modelled",
        read_on=_day(line, row["read_on"]),
    )


def _word(line: int, row: dict[str, str], column: str, kind: type[Word]) -> Word:
    try:
        return kind(row[column])
    except ValueError:
        raise SourceError("figures", "bad_word", line=line, column=column, value=row[column]) from None


def _whole(line: int, row: dict[str, str], column: str) -> int:
    if not (row[column].isascii() and row[column].isdecimal()):
        raise SourceError("figures", "bad_number", line=line, column=column, value=row[column])
    return int(row[column])


def _decimal(line: int, row: dict[str, str], column: str) -> Decimal:
    try:
        value = Decimal(row[column])
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        raise SourceError("figures", "bad_number", line=line, column=column, value=row[column])
    return value


def _day(line: int, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SourceError("figures", "bad_number", line=line, column="read_on", value=text) from None
