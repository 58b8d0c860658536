"""Features in GeoJSON, wherever they are in the document; RD or degrees are told apart by where they lie."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.geography.crs import crs_of, polygons_in_rd
from samenspel_sources.geography.model import Feature, Features, Point

_DEEPEST = 6


def read_geojson(document: object) -> Features:
    """All features with a surface. Points and lines are counted and left out.

    Raises SourceError: `esri`, `overpass`, `topojson` (other kinds of json, with what to do), `no_features`,
    `no_areas`, `elsewhere`, `bad_position`.
    """
    refuse_others(document)
    raw = list(features_in(document))
    if not raw:
        raise SourceError("geography", "no_features")
    kept = [(item, polygons) for item in raw if (polygons := polygons_of(item.get("geometry")))]
    if not kept:
        raise SourceError("geography", "no_areas", count=len(raw))
    crs = crs_of(islice(_points(kept), 0, 200_000, 7))
    found = tuple(Feature(_properties(item), polygons_in_rd(polygons, crs)) for item, polygons in kept)
    whole = tuple(feature for feature in found if feature.rings)
    return Features(whole, crs, len(raw) - len(whole))


def is_geojson(document: object) -> bool:
    """Whether there are features in it."""
    return next(features_in(document), None) is not None


def refuse_others(document: object) -> None:
    """Say what to do with kinds of json that hold shapes but are no GeoJSON."""
    if not isinstance(document, Mapping):
        return
    features = document.get("features")
    first = features[0] if isinstance(features, list) and features else None
    rings = isinstance(first, Mapping) and "attributes" in first and "geometry" in first
    if rings or str(document.get("geometryType", "")).startswith("esri"):
        raise SourceError("geography", "esri")
    if "elements" in document and ("osm3s" in document or "generator" in document):
        raise SourceError("geography", "overpass")
    if document.get("type") == "Topology":
        raise SourceError("geography", "topojson")


def features_in(document: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Features at the top, in a FeatureCollection, or somewhere inside other answers."""
    if depth > _DEEPEST:
        return
    if isinstance(document, list):
        for item in document:
            if isinstance(item, Mapping | list):
                yield from features_in(item, depth + 1)
    elif isinstance(document, Mapping):
        if document.get("type") == "Feature":
            yield document
        elif isinstance(document.get("features"), list):
            yield from features_in(document["features"], depth + 1)
        else:
            for item in document.values():
                if isinstance(item, Mapping | list):
                    yield from features_in(item, depth + 1)


def _properties(item: Mapping[str, Any]) -> Mapping[str, object]:
    told = item.get("properties")
    return told if isinstance(told, Mapping) else {}


def polygons_of(geometry: object) -> list[Any]:
    """The polygons of a geometry as GeoJSON has it; none for points and lines."""
    if not isinstance(geometry, Mapping):
        return []
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection":
        return [polygon for part in geometry.get("geometries") or [] for polygon in polygons_of(part)]
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(coordinates, list):
        return []
    polygons = [coordinates] if kind == "Polygon" else coordinates
    for polygon in polygons:
        if not isinstance(polygon, list) or not all(isinstance(ring, list) for ring in polygon):
            raise SourceError("geography", "bad_position")
    return polygons


def _points(kept: list[tuple[Mapping[str, Any], list[Any]]]) -> Iterator[Point]:
    try:
        for _, polygons in kept:
            for polygon in polygons:
                for place in polygon[0] if polygon else ():
                    yield float(place[0]), float(place[1])
    except (TypeError, ValueError, IndexError):
        raise SourceError("geography", "bad_position") from None
