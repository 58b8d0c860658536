"""city-2020.csv.gz, city-2024.csv.gz and city-outlines.geojson.gz: all neighbourhoods of Amsterdam, for the maps."""

import csv
import gzip
import io
import json
from pathlib import Path

from demo.extracting.common import content
from samenspel_sources.geography import simplify, to_wgs84
from samenspel_sources.recognise import recognise

FIGURES = "kwb/amsterdam_Kerncijfers_wijken_en_buurten_{year}.csv"
OUTLINES = "geo/amsterdam_buurten_2024.geojson.gz"
COLUMNS = {
    "Area_Code": "WijkenEnBuurten", "District_Type": "Naam", "Population_Total": "Aantal inwoners",
    "Avg_Household_Size": "Gemiddelde huishoudensgrootte", "Pct_Rental": "Huurwoningen (%)",
    "Avg_Property_Value_1000EUR": "Gemiddelde WOZ-waarde van woningen (x 1 000 euro)",
}  # fmt: skip
TOLERANCE = 12  # metres
DIGITS = 5


def figures(folder: Path, year: int) -> bytes:
    """A few figures that nobody misreads; income is left out, because the publisher's file repeats that of a ward."""
    text = content(folder / FIGURES.format(year=year)).decode("utf-8-sig")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS.values())
    for row in csv.DictReader(io.StringIO(text), delimiter=";"):
        writer.writerow(row[name].strip() for name in COLUMNS)
    return gzip.compress(out.getvalue().encode(), 9, mtime=0)


def outlines(folder: Path) -> bytes:
    """Outlines in WGS84, lighter alike on both sides of a border."""
    found = recognise(content(folder / OUTLINES), Path(OUTLINES).name).outlines
    features = [
        {
            "type": "Feature",
            "properties": {"cbsCode": one.code, "naam": one.name, "jaar": one.year},
            "geometry": {"type": "MultiPolygon", "coordinates": [[_ring(r) for r in rings] for rings in one.rings]},
        }
        for one in simplify(found, TOLERANCE)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def _ring(points: tuple[tuple[float, float], ...]) -> list[list[float]]:
    return [[round(x, DIGITS), round(y, DIGITS)] for x, y in to_wgs84(points)]
