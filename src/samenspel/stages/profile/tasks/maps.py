"""Drawing outlines once, when they come in: light lines that every map can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samenspel.stages.profile import actions
from samenspel_sources.geography import Outline

Polygons = tuple[tuple[tuple[tuple[float, float], ...], ...], ...]

WIDE = 2000  # units along the longest side of a map
FINE = 1.5  # units: smaller bends do not show


def draw(outlines: Iterable[Outline]) -> list[actions.Drawing]:
    """Outlines as light lines, a drawing per municipality and kind; borders that areas share stay shared."""
    from samenspel_sources.geography import simplify  # slow to load, and only for who reads a map

    groups: dict[tuple[str, str, str, int], list[Outline]] = {}
    for outline in outlines:
        if outline.code:
            at = (outline.scheme or "CBS", _drawn_in(outline), outline.kind, outline.year)
            groups.setdefault(at, []).append(outline)
    found = []
    for (scheme, city, kind, year), members in sorted(groups.items()):
        frame = Frame.around(members)
        lighter = simplify(members, frame.unit * FINE)
        paths = {outline.code: frame.path(outline.rings) for outline in lighter}
        found.append(actions.Drawing(scheme, city, kind, year, frame.box, paths, members[0].source))
    return found


def _drawn_in(outline: Outline) -> str:
    """The municipality on whose map it stands; municipalities stand on that of the country."""
    return "GM" + outline.code[2:6] if outline.code[:2] in ("BU", "WK") else "NL00"


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one map: metres of the national grid as small whole numbers, with the north on top."""

    left: float
    top: float
    unit: float
    box: str

    @classmethod
    def around(cls, outlines: Sequence[Outline]) -> Frame:
        """A frame just around some outlines; its longest side is WIDE units."""
        points = [point for outline in outlines for polygon in outline.rings for point in polygon[0]]
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        unit = max(wide, high, 1.0) / WIDE
        return cls(min(xs), max(ys), unit, f"0 0 {round(wide / unit)} {round(high / unit)}")

    def path(self, polygons: Polygons) -> str:
        """Rings as the `d` of an SVG path: one absolute start, then steps."""
        return "".join(self._ring(ring) for polygon in polygons for ring in polygon)

    def _ring(self, ring: Sequence[tuple[float, float]]) -> str:
        points = [(round((x - self.left) / self.unit), round((self.top - y) / self.unit)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points[:-1] if points[0] == points[-1] else points)]
        moved = "".join(f"{' ' if x >= 0 else ''}{x}{' ' if y >= 0 else ''}{y}" for x, y in steps if x or y)
        return f"M{points[0][0]} {points[0][1]}l{moved.strip()}z" if moved else ""
