"""What the plausibility rules say of real files: good data is never refused, the doubled crime file always.

python -m benchmarks.plausible [FOLDER]     FOLDER: where the Dutch files stand (default ../shared/data/nl)
"""

import csv
import gzip
import io
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.catalogue import HOME, properties
from samenspel_sources.catalogue import builtin, match
from samenspel_sources.grid import Column, Row, is_cell
from samenspel_sources.grid import cell as to_cell
from samenspel_sources.plausible import check

Table = tuple[str, list[Column], list[Row], str]


def table(name: str, path: Path, code: str, period: str, columns: Iterable[Column] = ()) -> Table:
    """A csv file as columns and rows; columns with metadata by their key."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = data.decode("utf-8-sig")
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    mark = "," if separator == ";" and '"' not in first else "."
    read = csv.DictReader(io.StringIO(text), delimiter=separator)
    known = {one.key: one for one in columns}
    heads = [known.get(key, Column(key)) for key in read.fieldnames or ()]
    rows = [
        Row(row[code].strip(), "", "", tuple(to_cell(v, mark) if is_cell(v, mark) else "" for v in row.values()))
        for row in read
    ]
    return name, heads, rows, period


def tables(home: Path) -> Iterator[Table]:
    """Real files."""
    kwb, well = home / "kwb", home / "wellbeing"
    told = properties(kwb / "84799NED_kwb2020_DataProperties.json")
    key = "WijkenEnBuurten"
    yield table("KWB 2020", kwb / "84799NED_kwb2020_TypedDataSet.csv.gz", key, "2020", told)
    yield table("RIVM 2020", well / "rivm_gezondheid2020_18plus.csv.gz", key, "2020")
    yield table("tmap 2022 wards", kwb / "tmap_2022_wijken.csv", "code", "2022")
    yield table("tmap 2022 municipalities", kwb / "tmap_2022_gemeenten.csv", "code", "2022")
    for year in (2020, 2024):
        name = f"amsterdam_Kerncijfers_wijken_en_buurten_{year}.csv"
        yield table(f"Amsterdam {year}", kwb / name, "Area_Code", str(year))
        name = f"amsterdam_proximity_to_facilities_{year}.csv"
        yield table(f"Amsterdam proximity {year}", kwb / name, "DistrictsAndNeighbourhoods", str(year))
    ses = "Regiocode (gemeente, wijk, buurt) (code)"
    yield table("SES-WOA 2019", well / "85163NED_ses_woa_amsterdam_2019.csv", ses, "2019")
    yield features("PDOK municipalities 2023", home / "geo" / "gemeenten_2023_pdok_simplified.geojson.gz")
    yield selection(kwb)
    crime = table("Crime 2024 (doubled)", well / "47018NED_misdrijven_2024_buurten.csv.gz", key, "2024")
    yield crime
    only = [row for row in crime[2] if row.code.startswith("BU0363")]
    yield "Crime 2024 (doubled), Amsterdam only", crime[1], only, "2024"
    halved = [Row(one.code, "", "", (*one.cells[:2], str(float(one.cells[2]) / 2))) for one in crime[2]]
    yield "Crime 2024, halved", crime[1], halved, "2024"
    yield "Crime 2024, halved, Amsterdam", crime[1], [row for row in halved if row.code.startswith("BU0363")], "2024"


def features(name: str, path: Path) -> Table:
    """Properties of a GeoJSON file of municipalities."""
    found = [one["properties"] for one in json.loads(gzip.decompress(path.read_bytes()))["features"]]
    keys = list(found[0])
    rows = [Row(one["gemeentecode"], "", "", _cells(one.get(key) for key in keys)) for one in found]
    return name, [Column(key) for key in keys], rows, "2023"


def selection(kwb: Path) -> Table:
    """Wards and municipalities 2024, eight figures."""
    read = json.loads((kwb / "85984NED_kwb2024_wijken_gemeenten_selectie.json").read_text(encoding="utf-8"))
    keys = list(next(iter(read.values())))
    rows = [Row(code.strip(), "", "", _cells(one.get(key) for key in keys)) for code, one in read.items()]
    return "KWB 2024 wards", [Column(key) for key in keys], rows, "2024"


def _cells(values: Iterable[object]) -> tuple[str, ...]:
    texts = ["" if value is None else str(value) for value in values]
    return tuple(to_cell(text) if is_cell(text) else "" for text in texts)


def main(home: Path) -> None:
    """Print the findings of every file."""
    catalogue = builtin()
    for name, columns, rows, period in tables(home):
        begun = time.process_time()
        found = check(columns, rows, match(columns, catalogue), catalogue, period=period)
        took = time.process_time() - begun
        refused = sum(one.refuses for one in found)
        print(f"\n{name}: {len(rows)} areas, {refused} refused, {len(found) - refused} warnings, {took:.1f} s")
        for one in found:
            print(f"  {one.severity} {one.code}: {one.sentence()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
