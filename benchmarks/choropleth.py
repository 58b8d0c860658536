"""A map of all neighbourhoods of Amsterdam with its list: how many bytes, how much time to draw.

python -m benchmarks.choropleth [FILE]     FILE: GeoJSON, gzipped (default ../shared/data/nl/geo/amsterdam_buurten_2024)
"""

import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import brotli  # type: ignore[import-untyped]
import django

HOME = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "nl" / "geo"
FILE = HOME / "amsterdam_buurten_2024.geojson.gz"
MOST_BYTES, MOST_MS = 60_000, 30.0
TIMES = 40


def read(path: Path) -> dict[str, tuple[str, list[list[tuple[float, float]]]]]:
    """Code -> name, rings of longitude and latitude."""
    from samenspel.ui.drawing.maps import rings

    features = json.loads(gzip.decompress(path.read_bytes()))["features"]
    return {
        feature["properties"]["cbsCode"]: (feature["properties"]["naam"], list(rings(feature["geometry"])))
        for feature in features
    }


def maps(areas: dict[str, Any]) -> dict[str, Callable[[], str]]:
    """What is drawn: the whole city, the surroundings of one neighbourhood, six years."""
    from samenspel.ui.drawing.outlines import fit, near
    from samenspel.ui.figures import MapValue, MapYear, MapYears, ShapeMap
    from samenspel.ui.tags.maps import shape_map, small_maps

    dice = Random(7)
    values = {
        code: MapValue(None, why=dice.choice(("missing", "secret"))) if dice.random() < 0.1
        else MapValue(round(dice.gauss(20, 8), 1)) for code in areas
    }  # fmt: skip
    start = time.process_time()
    whole, fine = fit(areas, degrees=True), fit(areas, degrees=True, width=4000)
    print(f"fit, twice, once for ever: {time.process_time() - start:.2f} s")
    own, limits = [next(iter(areas))], (10, 15, 20, 30)

    def url(code: str) -> str:
        return f"/cijfers/{code}/"

    years = [MapYear(str(year), values) for year in range(2019, 2025)]
    city = ShapeMap("Weinig inkomen", whole, values, limits, own, url, "procent")
    here = ShapeMap("Weinig inkomen", fine, values, limits, own, url, "procent", view=near(fine, own))
    several = MapYears("Weinig inkomen", whole, years, limits, own, "procent")
    return {
        "city with list": lambda: shape_map(city),
        "city, no list": lambda: shape_map(city, list=False),
        "around one, no list": lambda: shape_map(here, list=False),
        "six years": lambda: small_maps(several),
    }


def milliseconds(draw: Callable[[], str]) -> float:
    """CPU of the middle one of many times."""
    took = []
    for _time in range(TIMES):
        start = time.process_time()
        draw()
        took.append((time.process_time() - start) * 1000)
    return statistics.median(took)


def main(arguments: list[str]) -> int:
    """Print the table; not zero when the city with its list is over a bar."""
    path = Path(arguments[0]) if arguments else FILE
    if not path.exists():
        print(f"{path} is not there; give a GeoJSON file.")
        return 0
    os.environ |= {"DJANGO_SETTINGS_MODULE": "samenspel.config.settings", "SAMENSPEL_DEMO": "1"}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAMENSPEL_DATA_DIR"] = folder
        django.setup()
    areas = read(path)
    print(f"{len(areas)} areas\n{'':22}{'raw':>10}{'gzip':>10}{'brotli':>10}{'ms CPU':>9}")
    over = False
    for name, draw in maps(areas).items():
        page = draw().encode()
        squeezed, took = len(brotli.compress(page, quality=5)), milliseconds(draw)
        print(f"{name:22}{len(page):>10}{len(gzip.compress(page, 6)):>10}{squeezed:>10}{took:>9.1f}")
        over |= name == "city with list" and (squeezed > MOST_BYTES or took > MOST_MS)
    return int(over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
