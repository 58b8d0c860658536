"""Small maps of several years: outlines once, then only which class each area has."""

from collections.abc import Iterable, Sequence

from django.utils.html import escape

from samenspel.ui.drawing.atlas import MOST_LIMITS, group, grouped, outlined, patterns, seen, view_box
from samenspel.ui.figures.maps import MapYear, MapYears

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def short(number: int) -> str:
    """A number in as few signs as possible: a name for a shape that is used again and again."""
    high, low = divmod(number, len(DIGITS))
    return (short(high) if high else "") + DIGITS[low]


def names(years: MapYears) -> dict[str, str]:
    """The name of each outline that is seen."""
    shapes = years.outlines.shapes
    return {code: short(at) for at, code in enumerate(c for c, shape in shapes.items() if seen(shape, years.view))}


def outlines(years: MapYears, named: dict[str, str]) -> str:
    """Every outline once, not shown by itself."""
    shapes = years.outlines.shapes
    paths = "".join(f'<path id="{years.key}-{name}" d="{shapes[code].path}"/>' for code, name in named.items())
    void = patterns(years.key, (years.view or years.outlines.box)[2] / 480)
    return f'<svg class="defs" aria-hidden="true" focusable="false">{void}<defs>{paths}</defs></svg>'


def small_map(years: MapYears, year: MapYear, named: dict[str, str]) -> str:
    """One year."""
    limits = sorted(years.limits)[:MOST_LIMITS]
    groups = "".join(
        f"{group(style, years.key)}{''.join(_uses(years.key, [named[code] for code in codes]))}</g>"
        for style, codes in sorted(grouped(named, year.values, limits).items())
    )
    lines = outlined(years.outlines.shapes, [code for code in years.own if code in named])
    box = years.view or years.outlines.box
    return (
        f'<svg class="tiny" viewBox="{view_box(box)}" stroke-width="{box[2] / 700:.2f}" aria-hidden="true" '
        f'focusable="false">{groups}{lines}</svg>'
    )


def _uses(key: str, names_: Sequence[str]) -> Iterable[str]:
    return (f'<use href="#{escape(key)}-{name}"/>' for name in names_)
