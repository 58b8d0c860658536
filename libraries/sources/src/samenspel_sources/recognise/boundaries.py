"""Features with a border as outlines, and their properties as a table of figures."""

from collections.abc import Sequence
from dataclasses import replace

from samenspel_sources import SourceError
from samenspel_sources.geography import Feature, Features, Outline, Polygon
from samenspel_sources.grid import Report
from samenspel_sources.recognise.model import Role, Sketch
from samenspel_sources.recognise.places import Places


def without_water(features: Features, report: Report) -> Features:
    """The same features, without those that say they are the water of an area."""
    land = tuple(feature for feature in features.found if not _is_water(feature))
    if len(land) < len(features.found):
        report.repair("water_left_out", "recognise", count=len(features.found) - len(land))
    if features.left_out:
        report.repair("no_surface", "recognise", count=features.left_out)
    report.repair("coordinates", "recognise", crs=features.crs)
    return replace(features, found=land)


def _is_water(feature: Feature) -> bool:
    told = {str(key).casefold(): value for key, value in feature.properties.items()}
    return str(told.get("water", told.get("h2o", ""))).strip().upper() == "JA"


def outlines_of(
    features: Sequence[Feature], rows: Sequence[Sequence[str]], places: Places | None, sketch: Sketch, year: int,
    source: str, report: Report,
) -> tuple[Outline, ...]:  # fmt: skip
    """An outline for each area; parts of one area that came as several features are put together."""
    names = sketch.of(Role.NAME)
    if places is None and not names:
        raise SourceError("recognise", "boundaries_without_names")
    found: dict[str, tuple[str, str, str, list[Polygon]]] = {}
    for line, (feature, cells) in enumerate(zip(features, rows, strict=True), start=1):
        try:
            code, name, kind = places.of(cells) if places else ("", cells[names[0].place].strip(), "other")
        except SourceError as error:
            report.refuse(line, error.code, error.package, **error.params)
            continue
        key = code or f"{name}\0{line}"
        found.setdefault(key, (code, name, kind, []))[3].extend(feature.rings)
    if places is None:
        report.repair("names_only", "recognise")
    scheme = places.scheme if places else ""
    report.read = len(found)
    return tuple(
        Outline(code, name, kind, year, scheme, tuple(rings), source) for code, name, kind, rings in found.values()
    )
