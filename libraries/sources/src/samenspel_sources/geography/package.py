"""GeoPackage, the form in which CBS and PDOK give their maps to download: a small database with shapes in it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.geography.crs import crs_of, polygons_in_rd
from samenspel_sources.geography.geojson import polygons_of
from samenspel_sources.geography.model import Feature, Features

_MAGIC = b"SQLite format 3\x00"
_BOX = (0, 32, 48, 48, 64)
_TABLES = "SELECT table_name, column_name FROM gpkg_geometry_columns ORDER BY table_name"


def is_geopackage(data: bytes) -> bool:
    """A database of SQLite; whether it has shapes in it shows when it is read."""
    return data.startswith(_MAGIC)


def read_geopackage(data: bytes) -> list[Features]:
    """Each layer with areas. Raises SourceError: `needs_geo`, `package_broken`, `no_features`, `elsewhere`."""
    try:
        with sqlite3.connect(":memory:") as base:
            base.deserialize(data)
            base.execute("PRAGMA query_only = ON")
            layers = [_layer(base, table, column) for table, column in base.execute(_TABLES).fetchall()]
    except (sqlite3.Error, OverflowError):
        raise SourceError("geography", "package_broken") from None
    found = [layer for layer in layers if layer.found]
    if not found:
        raise SourceError("geography", "no_features")
    return found


def _layer(base: sqlite3.Connection, table: str, column: str) -> Features:
    rows = list(_rows(base, table, column))
    kept = [(properties, polygons) for properties, polygons in rows if polygons]
    if not kept:
        return Features((), "", len(rows))
    crs = crs_of((place[0], place[1]) for _, polygons in kept for place in polygons[0][0][::7])
    found = tuple(Feature(properties, polygons_in_rd(polygons, crs), table) for properties, polygons in kept)
    return Features(tuple(feature for feature in found if feature.rings), crs, len(rows) - len(kept))


def _rows(base: sqlite3.Connection, table: str, column: str) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    quoted = '"' + str(table).replace('"', '""') + '"'
    cursor = base.execute(f"SELECT * FROM {quoted}")  # noqa: S608 - a table of this very file, quoted
    names = [told[0] for told in cursor.description]
    for row in cursor:
        properties = dict(zip(names, row, strict=True))
        yield properties, _shape(properties.pop(column, None))


def _shape(blob: object) -> list[Any]:
    """A small header (two letters, version, flags, number of the system, box) and then the shape itself."""
    try:
        import shapely
    except ImportError:
        raise SourceError("geography", "needs_geo") from None
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 9:
        return []
    kind = (blob[3] >> 1) & 7
    if kind >= len(_BOX):
        raise SourceError("geography", "package_broken")
    try:
        shape = shapely.from_wkb(blob[8 + _BOX[kind] :])
    except shapely.errors.GEOSException:
        raise SourceError("geography", "package_broken") from None
    made = shapely.geometry.mapping(shapely.force_2d(shape))
    if made["type"] == "Polygon":
        made = {"type": "MultiPolygon", "coordinates": [made["coordinates"]]}
    if made["type"] != "MultiPolygon":
        return []
    return polygons_of({"type": "MultiPolygon", "coordinates": [[list(r) for r in p] for p in made["coordinates"]]})
