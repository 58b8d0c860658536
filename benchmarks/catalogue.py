"""Which columns of real files the catalogue knows. Prints per file what matched, what was double, what was not known.

python -m benchmarks.catalogue [FOLDER]     FOLDER: where the Dutch files stand (default ../shared/data/nl)
"""

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samenspel_sources.catalogue import builtin, match
from samenspel_sources.grid import Column

HOME = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "nl"


def properties(path: Path) -> list[Column]:
    """Columns of a StatLine table as its metadata (OData v3) tells them."""
    nodes = {node["ID"]: node for node in json.loads(path.read_text(encoding="utf-8"))}

    def groups(node: dict[str, Any]) -> tuple[str, ...]:
        parent = nodes.get(node["ParentID"])
        return (*groups(parent), parent["Title"].strip()) if parent else ()

    topics = [node for node in nodes.values() if str(node.get("Type", "")).startswith("Topic") and node.get("Key")]
    return [Column(node["Key"], node["Title"].strip(), node["Unit"] or "", groups(node)) for node in topics]


def download(columns: list[Column]) -> list[Column]:
    """The same columns as the header of a csv file that StatLine gives: groups and title with slashes, then unit."""
    return [Column(f"{'/'.join((*one.group, one.title))} ({one.unit})") for one in columns]


def measures(path: Path, groups: Path) -> list[Column]:
    """Columns of a StatLine table as OData v4 tells them."""
    nodes = {node["Id"]: node for node in _values(groups)}

    def above(key: str | None) -> tuple[str, ...]:
        return (*above(nodes[key]["ParentId"]), nodes[key]["Title"]) if key in nodes else ()

    return [
        Column(one["Identifier"], one["Title"].strip(), one["Unit"] or "", above(one["MeasureGroupId"]))
        for one in _values(path)
    ]


def _values(path: Path) -> list[dict[str, Any]]:
    read = json.loads(path.read_text(encoding="utf-8"))
    return list(read["value"] if isinstance(read, dict) else read)


def header(path: Path) -> list[Column]:
    """Columns of a csv file: only their names."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    first = data.decode("utf-8-sig").partition("\n")[0].strip("\r")
    return [Column(name) for name in next(csv.reader(io.StringIO(first), delimiter=max(",;\t", key=first.count)))]


def features(path: Path) -> list[Column]:
    """Columns of a GeoJSON file: the properties of its first feature, nested ones too."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    found = json.loads(data)["features"][0]["properties"]
    return [Column(key) for key in {**found, **(found.get("raw") or {})}]


def variables(path: Path) -> list[Column]:
    """Columns of the BBGA file: its variables."""
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    return [Column(name) for name in dict.fromkeys(line.split(" ")[2] for line in lines)]


def files(home: Path) -> Iterator[tuple[str, list[Column], str]]:
    """(name, columns, source) of every real file with figures."""
    kwb, shapes, well = home / "kwb", home / "api_shapes", home / "wellbeing"
    v4 = "cbs_odata_v4_83765NED_Measure"
    yield "KWB 2017, OData v4", measures(shapes / f"{v4}Codes.json", shapes / f"{v4}Groups.json"), ""
    for year, table in ((2020, "84799NED"), (2024, "85984NED")):
        read = properties(kwb / f"{table}_kwb{year}_DataProperties.json")
        yield f"KWB {year}, with metadata", read, ""
        yield f"KWB {year}, csv download", download(read), ""
        yield f"KWB {year}, keys", [Column(one.key) for one in read], ""
    yield "KWB 2020, csv of keys", header(kwb / "84799NED_kwb2020_TypedDataSet.csv.gz"), ""
    yield "PDOK 2025", features(shapes / "pdok_wijkenbuurten_2025_baarn_buurten.geojson"), ""
    yield "PDOK municipalities 2023", features(home / "geo" / "gemeenten_2023_pdok_simplified.geojson.gz"), ""
    yield "RIVM 2020", header(well / "rivm_gezondheid2020_18plus.csv.gz"), ""
    yield "Leefbaarometer 2024", features(well / "leefbaarometer_2024_buurten_PV26.geojson.gz"), ""
    yield "SES-WOA 2019", header(well / "85163NED_ses_woa_amsterdam_2019.csv"), ""
    yield "Crime 2024", header(well / "47018NED_misdrijven_2024_buurten.csv.gz"), ""
    yield "BBGA", variables(well / "bbga_amsterdam_2005_2018.txt.gz"), "bbga"
    yield from ((path.name, header(path), "") for path in sorted(kwb.glob("*.csv")))


def main(home: Path) -> None:
    """Print the matching of every file."""
    catalogue = builtin()
    print(f"{len(catalogue)} indicators in {len(catalogue.themes())} themes")
    for name, columns, source in files(home):
        matching = match(columns, catalogue, source=source)
        print(f"\n{name}: {len(columns)} columns, {len(matching.found)} found, {len(matching.derivable)} derivable")
        print("  found:", ", ".join(sorted(found.indicator for found in matching.found.values())))
        for key, places in matching.double.items():
            print(f"  double: {key} <- {', '.join(columns[at].key for at in places)}")
        for at, ids in matching.unsure.items():
            print(f"  unsure: {columns[at].key} -> {', '.join(ids)}")
        print("  not known:", ", ".join(columns[at].key for at in matching.unmatched[:60]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
