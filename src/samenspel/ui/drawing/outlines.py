"""Outlines become path data once, to be kept: whole numbers, relative steps, shared borders stay shared."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import cos, radians

from samenspel.ui.drawing.inside import Ring, best_place
from samenspel.ui.figures.maps import Box, MapShape, Outlines

WIDTH = 1600
STEP = re.compile(r"([Mmlz])|(-?\d+(?:\.\d+)?)[ ,]?(-?\d+(?:\.\d+)?)")


def fit(areas: Mapping[str, tuple[str, Sequence[Ring]]], *, width: int = WIDTH, degrees: bool = False) -> Outlines:
    """Fit areas (code -> name, rings) in a view box of `width` units. Metres, or `degrees` of longitude and latitude.

    Points are put on whole units, so two neighbours keep the same border; parts smaller than a unit disappear,
    but never a whole area: its place still holds words.
    """
    points = [point for _name, rings in areas.values() for ring in rings for point in ring]
    if not points:
        return Outlines({}, (0, 0, width, width))
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    flat = cos(radians((south + north) / 2)) if degrees else 1.0
    scale = width / (((east - west) * flat) or 1)

    def put(ring: Ring) -> Ring:
        return [((x - west) * flat * scale, (north - y) * scale) for x, y in ring]

    shapes = {code: _shape(name, [put(ring) for ring in rings]) for code, (name, rings) in areas.items()}
    return Outlines(shapes, (0, 0, width, max(round((north - south) * scale), 1)))


def _shape(name: str, rings: Sequence[Ring]) -> MapShape:
    place, air = best_place(rings)
    xs, ys = [x for ring in rings for x, _y in ring] or [0.0], [y for ring in rings for _x, y in ring] or [0.0]
    box = (round(min(xs)), round(min(ys)), round(max(xs) - min(xs)) + 1, round(max(ys) - min(ys)) + 1)
    return MapShape(name, path_of(rings), round(place.x), round(place.y), round(air, 1), box)


def path_of(rings: Iterable[Ring]) -> str:
    """Path data in whole units: one absolute start per ring, then relative steps without points that add nothing."""
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: Ring) -> str:
    spots: list[tuple[int, int]] = []
    for x, y in ring:
        spot = (round(x), round(y))
        if not spots or spot != spots[-1]:
            spots.append(spot)
    if len(spots) > 1 and spots[0] == spots[-1]:
        spots.pop()
    if len(spots) < 3:
        return ""
    steps = _straight([(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(spots)])
    return f"M{spots[0][0]} {spots[0][1]}l{_written(steps)}z"


def _straight(steps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Steps that go on in exactly the same direction are one step."""
    kept: list[tuple[int, int]] = []
    for dx, dy in steps:
        if kept and kept[-1][0] * dy == kept[-1][1] * dx and kept[-1][0] * dx + kept[-1][1] * dy > 0:
            kept[-1] = (kept[-1][0] + dx, kept[-1][1] + dy)
        else:
            kept.append((dx, dy))
    return kept


def _written(steps: Sequence[tuple[int, int]]) -> str:
    """A minus sign parts numbers as well as a space does."""
    text = "".join(f" {number}" if number >= 0 else str(number) for step in steps for number in step)
    return text.removeprefix(" ")


def covers(path: str) -> Box:
    """What path data covers, for shapes that came without a box: moves and lines only."""
    xs, ys, x, y, command = [], [], 0.0, 0.0, "M"
    for letter, first, second in STEP.findall(path):
        if letter:
            command = letter
            continue
        relative = command in "ml"
        x, y = (x + float(first), y + float(second)) if relative else (float(first), float(second))
        command = {"M": "L", "m": "l"}.get(command, command)
        xs.append(x)
        ys.append(y)
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else (0, 0, 0, 0)


def box_of(shape: MapShape) -> Box:
    """The box of a shape, given or read from its path."""
    return shape.box if shape.box[2] else covers(shape.path)


def near(outlines: Outlines, own: Iterable[str], *, air: float = 0.4, ratio: float = 1.6) -> Box:
    """The part of the map around some areas: they fill the middle, their neighbours are seen whole or in part."""
    boxes = [box_of(outlines.shapes[code]) for code in own if code in outlines.shapes]
    if not boxes:
        return outlines.box
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    wide, high = (right - left) * (1 + 2 * air), (bottom - top) * (1 + 2 * air)
    wide, high = max(wide, high * ratio, 12), max(high, wide / ratio, 12 / ratio)
    x, y = (left + right - wide) / 2, (top + bottom - high) / 2
    return (round(x, 1), round(y, 1), round(wide, 1), round(high, 1))
