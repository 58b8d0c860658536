"""Where a letter fits best inside an outline."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from samenspel.ui.drawing.shapes import Spot

Ring = list[tuple[float, float]]
GRID = 9
ENOUGH = 110.0


def best_place(rings: Sequence[Ring]) -> tuple[Spot, float]:
    """The place with most air around it in the largest ring, and how much air that is."""
    usable = [ring for ring in rings if len(ring) > 2]
    if not usable:
        return Spot(0, 0), 0.0
    ring = max(usable, key=lambda one: abs(_area(one)))
    thin = ring[:: max(1, len(ring) // 60)]
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    centre = (sum(xs) / len(xs), sum(ys) / len(ys))
    options = [centre] + [
        (min(xs) + (max(xs) - min(xs)) * (i + 0.5) / GRID, min(ys) + (max(ys) - min(ys)) * (j + 0.5) / GRID)
        for i in range(GRID)
        for j in range(GRID)
    ]
    best, most = centre, -1.0
    for point in options:
        air = _air(point, thin)
        if air > most:
            best, most = point, air
        if most > ENOUGH:
            break
    return Spot(*best), max(most, 0.0)


def _area(ring: Ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]])) / 2


def _air(point: tuple[float, float], ring: Ring) -> float:
    """Distance to the nearest edge; negative outside."""
    x, y = point
    inside, nearest = False, float("inf")
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        along = min(max(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0), 1) if length else 0
        nearest = min(nearest, hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0)))
    return nearest if inside else -nearest
