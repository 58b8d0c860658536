"""A table of figures: which source, which columns, one row per area."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from samenspel_sources.grid.cells import Cell
from samenspel_sources.grid.report import Report


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of the table. `key` is its name in the source, as is; matching uses title, unit and group."""

    key: str
    title: str = ""
    unit: str = ""
    group: tuple[str, ...] = ()
    decimals: int | None = None
    description: str = ""
    modelled: bool | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where figures come from. `period` is the time they are about ("2020"; "" when nobody told it yet).

    `area_year` is the year of the area codes (0: unknown); `area_scheme` is "CBS" or "Amsterdam".
    """

    source: str
    table: str
    title: str
    period: str
    area_scheme: str
    area_year: int
    licence: str
    read_at: datetime
    version: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One area. `kind`: country, municipality, ward, neighbourhood or other. `line` is its place in the file."""

    code: str
    name: str
    kind: str
    cells: tuple[Cell, ...]
    parent: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """One source table for one period. `rows` may be a stream that can be read once; `report` fills meanwhile."""

    origin: Origin
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    report: Report = field(default_factory=Report)
