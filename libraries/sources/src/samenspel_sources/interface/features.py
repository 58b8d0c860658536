"""Features with properties and an outline, as map services send them; and WFS, which counts its pages itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.grid import MISSING, Cell, Report, cell, is_cell
from samenspel_sources.transport import Answer, Document, Fetch, host, listed, read_json

Point = tuple[float, float]
Polygon = tuple[tuple[Point, ...], ...]
# What is in the properties of a map service but is no figure.
_NO_FIGURE = {
    *("id", "fid", "gid", "objectid", "jaar", "year", "water", "jrstatcode", "shapelength", "shapearea", "geom"),
    *("indelingswijzigingwijkenenbuurten", "indelingswijziging", "meestvoorkomendepostcode", "dekkingspercentage"),
}


def wfs_features(
    fetch: Fetch, url: str, params: Mapping[str, str], count: int = 1000
) -> Iterator[tuple[Document, Answer]]:
    """Every feature of a WFS 2.0 question. Fewer than the server says there are is an error, not an answer."""
    start, seen = 0, ""
    while True:
        answer = fetch(url, {**params, "count": str(count), "startIndex": str(start)})
        if answer.status == 404 and start:
            raise SourceError("transport", "half", host=host(url), page=start // count + 1)
        document = read_json(answer)
        found = listed(document, "features", answer)
        first = str(found[0].get("id", found[0].get("properties"))) if found else ""
        if found and first == seen:
            raise SourceError("transport", "round", host=host(url))
        yield from ((feature, answer) for feature in found)
        seen, start = first, start + len(found)
        matched = document.get("numberMatched")
        if not found and isinstance(matched, int) and start < matched:
            raise SourceError("transport", "half", host=host(url), page=start // count + 1)
        if not found or (start >= matched if isinstance(matched, int) else len(found) < count):
            return


def properties(feature: Document, answer: Answer) -> Document:
    """The properties of a feature, or an error: without them it says nothing."""
    told = feature.get("properties")
    if not isinstance(told, dict):
        raise SourceError("transport", "other_form", host=host(answer.url), what="properties")
    return told


def plain(name: str) -> str:
    """One form for `aantal_inwoners`, `aantalInwoners` and `AantalInwoners`."""
    return name.replace("_", "").casefold()


def prop(told: Document, name: str) -> str:
    """A property by its plain name, whatever the style of the service; "" when it is not there."""
    for key, value in told.items():
        if plain(key) == name and value is not None:
            return str(value).strip()
    return ""


def figure_keys(told: Document) -> tuple[str, ...]:
    """The properties that are figures: numbers, and marks of what is missing."""
    return tuple(
        key
        for key, value in told.items()
        if plain(key) not in _NO_FIGURE and not plain(key).endswith(("code", "naam", "name"))
        if value is None or (not isinstance(value, (bool, dict, list)) and is_cell(str(value)))
    )


def figure_cells(told: Document, keys: tuple[str, ...], report: Report) -> tuple[Cell, ...]:
    """One feature as cells; what is no figure is left empty and reported."""
    return tuple(_cell(told.get(key), key, report) for key in keys)


def polygons(feature: Document, answer: Answer) -> tuple[Polygon, ...]:
    """The outline of a feature: polygons, each an outer ring and its holes."""
    shape: Any = feature.get("geometry")
    try:
        outline = shape["coordinates"]
        listing = {"Polygon": [outline], "MultiPolygon": outline}[shape["type"]]
        rings = tuple(tuple(_ring(ring) for ring in polygon) for polygon in listing)
        if not rings or not all(rings):
            raise ValueError("no outline")
        return rings
    except (KeyError, TypeError, ValueError, IndexError):
        raise SourceError("transport", "other_form", host=host(answer.url), what="geometry (Polygon)") from None


def _ring(ring: Any) -> tuple[Point, ...]:
    if len(ring) < 4:
        raise ValueError("a ring has three corners and closes")
    return tuple((float(point[0]), float(point[1])) for point in ring)


def _cell(value: object, key: str, report: Report) -> Cell:
    if value is None:
        return MISSING
    try:
        return cell(str(value))
    except SourceError as error:
        report.refuse(report.read + 1, "bad_cell", column=key, value=str(error.params.get("value", "")))
        return MISSING
