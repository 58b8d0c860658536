"""Which table has the key figures of wards and neighbourhoods of a year: each year has one of its own."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Protocol

from samenspel_sources import SourceError
from samenspel_sources.interface import TableInfo

TITLE = re.compile(
    r"kerncijfers wijken en buurten\s+(\d{4})(?:\s*(?:-|t/m|tot en met)\s*(\d{2,4}))?\s*$", re.IGNORECASE
)


class Catalogue(Protocol):
    """What lists tables."""

    def tables(self, words: str = "") -> Iterator[TableInfo]: ...


def year_of(period: str) -> int:
    """The year in a period; without it nobody knows which table is meant."""
    if not re.fullmatch(r"(19|20)\d\d", period):
        raise SourceError("statline", "kwb_year", period=period[:20])
    return int(period)


def table_of(catalogue: Catalogue, year: int) -> str:
    """By title in the catalogue, the newest when there are two; by our own list when there is no catalogue."""
    try:
        found = [table for table in catalogue.tables("kerncijfers wijken en buurten") if _about(table.title, year)]
    except SourceError:
        found = []
    if found:
        return max(found, key=lambda table: (table.modified, table.id)).id
    known: dict[str, str] = tomllib.loads(_list())["tables"]
    for period, table in known.items():
        if _about(f"Kerncijfers wijken en buurten {period}", year):
            return table
    raise SourceError("statline", "no_kwb", year=year)


def _list() -> str:
    return (files("samenspel_sources.statline") / "kwb.toml").read_text(encoding="utf-8")


def _about(title: str, year: int) -> bool:
    told = TITLE.search(title.strip())
    if not told:
        return False
    first = int(told[1])
    last = int(told[1][: 4 - len(told[2])] + told[2]) if told[2] else first
    return first <= year <= last
