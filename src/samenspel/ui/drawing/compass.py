"""Blocks outward (more than the reference) and inward (less), readable where a star is not."""

from dataclasses import dataclass

from samenspel.ui.drawing.shapes import Spot, coord, on_circle
from samenspel.ui.figures import Compass, CompassItem
from samenspel.ui.numbers import number

NEAR, FAR, LABELS = 55.0, 212.0, 281.0
RINGS = (70, 130, 160)
BAR = 240.0
HALF_WIDTH = 0.31  # of the space an item has


@dataclass(frozen=True, slots=True)
class Block:
    """One figure of the compass."""

    item: CompassItem
    number: int
    path: str
    style: str
    value: str
    value_at: Spot
    label_at: Spot


@dataclass(frozen=True, slots=True)
class DrawnCompass:
    """Rings and blocks."""

    rings: list[tuple[str, str]]
    zero: str
    blocks: list[Block]


def radius(compass: Compass, index: float) -> float:
    """Where an index lies; beyond the scale it stays on the edge."""
    inside = min(max(index, compass.low), compass.high)
    return NEAR + (FAR - NEAR) * (inside - compass.low) / ((compass.high - compass.low) or 1)


def compass(compass: Compass) -> DrawnCompass:
    """Lay the items around the ring of 100."""
    space = 360 / max(len(compass.items), 1)
    half = min(space * HALF_WIDTH, 24)
    blocks = [_block(compass, item, at, space * at + space / 2, half) for at, item in enumerate(compass.items)]
    rings = [(coord(radius(compass, ring)), str(ring)) for ring in RINGS if compass.low < ring <= compass.high]
    return DrawnCompass(rings, coord(radius(compass, 100)), blocks)


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One figure as a bar from the line of the reference."""

    x: str
    width: str
    zero: str
    style: str


def bar(compass: Compass, index: float) -> DrawnBar:
    """More than the reference goes on in the direction of reading, less goes back."""
    inside = min(max(index, compass.low), compass.high)
    zero, at = (BAR * (value - compass.low) / ((compass.high - compass.low) or 1) for value in (100, inside))
    return DrawnBar(coord(min(zero, at)), coord(max(abs(at - zero), 3)), coord(zero), "out" if index >= 100 else "in")


def _block(compass: Compass, item: CompassItem, at: int, angle: float, half: float) -> Block:
    ring = radius(compass, 100)
    index = item.index
    inner, outer = (ring - 10, ring + 10) if index is None else sorted((ring, radius(compass, index)))
    if outer - inner < 4:
        outer = inner + 4
    style = "none" if index is None else "out" if index >= 100 else "in"
    beyond = index is not None and not compass.low <= index <= compass.high
    value = "?" if index is None else number(index, 0) + ("*" if beyond else "")
    return Block(
        item=item,
        number=at + 1,
        path=_sector(angle, half, inner, outer),
        style=style,
        value=value,
        value_at=on_circle(angle, max(outer, ring) + 23 + 13 * abs(on_circle(angle, 1).x)),
        label_at=on_circle(angle, LABELS),
    )


def _sector(angle: float, half: float, inner: float, outer: float) -> str:
    """A piece of a ring."""
    a, b = on_circle(angle - half, outer), on_circle(angle + half, outer)
    c, d = on_circle(angle + half, inner), on_circle(angle - half, inner)
    far, near = coord(outer), coord(inner)
    return f"M{a} A{far},{far} 0 0 1 {b} L{c} A{near},{near} 0 0 0 {d} Z"
