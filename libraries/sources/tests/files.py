"""The small real files, and writing files as people have them."""

import json
from pathlib import Path
from typing import Any

from samenspel_sources.grid import Grid, Row
from samenspel_sources.recognise import Hints, Recognised, recognise

FOLDER = Path(__file__).parent / "data" / "files"


def data(name: str) -> bytes:
    """The bytes of a small real file."""
    return (FOLDER / name).read_bytes()


def read(name: str, hints: Hints | None = None) -> Recognised:
    """What a small real file is recognised as."""
    return recognise(data(name), name, hints=hints)


def grid(text: str, name: str = "cijfers 2020.csv", hints: Hints | None = None) -> Grid:
    """The one grid in a text."""
    (found,) = recognise(text.encode(), name, hints=hints).grids
    return found


def rows(found: Grid) -> dict[str, Row]:
    """The rows of a grid by their code."""
    return {row.code: row for row in found.rows}


def codes(found: Recognised) -> list[str]:
    """Codes of repairs, of the file and its grids."""
    reports = [found.report, *(one.report for one in found.grids)]
    return [repair.code for report in reports for repair in report.repaired]


def square(code: str, x: float, y: float, size: float = 1000.0, **more: Any) -> dict[str, Any]:
    """A square area as a feature."""
    ring = [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"buurtcode": code, "naam": f"Buurt {code}", **more}, "geometry": geometry}


def collection(*features: dict[str, Any]) -> bytes:
    """A GeoJSON file."""
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
