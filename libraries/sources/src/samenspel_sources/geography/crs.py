"""Which coordinates a file uses, and turning them into RD metres. Needs pyproj (extra `geo`)."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from samenspel_sources import SourceError
from samenspel_sources.geography.model import Point, Polygon, Ring

if TYPE_CHECKING:
    from pyproj import Transformer

RD, WGS84, MERCATOR, SWAPPED = "EPSG:28992", "EPSG:4326", "EPSG:3857", "lat-lon"
# Generous boxes around the Netherlands: west, south, east, north.
_BOXES = {
    WGS84: (2.0, 50.0, 8.0, 56.0),
    SWAPPED: (50.0, 2.0, 56.0, 8.0),
    RD: (-10_000.0, 290_000.0, 310_000.0, 900_000.0),
    MERCATOR: (220_000.0, 6_400_000.0, 900_000.0, 7_600_000.0),
}
_Position = Sequence[Any]
Polygons = Iterable[Iterable[Iterable[_Position]]]


def crs_of(points: Iterable[Point]) -> str:
    """What the coordinates must be, from where they lie. Raises SourceError `elsewhere` for any other place."""
    sample = list(points)
    for crs, (west, south, east, north) in _BOXES.items():
        inside = sum(west <= x <= east and south <= y <= north for x, y in sample)
        if sample and inside >= 0.95 * len(sample):
            return crs
    x, y = sample[0] if sample else (0.0, 0.0)
    raise SourceError("geography", "elsewhere", x=round(x, 4), y=round(y, 4))


def to_rd(points: Sequence[Point], crs: str = WGS84) -> tuple[Point, ...]:
    """Points in RD metres, to the centimetre. WGS84 points are longitude, latitude."""
    if crs == RD or not points:
        return tuple((round(x, 2), round(y, 2)) for x, y in points)
    turned = [(y, x) for x, y in points] if crs == SWAPPED else points
    xs, ys = zip(*turned, strict=True)
    new_x, new_y = _transformer(WGS84 if crs == SWAPPED else crs, RD).transform(xs, ys)
    return tuple((round(x, 2), round(y, 2)) for x, y in zip(new_x, new_y, strict=True))


def to_wgs84(points: Sequence[Point]) -> tuple[Point, ...]:
    """RD metres as longitude, latitude in degrees, to about a centimetre."""
    if not points:
        return ()
    xs, ys = zip(*points, strict=True)
    lon, lat = _transformer(RD, WGS84).transform(xs, ys)
    return tuple((round(x, 7), round(y, 7)) for x, y in zip(lon, lat, strict=True))


def polygons_in_rd(polygons: Polygons, crs: str) -> tuple[Polygon, ...]:
    """Polygons with closed rings of at least a triangle; a ring of fewer points has no surface and is left out."""
    made = []
    for polygon in polygons:
        rings = [_ring(ring, crs) for ring in polygon]
        if rings and rings[0]:
            made.append(tuple(ring for ring in rings if ring))
    return tuple(made)


def _ring(positions: Iterable[_Position], crs: str) -> Ring:
    try:
        points = [(float(place[0]), float(place[1])) for place in positions]
    except (TypeError, ValueError, IndexError):
        raise SourceError("geography", "bad_position") from None
    if points and points[0] != points[-1]:
        points.append(points[0])
    ring = to_rd(points, crs)
    if any(abs(value) == float("inf") or value != value for point in ring for value in point):
        raise SourceError("geography", "bad_position")
    return ring if len(set(ring)) >= 3 else ()


@cache
def _transformer(source: str, target: str) -> "Transformer":
    try:
        from pyproj import Transformer
    except ImportError:
        raise SourceError("geography", "needs_geo") from None
    return Transformer.from_crs(source, target, always_xy=True)


Turn = Callable[[Sequence[Point]], tuple[Point, ...]]
