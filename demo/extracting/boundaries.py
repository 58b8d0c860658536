"""boundaries.geojson: the seven neighbourhoods and those around them, simplified alike on both sides of a border."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from demo.extracting.common import NEW, content

FILE = "geo/amsterdam_buurten_2024.geojson.gz"
TOLERANCE = 0.00002  # degrees: about 2 metres
DIGITS = 5

Point = tuple[float, float]


def boundaries(folder: Path) -> bytes:
    """Polygons in WGS84 (longitude, latitude), one line per neighbourhood."""
    features = json.loads(content(folder / FILE))["features"]
    by_code = {feature["properties"]["cbsCode"]: feature for feature in features}
    own = [code for parts in NEW.values() for code in parts]
    near = around(own, by_code)
    rings = {code: points(by_code[code]) for code in (*own, *near)}
    corners = junctions(rings)
    lines = [json.dumps(shape(by_code[c], rings[c], corners, c in own), ensure_ascii=False) for c in rings]
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n").encode("utf-8")


def points(feature: Mapping[str, Any]) -> list[list[Point]]:
    """The rings of a polygon, without the repeated last point."""
    return [[(x, y) for x, y, *_ in ring[:-1]] for ring in feature["geometry"]["coordinates"]]


def around(own: Sequence[str], by_code: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The neighbourhoods that share a point with ours."""
    ours = {point for code in own for ring in points(by_code[code]) for point in ring}
    others = (code for code in sorted(by_code) if code not in own)
    return [code for code in others if any(not ours.isdisjoint(ring) for ring in points(by_code[code]))]


def junctions(rings: Mapping[str, list[list[Point]]]) -> set[Point]:
    """Points where the set of neighbours changes; between them a border is simplified as one line."""
    owners: dict[Point, set[str]] = defaultdict(set)
    for code, parts in rings.items():
        for ring in parts:
            for point in ring:
                owners[point].add(code)
    found = set()
    for parts in rings.values():
        for ring in parts:
            for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
                if owners[before] != owners[point]:
                    found.add(point if len(owners[point]) > len(owners[before]) else before)
    return found


def shape(feature: Mapping[str, Any], rings: Iterable[list[Point]], corners: set[Point], own: bool) -> dict[str, Any]:
    """A GeoJSON feature with what a map needs."""
    told = feature["properties"]
    properties = {"code": told["cbsCode"], "name": told["naam"], "ward": f"WK{told['cbsCode'][2:8]}", "own": own}
    coordinates = [[[round(x, DIGITS), round(y, DIGITS)] for x, y in simple(ring, corners)] for ring in rings]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": coordinates},
    }


def simple(ring: list[Point], corners: set[Point]) -> list[Point]:
    """A closed ring with fewer points: each piece between two corners on its own, always from the same end."""
    start = next((i for i, point in enumerate(ring) if point in corners), ring.index(min(ring)))
    turned = ring[start:] + ring[:start] + [ring[start]]
    kept = [turned[0]]
    for piece in pieces(turned, corners):
        forward = piece[0] <= piece[-1]
        thinned = thin(piece if forward else piece[::-1])
        kept.extend((thinned if forward else thinned[::-1])[1:])
    return kept


def pieces(line: list[Point], corners: set[Point]) -> Iterator[list[Point]]:
    """Cut a line at its corners; a ring without a second corner is cut in two."""
    cuts = [0, *(i for i in range(1, len(line) - 1) if line[i] in corners), len(line) - 1]
    if len(cuts) == 2:
        cuts.insert(1, len(line) // 2)
    for first, last in pairwise(cuts):
        yield line[first : last + 1]


def thin(line: list[Point]) -> list[Point]:
    """Douglas and Peucker 1973: keep the point furthest from the straight line while it is far enough."""
    if len(line) < 3:
        return line
    far, place = max((distance(point, line[0], line[-1]), i) for i, point in enumerate(line[1:-1], start=1))
    if far < TOLERANCE:
        return [line[0], line[-1]]
    return thin(line[: place + 1])[:-1] + thin(line[place:])


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line piece between two others; a degree of longitude is shorter up here."""
    squeeze = 0.61
    px, py = (point[0] - start[0]) * squeeze, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * squeeze, end[1] - start[1]
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
    return float(((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5)
