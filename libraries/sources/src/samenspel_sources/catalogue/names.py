"""How a column may be read: `A/B/C (unit)`, `AantalInwoners_5`, `aantal_inwoners`, `Inwoners 2024`."""

import re
import unicodedata
from collections.abc import Iterator

from samenspel_sources.catalogue.units import unit_of
from samenspel_sources.grid import Column

Reading = tuple[str, str, tuple[str, ...]]
_UNIT = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]*)[)\]]\s*")
_YEAR = re.compile(r"^(?:19|20)\d\d(?=\D)|(?<=\D)(?:19|20)\d\d$")
_PLACE = re.compile(r"_\d{1,3}$")
_SAYS = {
    "%": re.compile(r"(?:percentage|perc|pct|aandeel|share of|%)[\s_.]+(\S.*)", re.IGNORECASE),
    "aantal": re.compile(r"(?:aantal|number of)[\s_.]+(\S.*)", re.IGNORECASE),
}


def plain(text: str) -> str:
    """Letters and digits only, small, without accents: one form for all ways of writing a name."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower())


def key_name(key: str) -> str:
    """A StatLine key without the number of its place and without the `k_` before a digit."""
    return re.sub(r"^k_(?=\d)", "", _PLACE.sub("", key.strip()))


def readings(column: Column) -> Iterator[Reading]:
    """(plain title, unit, plain headings): the most literal reading first."""
    groups = tuple(plain(group) for group in column.group)
    for text in dict.fromkeys((column.title.strip(), key_name(column.key), column.key.strip())):
        if text:
            yield from _readings(text, column.unit.strip(), groups)


def _readings(text: str, unit: str, groups: tuple[str, ...]) -> Iterator[Reading]:
    found = _UNIT.fullmatch(text)
    if found and unit_of(found[2]):
        yield from _dated(found[1], unit or found[2], groups)
    yield from _dated(text, unit, groups)
    if found:
        text, unit = found[1], unit or (found[2] if unit_of(found[2]) else "")
        yield from _dated(text, unit, groups)
    for says, way in _SAYS.items():
        if (said := way.fullmatch(text)) and unit in ("", says):
            yield from _dated(said[1], says, groups)
    parts = [part.strip() for part in text.split("/")]
    for at in range(1, len(parts)):
        yield from _dated("/".join(parts[at:]), unit, groups + tuple(plain(part) for part in parts[:at]))


def _dated(text: str, unit: str, groups: tuple[str, ...]) -> Iterator[Reading]:
    title = plain(text)
    yield title, unit, groups
    if (short := _YEAR.sub("", title)) and short != title:
        yield short, unit, groups
