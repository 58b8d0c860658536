"""Municipalities by name, as people and files write them, per year."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from samenspel_sources import SourceError

FIRST, LAST = 2017, 2025
_GAP = (2018, 2019)
_CODE = re.compile(r"\bGM(\d{4})\b", re.IGNORECASE)
_BESIDE = re.compile(r"^(?:de\s+)?(?:gemeente|municipality of|gem\.)\s+|\s*[(,]\s*(?:gemeente|gem\.?)\s*\)?$")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality and the years of which we know that it was there (on 1 January)."""

    code: str
    name: str
    first: int
    last: int
    inhabitants: tuple[tuple[int, int], ...] = ()

    def there(self, year: int) -> bool:
        """Whether it was there in a year; 0 is any year. Before and after what we know: as in the nearest year."""
        return not year or self.first <= _known(year) <= self.last


def municipalities(year: int = 0) -> tuple[Municipality, ...]:
    """All municipalities of a year (0: of all years). We know 2017 and 2020 to 2025."""
    return tuple(one for one in _all().values() if one.there(year))


def municipality(name: str, year: int = 0) -> str:
    """The code of a municipality by its name: "Den Haag", "gemeente 's-Gravenhage", "HENGELO", "Laren (NH.)".

    SourceError: `unknown_name`; `ambiguous_name` (Bergen) with the choices; `other_year` when it was not there then.
    """
    found = named(name)
    there = [code for code in found if _all()[code].there(year)]
    if len(there) == 1:
        return there[0]
    if not found:
        raise SourceError("areas", "unknown_name", name=name.strip()[:60])
    shown = ", ".join(f"{_all()[code].name} = {code}" for code in found)
    if there:
        raise SourceError("areas", "ambiguous_name", name=name.strip(), choices=shown)
    raise SourceError("areas", "other_year", name=name.strip(), year=year, choices=shown)


def named(name: str) -> tuple[str, ...]:
    """All codes a name may mean, without a year."""
    if coded := _CODE.search(name):
        code = f"GM{coded[1]}"
        return (code,) if code in _all() else ()
    index = _index()
    return next((index[form] for form in _forms(name) if form in index), ())


def inhabitants(code: str, year: int = 0) -> int | None:
    """How many people lived in a municipality, in the nearest year we know (2020, 2024)."""
    known = _all().get(code.strip().upper())
    if known is None or not known.inhabitants:
        return None
    return min(known.inhabitants, key=lambda one: (abs(one[0] - (year or LAST)), -one[0]))[1]


def _known(year: int) -> int:
    return 2020 if year in _GAP else min(max(year, FIRST), LAST)


def _forms(name: str) -> Iterator[str]:
    """Ways to read a name, the most exact first."""
    text = _BESIDE.sub("", name.strip().casefold())
    yield _plain(text)
    yield _plain(_IN_BRACKETS.sub("", text))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace("a/d", "aan den").replace("a.d.", "aan den"))
    return re.sub(r"[^a-z0-9]", "", text.encode("ascii", "ignore").decode())


@cache
def _all() -> dict[str, Municipality]:
    return {
        row["code"]: Municipality(
            row["code"], row["name"], int(row["first"]), int(row["last"]), tuple(_counts(row))
        )
        for row in rows("municipalities")
    }  # fmt: skip


def _counts(row: dict[str, str]) -> Iterator[tuple[int, int]]:
    for year in (2020, 2024):
        if count := row[f"inhabitants_{year}"]:
            yield year, int(count)


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Plain name -> codes. A name with letters in brackets is known without them too: Hengelo (O.) is Hengelo."""
    found: dict[str, dict[str, None]] = {}
    names = [(row["name"], row["code"]) for row in rows("aliases")]
    names += [(one.name, one.code) for one in _all().values()]
    for name, code in names:
        for form in _forms(name):
            found.setdefault(form, {})[code] = None
    return {form: tuple(codes) for form, codes in found.items()}


def rows(name: str) -> Iterable[dict[str, str]]:
    """The rows of a table of this package."""
    text = (files("samenspel_sources.areas") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
