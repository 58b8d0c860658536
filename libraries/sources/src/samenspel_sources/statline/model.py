"""The shape of a StatLine table, the same for both versions of the interface."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from math import prod

from samenspel_sources import SourceError
from samenspel_sources.grid import Column, Origin

MOST_COLUMNS = 3_000
LICENCE = "CC BY 4.0"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Member:
    """One value of a dimension. `raw` is its key as the source pads it: a filter wants exactly that."""

    raw: str
    title: str

    @property
    def key(self) -> str:
        """The key without padding."""
        return self.raw.strip()


@dataclass(frozen=True, slots=True)
class Told:
    """What a catalogue tells about a table."""

    id: str
    title: str
    period: str = ""
    modified: str = ""
    credit: str = "CBS"
    licence: str = LICENCE


@dataclass(frozen=True, slots=True)
class Shape:
    """`region`, `time`, `others`: names of dimensions. `columns`: of the measures, in the order of the table."""

    told: Told
    source: str
    region: str
    time: str
    others: tuple[str, ...]
    columns: tuple[Column, ...]
    map_year: int
    read_at: datetime
    members: dict[str, tuple[Member, ...]] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The year of the area codes: of the map of the table, else of its title."""
        found = YEAR.search(self.told.title) or YEAR.search(self.told.period)
        return self.map_year or (int(found[0]) if found else 0)

    def origin(self, period: str) -> Origin:
        """Where a grid of this table comes from."""
        told = self.told
        scheme = ("CBS", self.year, told.licence, self.read_at, told.modified, told.credit)
        return Origin(self.source, told.id, told.title, period, *scheme)

    def wide(self) -> tuple[tuple[Column, ...], dict[tuple[str, ...], int]]:
        """Columns for every combination of the other dimensions, and where each combination begins."""
        lists = [self.members[name] for name in self.others]
        size = prod(len(members) for members in lists) * len(self.columns)
        if size > MOST_COLUMNS:
            raise SourceError("statline", "too_wide", table=self.told.id, count=size, most=MOST_COLUMNS)
        columns: list[Column] = []
        starts: dict[tuple[str, ...], int] = {}
        for combination in product(*lists):
            starts[tuple(member.key for member in combination)] = len(columns)
            columns += (_within(column, combination) for column in self.columns)
        return tuple(columns), starts


def _within(column: Column, combination: tuple[Member, ...]) -> Column:
    """A measure for one combination: its keys after the key, its titles below the group."""
    if not combination:
        return column
    key = "|".join((column.key, *(member.key for member in combination)))
    group = (*column.group, *(member.title for member in combination))
    return Column(key, column.title, column.unit, group, column.decimals, column.description, column.modelled)


def paths(parents: dict[str, tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """id -> titles from the outermost group inwards. `parents`: id -> (title, id of the group around it)."""

    def upwards(group: str) -> Iterator[str]:
        seen: set[str] = set()
        while group in parents and group not in seen:
            seen.add(group)
            title, group = parents[group]
            yield title.strip()

    return {group: tuple(reversed(list(upwards(group)))) for group in parents}
