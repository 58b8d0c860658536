"""All indicators together; reading more of them from toml or csv."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from samenspel_sources import SourceError, csv_records
from samenspel_sources.catalogue.entry import KEYS, PUBLISHERS, TEXTS, indicator, matches
from samenspel_sources.catalogue.model import Indicator

Written = tuple[str, Mapping[str, Any], int]
_CHANGEABLE = {*PUBLISHERS, *TEXTS} - {"unit", "theme"}


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All indicators by id, in the order of their files."""

    indicators: Mapping[str, Indicator]

    def __getitem__(self, key: str) -> Indicator:
        return self.indicators[key]

    def __contains__(self, key: object) -> bool:
        return key in self.indicators

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    def __len__(self) -> int:
        return len(self.indicators)

    def themes(self) -> tuple[str, ...]:
        """Keys of the themes that have an indicator."""
        return tuple(dict.fromkeys(indicator.theme for indicator in self))

    def of_theme(self, theme: str) -> tuple[Indicator, ...]:
        """The indicators of one theme."""
        return tuple(indicator for indicator in self if indicator.theme == theme)

    def extended(self, data: bytes) -> "Catalogue":
        """This catalogue with the indicators of a csv or toml file (see README). SourceError says line and remedy."""
        return _extended(self, data)


@cache
def builtin() -> Catalogue:
    """The catalogue of this library: what open data tells about every neighbourhood of the Netherlands."""
    catalogue = Catalogue({})
    for source in sorted((files("samenspel_sources.catalogue") / "data").iterdir(), key=lambda path: path.name):
        if source.name.endswith(".toml") and source.name != "units.toml":
            written = _from_toml(source.read_text(encoding="utf-8"), source.name.removesuffix(".toml"))
            catalogue = _joined(catalogue, written)
    return _whole(catalogue, {})


def _extended(catalogue: Catalogue, data: bytes) -> Catalogue:
    """The catalogue with the indicators of a file; nothing is added when anything in it is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError("catalogue", "not_utf8") from None
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if not first:
        raise SourceError("catalogue", "empty")
    written = list(_from_toml(text) if re.match(r"\s*(\[|[\w.\"-]+\s*=)", first) else _from_csv(data))
    if not written:
        raise SourceError("catalogue", "empty")
    return _whole(_joined(catalogue, written), {key: line for key, _entry, line in written})


def _from_toml(text: str, theme: str = "") -> Iterator[Written]:
    """`[id]` tables; `like = "x"` takes what is not written from `[like.x]`; `theme` on top holds for all."""
    try:
        document = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise SourceError("catalogue", "bad_toml", line=found[1] if found else "?", why=str(error)) from None
    bases, common = document.pop("like", {}), {"theme": document.pop("theme", theme)}
    for key, entry in document.items():
        header = re.search(rf"^\s*\[\s*\"?{re.escape(key)}\"?\s*\]", text, re.MULTILINE)
        line = text.count("\n", 0, header.start()) + 1 if header else 1
        if not isinstance(entry, dict):
            raise SourceError("catalogue", "no_table", line=line, id=key)
        if (like := entry.get("like", "")) and like not in bases:
            raise SourceError("catalogue", "unknown_like", line=line, id=key, like=like)
        yield key, {**common, **bases.get(like, {}), **entry}, line


def _from_csv(data: bytes) -> Iterator[Written]:
    """One indicator per line; `matches` holds "title | unit | group" with semicolons between."""
    for line, row in csv_records("catalogue", data, ["id"]):
        if unknown := sorted(set(row) - KEYS):
            raise SourceError("catalogue", "unknown_key", line=1, id=row["id"], keys=", ".join(unknown))
        yield row["id"], {name: value for name, value in row.items() if value and name != "id"}, line


def _joined(catalogue: Catalogue, written: Iterator[Written] | list[Written]) -> Catalogue:
    added: dict[str, Indicator] = {}
    for key, entry, line in written:
        if key in added:
            raise SourceError("catalogue", "double_id", line=line, id=key)
        known = catalogue.indicators.get(key)
        added[key] = _changed(known, entry, line) if known else indicator(key, entry, line)
    return Catalogue({**catalogue.indicators, **added})


def _changed(known: Indicator, entry: Mapping[str, Any], line: int) -> Indicator:
    """A known indicator gets more names or better words; what it measures stays."""
    given = {name: value for name, value in entry.items() if value not in ("", getattr(known, name, None))}
    if firm := sorted(set(given) - _CHANGEABLE):
        raise SourceError("catalogue", "firm", line=line, id=known.id, keys=", ".join(firm))
    words = {name: str(given[name]).strip() for name in TEXTS if name in given}
    return replace(known, **words, matches=known.matches + matches(known.id, given, line))  # type: ignore[arg-type]


def _whole(catalogue: Catalogue, lines: Mapping[str, int]) -> Catalogue:
    """What indicators say of each other must be there."""
    for one in catalogue:
        if (one.combine == "weighted") and one.weight not in catalogue:
            raise SourceError("catalogue", "unknown_weight", line=lines.get(one.id, 0), id=one.id, weight=one.weight)
        for other in one.derived.ids if one.derived else ():
            if other not in catalogue:
                raise SourceError("catalogue", "unknown_part", line=lines.get(one.id, 0), id=one.id, part=other)
    return catalogue
