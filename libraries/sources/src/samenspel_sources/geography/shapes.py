"""Shapefiles in a zip (.shp, .dbf, with or without .shx, .prj and .cpg), read by pyshp (extra `geo`)."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from samenspel_sources import SourceError
from samenspel_sources.geography.crs import crs_of, polygons_in_rd
from samenspel_sources.geography.geojson import polygons_of
from samenspel_sources.geography.model import Feature, Features, Point

if TYPE_CHECKING:
    import shapefile

MOST_BYTES = 1_500_000_000


def is_shapefile_zip(data: bytes) -> bool:
    """A zip with at least one .shp inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return any(name.casefold().endswith(".shp") for name in book.namelist())
    except (zipfile.BadZipFile, OSError):
        return False


def read_shapefiles(data: bytes) -> list[Features]:
    """Each shapefile in the zip (municipalities, wards, neighbourhoods often travel together).

    Raises SourceError: `needs_geo`, `shape_broken`, `shape_incomplete`, `too_large`, `elsewhere`, `no_areas`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = {name.casefold(): name for name in book.namelist()}
            shapes = [name for name in names if name.endswith(".shp")]
            size = sum(entry.file_size for entry in book.infolist())
            if size > MOST_BYTES:
                raise SourceError("geography", "too_large", size=size // 1_000_000, limit=MOST_BYTES // 1_000_000)
            return [_read(book, names, shape) for shape in sorted(shapes)]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        raise SourceError("geography", "shape_broken") from None


def _read(book: zipfile.ZipFile, names: Mapping[str, str], shape: str) -> Features:
    stem = shape.removesuffix(".shp")
    if f"{stem}.dbf" not in names:
        raise SourceError("geography", "shape_incomplete", name=names[shape])
    told = book.read(names[f"{stem}.cpg"]).decode("ascii", "replace").strip() if f"{stem}.cpg" in names else ""
    parts = {kind: io.BytesIO(book.read(names[f"{stem}.{kind}"])) for kind in ("shp", "dbf")}
    raw = list(_records(parts, _encoding(told, parts["dbf"])))
    kept = [(properties, polygons) for properties, polygons in raw if polygons]
    if not kept:
        raise SourceError("geography", "no_areas", count=len(raw))
    crs = crs_of(_some_points([polygons for _, polygons in kept]))
    part = names[shape].rpartition("/")[2].rpartition(".")[0]
    found = tuple(Feature(properties, polygons_in_rd(polygons, crs), part) for properties, polygons in kept)
    return Features(tuple(f for f in found if f.rings), crs, len(raw) - len(kept))


def _records(parts: Mapping[str, io.BytesIO], encoding: str) -> Iterator[tuple[Mapping[str, Any], list[Any]]]:
    try:
        import shapefile
    except ImportError:
        raise SourceError("geography", "needs_geo") from None
    try:
        with shapefile.Reader(**parts, encoding=encoding, encodingErrors="replace") as reader:
            for found in reader.iterShapeRecords():
                yield found.record.as_dict(), _shape_polygons(found.shape)
    except SourceError:
        raise
    except Exception:
        # pyshp meets damaged files with errors of many kinds (struct, index, value, its own).
        raise SourceError("geography", "shape_broken") from None


def _shape_polygons(shape: "shapefile.Shape") -> list[Any]:
    if not shape.shapeTypeName.startswith("POLYGON") or not shape.points:
        return []
    made = shape.__geo_interface__
    if made["type"] == "Polygon":
        made = {"type": "MultiPolygon", "coordinates": [made["coordinates"]]}
    listed = [[list(ring) for ring in polygon] for polygon in made["coordinates"]]
    return polygons_of({"type": "MultiPolygon", "coordinates": listed})


def _encoding(told: str, table: io.BytesIO) -> str:
    """As the .cpg says; else utf-8 when every letter in the table is, else what Windows writes."""
    name = told.casefold().replace("-", "").replace("ansi", "").replace(" ", "")
    if name:
        known = {"utf8": "utf-8", "1252": "cp1252", "iso88591": "latin-1", "88591": "latin-1", "65001": "utf-8"}
        return known.get(name, "utf-8" if "utf" in name else "cp1252")
    data = table.getvalue()
    try:
        data[32:].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _some_points(shapes: list[list[Any]]) -> Iterator[Point]:
    for polygons in shapes:
        for place in polygons[0][0][::7]:
            yield float(place[0]), float(place[1])
