"""What every source offers, whatever it is: tables, areas, figures, boundaries, finding a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from samenspel_sources import SourceError
from samenspel_sources.grid import Grid

if TYPE_CHECKING:
    from samenspel_sources.geography import Outline

_KINDS = {"NL": "country", "GM": "municipality", "WK": "ward", "BU": "neighbourhood"}
_PREFIXES = {"municipality": "GM", "ward": "WK", "neighbourhood": "BU"}


@dataclass(frozen=True, slots=True)
class TableInfo:
    """One table of a source. `id` is what `figures` wants; `period` and `modified` as the source writes them."""

    id: str
    title: str
    period: str = ""
    modified: str = ""
    files: tuple[tuple[str, str], ...] = ()  # (format, address), for catalogues of files


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area as a source names it, with codes of `year` (0: unknown)."""

    code: str
    name: str
    kind: str
    parent: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A place that was looked for. Codes with their prefix (`GM0363`), "" when not told; `rd` in metres.

    `label` and `id` may be somebody's address: show them, never store or log them.
    """

    kind: str
    label: str = field(default="", repr=False)
    id: str = field(default="", repr=False)
    neighbourhood: str = ""
    ward: str = ""
    municipality: str = ""
    municipality_name: str = ""
    rd: tuple[float, float] | None = field(default=None, repr=False)


class Source(Protocol):
    """What a program may ask of any source. What a source does not have is SourceError("interface", "cannot_...")."""

    name: str

    def tables(self, words: str = "") -> Iterator[TableInfo]: ...
    def areas(self, table: str) -> Iterator[AreaName]: ...
    def figures(self, table: str, *, within: str = "", period: str = "") -> Iterator[Grid]: ...
    def boundaries(self, year: int, kind: str, within: str = "") -> "Iterator[Outline]": ...
    def geocode(self, words: str) -> list[Found]: ...


class Driver:
    """A source that has nothing yet; a driver overrides what its source does have."""

    name = ""

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """The tables whose title has all these words."""
        raise self._cannot("tables")

    def areas(self, table: str) -> Iterator[AreaName]:
        """The areas a table is about."""
        raise self._cannot("areas")

    def figures(self, table: str, *, within: str = "", period: str = "") -> Iterator[Grid]:
        """The figures, one grid for each period; within one area with its parts (`GM0363`), or all."""
        raise self._cannot("figures")

    def boundaries(self, year: int, kind: str, within: str = "") -> "Iterator[Outline]":
        """Outlines of municipalities, wards or neighbourhoods, in metres (RD)."""
        raise self._cannot("boundaries")

    def geocode(self, words: str) -> list[Found]:
        """Places that fit what somebody typed."""
        raise self._cannot("geocode")

    def _cannot(self, what: str) -> SourceError:
        return SourceError("interface", f"cannot_{what}", source=self.name)


def kind_of(code: str) -> str:
    """What a national code is about, by its first two letters."""
    return _KINDS.get(code[:2], "other")


def parent_of(code: str) -> str:
    """The area around a ward or neighbourhood, by the build of national codes; "" for any other."""
    if code.startswith("BU") and len(code) == 10:
        return "WK" + code[2:8]
    return "GM" + code[2:6] if code.startswith("WK") and len(code) == 8 else ""


def within_starts(within: str) -> tuple[str, ...]:
    """How codes begin that lie in an area: `GM0363` -> GM0363, WK0363, BU0363; a ward -> itself and its parts."""
    plain = within.strip().upper()
    if plain and not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{2,8}", plain):
        raise SourceError("interface", "bad_area", area=within[:30])
    if plain[:2] in ("GM", "WK") and len(plain) > 4:
        order = ("GM", "WK", "BU") if plain[:2] == "GM" else ("WK", "BU")
        return tuple(prefix + plain[2:] for prefix in order)
    if plain[:2] in ("NL", "BU", "PV") and len(plain) > 3:
        return (plain,)
    if not plain:
        return ()
    raise SourceError("interface", "bad_area", area=within[:30])


def prefix_of(kind: str) -> str:
    """The letters of a kind of area: municipality, ward or neighbourhood."""
    if kind not in _PREFIXES:
        raise SourceError("interface", "bad_kind", kind=kind[:30])
    return _PREFIXES[kind]


def all_words(title: str, words: str) -> bool:
    """Whether a title has every word, whatever the capitals."""
    return all(word in title.casefold() for word in words.casefold().split())
