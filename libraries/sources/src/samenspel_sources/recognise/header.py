"""The rows above the rows: titles, headings over several columns, names, units."""

import re
from collections import Counter
from collections.abc import Sequence

from samenspel_sources.recognise.signs import Cells, Numbered, filled

_UNIT = re.compile(
    r"(?i)%|aantal|number|getal|code|euro|eur|€|x ?1[ .]?000.*|1[ .]000 euro|km2?|m[23²³]|ha|kwh|gj|jaar|datum|"
    r"per .{1,20}|score|index|punten|naam|text|tekst|-|klasse|personen|huishoudens"
)


def header_of(
    above: list[Numbered], width: int, pointed: int | None, kinds: Sequence[str]
) -> tuple[tuple[str, ...], tuple[Cells, ...], Cells, Cells, int]:
    """Titles, group rows, names, units and the line of the names."""
    rows = list(above)
    if not rows or pointed == 0:
        return (), (), (), (), 0
    units: Cells = ()
    if len(rows) > 1 and _is_units(rows[-1][1], kinds):
        line, units = rows.pop()
        # Columns without figures may have their name in the row of units.
        names = padded(rows[-1][1], width)
        rows[-1] = (
            rows[-1][0],
            tuple(
                name or ("" if kind == "n" else unit)
                for name, unit, kind in zip(names, padded(units, width), _wide(kinds, width), strict=True)
            ),
        )
        units = tuple(
            unit if kind == "n" else "" for unit, kind in zip(padded(units, width), _wide(kinds, width), strict=True)
        )
    while len(rows) > 1 and filled(rows[-1][1]) * 3 < width and filled(rows[-2][1]) > filled(rows[-1][1]):
        rows.pop()
    line, names = rows.pop()
    groups: list[Cells] = []
    while rows and filled(rows[-1][1]) > 1 and width > 2 and pointed is None:
        groups.insert(0, rows.pop()[1])
    titles = tuple(" ".join(text.strip() for text in cells if text.strip()) for _, cells in rows)
    return titles, tuple(_spread(group) for group in groups), names, units, line


def _is_units(cells: Cells, kinds: Sequence[str]) -> bool:
    """Units, and nothing but units, above the numbers."""
    words = [text.strip() for text, kind in zip(cells, _wide(kinds, len(cells)), strict=True) if kind == "n"]
    words = [text for text in words if text]
    return bool(words) and sum(bool(_UNIT.fullmatch(text)) for text in words) * 10 >= len(words) * 7


def _wide(kinds: Sequence[str], width: int) -> list[str]:
    return [*kinds[:width], *[""] * (width - len(kinds))]


def _spread(cells: Cells) -> Cells:
    """A merged cell says its name once, for all columns below it."""
    spread, last = [], ""
    for text in cells:
        last = text.strip() or last
        spread.append(last)
    return tuple(spread)


def padded(cells: Cells, width: int) -> Cells:
    return tuple(text.strip() for text in cells[:width]) + ("",) * (width - len(cells))


def named(names: Cells, groups: Sequence[Cells], width: int, headless: bool) -> Cells:
    """Every column a name of its own: from above when it has none, `#3` when there is nothing at all."""
    seen: Counter[str] = Counter()
    made = []
    for place, name in enumerate(padded(names, width)):
        above = next((group[place] for group in reversed(groups) if place < len(group) and group[place]), "")
        text = "" if headless else " ".join(name.split()) or above
        text = text or f"#{place + 1}"
        seen[text] += 1
        made.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return tuple(made)
