"""What a file turned out to be, the guesses that led there, and how a person may say otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from samenspel_sources.areas import Change
from samenspel_sources.figures import Area
from samenspel_sources.geography import Outline
from samenspel_sources.grid import Column, Grid, Repair, Report
from samenspel_sources.iv3 import Line
from samenspel_sources.spreadsheet import Table
from samenspel_sources.subsidies import Grant


class Kind(StrEnum):
    """What a file is about. METADATA describes the columns or codes of another file: give both together."""

    FIGURES = "figures"
    BOUNDARIES = "boundaries"
    BOUNDARIES_WITH_FIGURES = "boundaries_with_figures"
    AREA_CODES = "area_codes"
    CROSSWALK = "crosswalk"
    POSTCODES = "postcodes"
    BUDGET = "budget"
    GRANTS = "grants"
    ELECTION = "election"
    INDICATORS = "indicators"
    METADATA = "metadata"


class Role(StrEnum):
    """What a column is for. VALUE: the figures of a long table; DIMENSION: what tells its figures apart."""

    CODE = "code"
    NAME = "name"
    KIND = "kind"
    PARENT = "parent"
    PERIOD = "period"
    FIGURE = "figure"
    VALUE = "value"
    DIMENSION = "dimension"
    STATUS = "status"
    OLD_CODE = "old_code"
    OLD_NAME = "old_name"
    POSTCODE = "postcode"
    HOUSE = "house"
    WATER = "water"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person says about a file; everything left empty is guessed. Columns are told by their header.

    `header`: line number of the header, 0 for a file without one. `roles`: header -> role, over any guess.
    `columns`: header -> title, unit and so on. `municipality`: whose codes `0111` are (`GM0344`). `area_year` and
    `old_year`: the years of the codes, and of the old codes in a list of changes. `document`: of a budget.
    """

    kind: Kind | None = None
    sheet: str = ""
    separator: str = ""
    decimal: str = ""
    header: int | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    columns: Mapping[str, Column] = field(default_factory=dict)
    period: str = ""
    area_year: int = 0
    old_year: int = 0
    municipality: str = ""
    source: str = ""
    table: str = ""
    title: str = ""
    licence: str = ""
    document: str = ""
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column: what it seems to be for, and some of its cells. `decimal`: the mark its numbers use."""

    place: int
    header: str
    role: Role
    samples: tuple[str, ...]
    column: Column
    decimal: str = "."


@dataclass(frozen=True, slots=True)
class Sketch:
    """How a table was understood, for a person to look at and correct with `Hints`."""

    sheet: str
    sheets: tuple[str, ...]
    separator: str
    titles: tuple[str, ...]
    header_line: int
    columns: tuple[ColumnGuess, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    rows: int
    kind: Kind | None = None
    period: str = ""

    def of(self, *roles: Role) -> tuple[ColumnGuess, ...]:
        """The columns with one of these roles."""
        return tuple(column for column in self.columns if column.role in roles)


@dataclass(frozen=True, slots=True)
class Postcode:
    """One postcode (with a house number, or 0 for all of it) and the area it lies in."""

    postcode: str
    house: int
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is (`why` says how that was told), and what is in it: only what fits its kind is filled.

    `grids` and `postcodes` may stream. `scheme` and `year`: of the codes beside postcodes (0: unknown).
    `report` is about the whole file; every grid has its own as well.
    """

    kind: Kind
    why: Repair
    grids: tuple[Grid, ...] = ()
    outlines: tuple[Outline, ...] = ()
    areas: tuple[Area, ...] = ()
    changes: tuple[Change, ...] = ()
    postcodes: Iterable[Postcode] = ()
    budget: tuple[Line, ...] = ()
    grants: tuple[Grant, ...] = ()
    columns: Mapping[str, Column] = field(default_factory=dict)
    scheme: str = ""
    year: int = 0
    table: Table | None = None
    sketch: Sketch | None = None
    report: Report = field(default_factory=Report)
