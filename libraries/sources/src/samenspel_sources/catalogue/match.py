"""Which columns are which indicators: by title, unit and the headings above; never by the number in a column name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from samenspel_sources.catalogue.collection import Catalogue
from samenspel_sources.catalogue.model import Found, Indicator, Match, Matching
from samenspel_sources.catalogue.names import key_name, plain, readings
from samenspel_sources.catalogue.units import factor
from samenspel_sources.grid import Column

SHORT, FAMILY, OWN = 6, 3, 6
Index = dict[str, list[tuple[Indicator, Match]]]


@dataclass(frozen=True, slots=True)
class _Hit:
    """One possible meaning of a column. `rank`: how much of what was asked was really there."""

    indicator: str
    factor: Fraction
    rank: tuple[int, int, int]
    groups: tuple[str, ...] = ()


def match(columns: Sequence[Column], catalogue: Catalogue, *, source: str = "") -> Matching:
    """Which columns are which indicators. `source`: name of the publisher or table, when known."""
    index = _index(catalogue)
    families = _families(columns, index, source)
    hits = [_best(list(_hits(column, index, families))) for column in columns]
    sure = {at: found[0] for at, found in enumerate(hits) if len({hit.indicator for hit in found}) == 1}
    unsure: dict[int, tuple[str, ...]] = {}
    heads = _heads(columns)
    for at, found in enumerate(hits):
        if not found or (at in sure and sure[at].rank[0]):
            continue
        sure.pop(at, None)
        if under := [hit for hit in found if any(group in heads[at] for group in hit.groups)]:
            sure[at] = under[0]
        else:
            unsure[at] = tuple(dict.fromkeys(hit.indicator for hit in found))
    return _matching(len(columns), sure, unsure, catalogue)


def _matching(count: int, sure: dict[int, _Hit], unsure: dict[int, tuple[str, ...]], catalogue: Catalogue) -> Matching:
    times = Counter(hit.indicator for hit in sure.values())
    found = {at: Found(hit.indicator, hit.factor) for at, hit in sorted(sure.items()) if times[hit.indicator] == 1}
    double = {
        key: tuple(at for at, hit in sorted(sure.items()) if hit.indicator == key)
        for key, number in times.items()
        if number > 1
    }
    there = {one.indicator for one in found.values()}
    derivable = tuple(
        one.id for one in catalogue if one.derived and one.id not in times and set(one.derived.ids) <= there
    )
    unmatched = tuple(at for at in range(count) if at not in sure and at not in unsure)
    return Matching(found, double, unsure, unmatched, derivable)


def _hits(column: Column, index: Index, families: set[str]) -> Iterator[_Hit]:
    """Everything a column could be, by the first reading of its name that is known."""
    for title, unit, groups in readings(column):
        found = [hit for one, way in index.get(title, ()) if (hit := _hit(one, way, unit, groups, title, families))]
        if found:
            yield from found
            return


def _hit(one: Indicator, way: Match, unit: str, groups: tuple[str, ...], title: str, families: set[str]) -> _Hit | None:
    if len(title) < SHORT and way.publisher not in families:
        return None
    theirs = way.unit.removesuffix("!")
    worth = factor(unit or theirs or one.unit, one.unit)
    if worth is None or (way.unit.endswith("!") and not unit) or (unit and factor(unit, theirs or unit) is None):
        return None
    told = (int(bool(unit)), int(way.publisher != "own"))
    wanted = tuple(plain(part) for part in way.group.removeprefix("?").split("~") if part.strip())
    if not wanted:
        return _Hit(one.id, worth, (1, *told))
    if any(want in group for want in wanted for group in groups):
        return _Hit(one.id, worth, (2, *told))
    if groups:
        return None
    return _Hit(one.id, worth, (int(way.group.startswith("?")), *told), wanted)


def _best(hits: list[_Hit]) -> list[_Hit]:
    top = max((hit.rank for hit in hits), default=None)
    return [hit for hit in hits if hit.rank == top]


def _families(columns: Sequence[Column], index: Index, source: str) -> set[str]:
    """Publishers whose short names (soc, woz) may be believed: named as source, or seen three times."""
    seen: Counter[str] = Counter()
    for column in columns:
        names = {title for title, _unit, _groups in readings(column)}
        seen.update({way.publisher for title in names for _one, way in index.get(title, ())})
    named = {way.publisher for ways in index.values() for _one, way in ways if way.publisher in plain(source)}
    return named | {publisher for publisher, count in seen.items() if count >= FAMILY} - {"own"}


def _heads(columns: Sequence[Column]) -> list[str]:
    """The nearest column before each one whose name stands once in the file: "Appartement" stands under it."""
    names = [plain(column.title or key_name(column.key)) for column in columns]
    times = Counter(names)
    heads, head = [], ""
    for name in names:
        heads.append(head)
        if times[name] == 1:
            head = name
    return heads


@cache
def _index(catalogue: Catalogue) -> Index:
    """Plain title -> indicators with that title. An indicator is also known by its own id and names."""
    index: Index = {}
    for one in catalogue:
        own = [Match(text, publisher="own") for text in (one.id, one.name, one.name_en) if len(plain(text)) >= OWN]
        for way in (*one.matches, *own):
            index.setdefault(plain(re.sub(r"^k_(?=\d)", "", way.title)), []).append((one, way))
    return index
