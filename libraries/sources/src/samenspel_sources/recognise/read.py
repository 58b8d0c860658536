"""`recognise`: bytes in, what it is and what is in it out."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from samenspel_sources import SourceError
from samenspel_sources.geography import (
    is_geojson,
    is_geopackage,
    is_shapefile_zip,
    read_geojson,
    read_geopackage,
    read_shapefiles,
    refuse_others,
)
from samenspel_sources.grid import Repair, Report
from samenspel_sources.recognise.built import built
from samenspel_sources.recognise.context import Context
from samenspel_sources.recognise.maps import map_of
from samenspel_sources.recognise.metadata import About, about
from samenspel_sources.recognise.model import Hints, Kind, Recognised, Sketch
from samenspel_sources.recognise.records import page_of, parse, records_in
from samenspel_sources.recognise.tables import best
from samenspel_sources.recognise.unpack import unpack
from samenspel_sources.spreadsheet import Page, pages

File = tuple[str, bytes]


def recognise(data: bytes, name: str = "", *, hints: Hints | None = None) -> Recognised:
    """What is this file, and what is in it? Raises SourceError, with what to do, when it is nothing we know.

    A zip with a table and its companions (the meaning of columns, names of areas) is read as one.
    """
    found = recognise_together([(name, data)], hints=hints)
    real = [one for one in found if one.kind is not Kind.METADATA] or found
    if len(real) > 1:
        kinds = ", ".join(one.why.params.get("name", "") or one.kind.value for one in real)  # type: ignore[misc]
        raise SourceError("recognise", "several", count=len(real), found=kinds)
    return real[0]


def recognise_together(files: Iterable[File], *, hints: Hints | None = None) -> list[Recognised]:
    """Several files that belong together: companions tell what the columns of the others mean."""
    said = hints or Hints()
    unpacked = [inside for name, data in files for inside in unpack(data, name)]
    if not unpacked:
        raise SourceError("recognise", "empty")
    made: list[Recognised] = []
    others: list[tuple[str, bytes, object]] = []
    companions: list[About] = []
    for name, data in unpacked:
        document = None if data.startswith((b"PK", b"\xd0\xcf")) else parse(data)
        if document is not None and said.kind is None and (told := about(document)):
            companions.append(told)
            made.append(_metadata(told, name))
        else:
            others.append((name, data, document))
    whole = _joined(companions)
    return made + [one for name, data, document in others for one in _one(name, data, document, said, whole)]


def preview(data: bytes, name: str = "", *, hints: Hints | None = None) -> Sketch:
    """How a table would be read, also when it is nothing we know yet; for a person to correct with `Hints`."""
    said = hints or Hints()
    inside = list(unpack(data, name))
    if len(inside) > 1:
        raise SourceError("recognise", "several", count=len(inside), found=", ".join(name for name, _ in inside))
    own, found = inside[0]
    document = None if found.startswith((b"PK", b"\xd0\xcf")) else parse(found)
    sheets = _pages(found, document, said)
    return best(sheets, Context(own, said, About()), Report()).sketch


def _joined(companions: Sequence[About]) -> About:
    whole = About()
    for one in companions:
        whole = whole | one
    return whole


def _metadata(told: About, name: str) -> Recognised:
    report = Report()
    report.read = len(told.columns) + len(told.titles) + len(told.groups) or 1
    why = Repair("why_metadata", {"name": name, "columns": len(told.columns), "table": told.table or "?"}, "recognise")
    return Recognised(Kind.METADATA, why, columns=told.columns, report=report)


def _one(name: str, data: bytes, document: object, hints: Hints, whole: About) -> list[Recognised]:
    report = Report()
    context = Context(name, hints, whole)
    if data.startswith(b"PK") and is_shapefile_zip(data):
        return [map_of(features, context, Report()) for features in read_shapefiles(data)]
    if is_geopackage(data):
        return [map_of(features, context, Report()) for features in read_geopackage(data)]
    if document is not None:
        refuse_others(document)
        _refuse_addresses(document)
        context = replace(context, about=whole | About(table=_table_of(document)))
        if is_geojson(document):
            return [map_of(read_geojson(document), context, report)]
    elif _is_election(data):
        return [Recognised(Kind.ELECTION, Repair("why_election", {"name": name}, "recognise"))]
    elif _is_catalogue(data):
        return [Recognised(Kind.INDICATORS, Repair("why_indicators", {"name": name}, "recognise"))]
    chosen = best(_pages(data, document, hints), context, report)
    return [built(chosen, report)]


def _refuse_addresses(document: object) -> None:
    """An answer of the Locatieserver is about somebody's address, not about areas."""
    answer = document.get("response") if isinstance(document, Mapping) else None
    if isinstance(answer, Mapping) and {"docs", "numFound"} <= answer.keys():
        raise SourceError("recognise", "addresses")


def _table_of(document: object) -> str:
    """The table that an answer of OData names in its envelope."""
    told = (document.get("odata.metadata") or document.get("@odata.context")) if isinstance(document, Mapping) else ""
    found = re.search(r"/(\d{5}[A-Z]{3})/", str(told))
    return found[1] if found else ""


def _pages(data: bytes, document: object, hints: Hints) -> list[Page]:
    if document is None:
        return pages(data, separator=hints.separator)
    records = records_in(document)
    if not records:
        raise SourceError("recognise", "json_without_rows")
    return [page_of(records)]


def _is_election(data: bytes) -> bool:
    """Pabulib: a META block with keys and values, then projects."""
    start = data[:4000].lstrip(b"\xef\xbb\xbf \r\n").upper()
    return bool(re.match(rb'"?META"?[;,]*\s*\r?\n\s*"?KEY"?[;,]"?VALUE', start)) and b"PROJECTS" in data.upper()


def _is_catalogue(data: bytes) -> bool:
    """Indicators in toml: tables with a name, an explanation and a unit."""
    if not re.search(rb"(?m)^\[[A-Za-z0-9_.-]+\]\s*$", data[:20_000]) or len(data) > 5_000_000:
        return False
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    return any(isinstance(one, dict) and {"name", "unit"} <= one.keys() for one in found.values())
