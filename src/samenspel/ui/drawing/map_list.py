"""The list beside a map: every area with its figure, the own areas first, then by name. Never by value."""

from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.translation import gettext as _

from samenspel.ui.drawing.atlas import NOTHING, Writer
from samenspel.ui.figures.maps import ShapeMap
from samenspel.ui.numbers import number

FIRST, OPEN_UNTIL = 12, 48  # lines before the fold; a list up to this long lies open on a wide screen


def in_order(map_: ShapeMap) -> list[str]:
    """Own areas first, in the order they were given."""
    shapes = map_.outlines.shapes
    own = [code for code in dict.fromkeys(map_.own) if code in shapes]
    mine = frozenset(own)
    others = sorted((code for code in shapes if code not in mine), key=lambda code: (shapes[code].name, code))
    return [*own, *others]


def value_list(map_: ShapeMap, write: Writer) -> str:
    """All areas; what comes after the first twelve is in a fold."""
    codes, own = in_order(map_), frozenset(map_.own)
    lines = list(_lines(map_, codes, own, write))
    first = f'<ul class="value-list">{"".join(lines[:FIRST])}</ul>'
    if len(lines) <= FIRST:
        return first
    kind = "fold rest open-wide" if len(lines) <= OPEN_UNTIL else "fold rest"
    summary = _("Nog %(n)s gebieden") % {"n": number(len(lines) - FIRST, 0)}
    rest = f'<div><ul class="value-list">{"".join(lines[FIRST:])}</ul></div>'
    return f'{first}<details class="{kind}"><summary>{escape(summary)}</summary>{rest}</details>'


def _lines(map_: ShapeMap, codes: Sequence[str], own: frozenset[str], write: Writer) -> Iterable[str]:
    shapes, values, url = map_.outlines.shapes, map_.values, map_.url
    for code in codes:
        name, text = escape(shapes[code].name), escape(write(values.get(code, NOTHING)))
        linked = f'<a href="{escape(url(code))}">{name}</a>' if url else f"<span>{name}</span>"
        yield f"<li{' class=own' if code in own else ''}>{linked} <b>{text}</b></li>"
