"""A map of areas: outlines in WGS84 become paths, values become classes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from samenspel.ui.drawing.inside import Ring, best_place
from samenspel.ui.drawing.shapes import Spot, coord
from samenspel.ui.figures import Area, AreaMap
from samenspel.ui.numbers import decimals, number

WIDTH, MARGIN = 1080.0, 40.0
LOWEST, HIGHEST = 420.0, 640.0
THIN = 0.6  # points closer than this on the screen say nothing
MOST_LIMITS = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """An area on the map."""

    area: Area
    letter: str
    path: str
    style: str
    place: Spot
    pill: str
    half: str
    full: str


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A whole map with its legend."""

    height: str
    shapes: list[Shape]
    by_value: list[Shape]
    neighbours: list[str]
    classes: list[tuple[str, str, str]]
    missing: bool
    places: int


def area_map(map_: AreaMap) -> DrawnMap:
    """Fit the areas in the frame; neighbours fill what is around them."""
    outlines = [list(rings(area.geometry)) for area in map_.areas]
    project, height = _projection([point for rings_ in outlines for ring in rings_ for point in ring])
    limits = sorted(map_.limits)[:MOST_LIMITS]
    places = decimals([area.value for area in map_.areas])
    shapes = [
        _shape(area, letter_of(at), [project_ring(ring, project) for ring in outline], limits, places)
        for at, (area, outline) in enumerate(zip(map_.areas, outlines, strict=True))
    ]
    around = [_path([project_ring(ring, project) for ring in rings(geometry)]) for geometry in map_.neighbours]
    ranked = sorted(
        shapes, key=lambda shape: (shape.area.value is None, -(shape.area.value or 0), str(shape.area.name))
    )
    missing = any(area.value is None for area in map_.areas)
    return DrawnMap(coord(height), shapes, ranked, around, _legend(limits), missing, places)


def rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    """All rings of a Polygon or MultiPolygon; anything else has none."""
    parts = geometry.get("coordinates", ())
    polygons = parts if geometry.get("type") == "MultiPolygon" else [parts] if geometry.get("type") == "Polygon" else ()
    for polygon in polygons:
        for ring in polygon:
            yield [(float(point[0]), float(point[1])) for point in ring]


def letter_of(at: int) -> str:
    """A to Z, then AA."""
    return chr(65 + at) if at < 26 else f"{chr(64 + at // 26)}{chr(65 + at % 26)}"


def _projection(points: Ring) -> tuple[Any, float]:
    if not points:
        return (lambda _lon, _lat: (0.0, 0.0)), LOWEST
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    flat = cos(radians((south + north) / 2))
    wide, high = (east - west) * flat or 1e-6, (north - south) or 1e-6
    scale = min((WIDTH - 2 * MARGIN) / wide, (HIGHEST - 2 * MARGIN) / high)
    height = max(high * scale + 2 * MARGIN, LOWEST)

    def project(lon: float, lat: float) -> tuple[float, float]:
        x = WIDTH / 2 + ((lon - (west + east) / 2) * flat) * scale
        return x, height / 2 - (lat - (south + north) / 2) * scale

    return project, height


def project_ring(ring: Ring, project: Any) -> Ring:
    """Onto the screen, without points nobody can see."""
    kept: Ring = []
    for lon, lat in ring:
        x, y = project(lon, lat)
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= THIN:
            kept.append((x, y))
    return kept


def _path(rings_: Sequence[Ring]) -> str:
    return "".join("M" + " ".join(f"{coord(x)},{coord(y)}" for x, y in ring) + "Z" for ring in rings_ if len(ring) > 2)


def _shape(area: Area, letter: str, rings_: list[Ring], limits: Sequence[float], places: int) -> Shape:
    place, air = best_place(rings_)
    style = "hatched" if area.value is None else f"class-{sum(1 for limit in limits if area.value >= limit)}"
    shown = str(area.shown or number(area.value, places)) if area.value is not None else ""
    pill = f"{letter} {shown}" if shown and air > 4.6 * (len(shown) + 3) else letter
    half = max(19.0, 5.6 * len(pill) + 12)
    return Shape(area, letter, _path(rings_), style, place, pill, coord(half), coord(2 * half))


def _legend(limits: Sequence[float]) -> list[tuple[str, str, str]]:
    """(class, from, to) of every class; an empty text is open."""
    if not limits:
        return []
    edges = ["", *(number(limit, decimals(limits)) for limit in limits), ""]
    return [(f"class-{at}", edges[at], edges[at + 1]) for at in range(len(limits) + 1)]
