"""One block on a band around the middle: its length, its margin, and what it is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from django.utils.html import escape
from django.utils.translation import pgettext

from samenspel.ui.drawing.shapes import coord, on_circle
from samenspel.ui.figures import CompassItem
from samenspel.ui.numbers import number

EMPTY, THIN = 10.0, 4.0  # half the depth of a block without a figure; the least depth of one with
STEM, WIDER = 0.4, 1.3  # a mark of residents is slimmer; what it is compared with stands around it


@dataclass(frozen=True, slots=True)
class Band:
    """From which distance to which the scale runs."""

    near: float
    far: float
    low: float = 40
    high: float = 160

    def radius(self, index: float) -> float:
        """Where an index lies; beyond the scale it stays on the edge."""
        inside = min(max(index, self.low), self.high)
        return self.near + (self.far - self.near) * (inside - self.low) / ((self.high - self.low) or 1)

    def holds(self, index: float) -> bool:
        """Whether an index is on the scale."""
        return self.low <= index <= self.high


def sector(angle: float, half: float, inner: float, outer: float) -> str:
    """A piece of a ring."""
    start, end = radians(angle - half), radians(angle + half)
    x, y, u, v = sin(start), -cos(start), sin(end), -cos(end)
    far, near, wide = coord(outer), coord(inner), int(half > 90)
    return (
        f"M{coord(outer * x)},{coord(outer * y)}A{far},{far} 0 {wide} 1 {coord(outer * u)},{coord(outer * v)}"
        f"L{coord(inner * u)},{coord(inner * v)}A{near},{near} 0 {wide} 0 {coord(inner * x)},{coord(inner * y)}Z"
    )


def style_of(item: CompassItem) -> str:
    """How a block looks: no figure, without judgement, outward or inward."""
    if item.index is None:
        return "none"
    return "plain" if not item.judged else "out" if item.index >= 100 else "in"


def unsure(item: CompassItem) -> tuple[float, float] | None:
    """The margin of an index, if it has one."""
    if item.index is None or item.low is None or item.high is None or item.high <= item.low:
        return None
    return item.low, item.high


def outermost(item: CompassItem, band: Band) -> float:
    """How far the drawing of a block reaches."""
    ends = [value for value in (100.0, item.index, item.high, item.other) if value is not None]
    return max(band.radius(end) for end in ends)


def drawn(item: CompassItem, angle: float, half: float, band: Band) -> str:
    """The block with all that belongs to it."""
    wide = half * STEM if item.marks else half
    parts = [*_compared(item, angle, half, band), *_body(item, angle, wide, band), *_margin(item, angle, wide, band)]
    if item.marks and item.index is not None:
        end = on_circle(angle, band.radius(item.index))
        parts.append(f'<circle class="mark-end" cx="{end.sx}" cy="{end.sy}" r="{coord(max(min(half, 11), 5))}"/>')
    return "".join(parts)


def _body(item: CompassItem, angle: float, half: float, band: Band) -> Iterable[str]:
    """The sure part in the full look; from where the margin begins, a lighter end."""
    ring, style = band.radius(100), style_of(item)
    if item.index is None:
        yield f'<path class="block none" d="{sector(angle, half, ring - EMPTY, ring + EMPTY)}"/>'
        return
    reach = band.radius(item.index)
    margin, sure = unsure(item), reach
    if margin:
        nearest = max(margin[0], 100) if item.index >= 100 else min(margin[1], 100)
        sure = band.radius(nearest)
    inner, outer = sorted((ring, reach))
    outer = max(outer, inner + THIN)
    if margin and abs(sure - reach) > 1:
        yield f'<path class="block {style} light" d="{sector(angle, half, inner, outer)}"/>'
        inner, outer = sorted((ring, sure))
    if outer - inner >= 1:
        yield f'<path class="block {style}" d="{sector(angle, half, inner, outer)}"/>'


def _margin(item: CompassItem, angle: float, half: float, band: Band) -> Iterable[str]:
    margin = unsure(item)
    if not margin:
        return
    ends = [band.radius(end) for end in margin]
    line = f"M{on_circle(angle, ends[0])}L{on_circle(angle, ends[1])}"
    for end in ends:
        slope = min(half * 0.5, 4) * band.radius(100) / max(end, 1)
        line += f"M{on_circle(angle - slope, end)}L{on_circle(angle + slope, end)}"
    yield f'<path class="margin-halo" d="{line}"/><path class="margin" d="{line}"/>'


def _compared(item: CompassItem, angle: float, half: float, band: Band) -> Iterable[str]:
    """The other year or area: an outline around the block, with a heavy end."""
    if item.other is None:
        return
    wide, ring, reach = half * WIDER, band.radius(100), band.radius(item.other)
    inner, outer = sorted((ring, reach))
    a, b, far = on_circle(angle - wide, reach), on_circle(angle + wide, reach), coord(reach)
    yield f'<path class="other" d="{sector(angle, wide, inner, outer)}"/>'
    yield f'<path class="other-end" d="M{a}A{far},{far} 0 0 1 {b}"/>'


def shown(item: CompassItem, band: Band) -> str:
    """The index as it is written beside the block; a star says that it lies beyond the scale."""
    if item.index is None:
        return "?"
    return number(item.index, 0) + ("" if band.holds(item.index) else "*")


def spoken(item: CompassItem) -> str:
    """What a screen reader says of a block."""
    missing = item.missing or pgettext("missing number", "geen cijfer")
    return f"{item.name}: {missing if item.index is None else number(item.index, 0)}"


def linked(item: CompassItem, shapes: str, words: str, hit: str, *, reach: bool = True) -> str:
    """A block that leads to its page, or just the block. `reach`: also with the tab key.

    Words lie over the link, not in it: what is seen is a number, what is said is the name with the number.
    """
    said = escape(spoken(item))
    title = f"<title>{said}</title>"
    if not item.url:
        return f"<g>{title}{shapes}{words}</g>"
    tab = "" if reach else ' tabindex="-1"'
    about = f'href="{escape(item.url)}" aria-label="{said}"{tab}'
    return f'<a {about}><path class="hit" d="{hit}"/>{title}{shapes}</a><g class="words" aria-hidden="true">{words}</g>'
