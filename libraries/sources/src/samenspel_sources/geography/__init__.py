"""Outlines of areas: reading GeoJSON and shapefiles, one system of coordinates, lighter outlines, overlaps."""

from samenspel_sources.geography.cover import overlap, simplify, surface
from samenspel_sources.geography.crs import crs_of, to_rd, to_wgs84
from samenspel_sources.geography.geojson import is_geojson, read_geojson, refuse_others
from samenspel_sources.geography.model import Feature, Features, Outline, Point, Polygon, Ring, Share
from samenspel_sources.geography.package import is_geopackage, read_geopackage
from samenspel_sources.geography.shapes import is_shapefile_zip, read_shapefiles

__all__ = [
    "Feature",
    "Features",
    "Outline",
    "Point",
    "Polygon",
    "Ring",
    "Share",
    "crs_of",
    "is_geojson",
    "is_geopackage",
    "is_shapefile_zip",
    "overlap",
    "read_geojson",
    "read_geopackage",
    "read_shapefiles",
    "refuse_others",
    "simplify",
    "surface",
    "to_rd",
    "to_wgs84",
]
