"""figures.csv: every figure about the Indische Buurt, its wards, the city and the country, with its source."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from demo.extracting.columns import SOURCES, Source
from demo.extracting.common import CITY, CODES, COUNTRY, content, local_codes, table, written
from samenspel_sources import Status
from samenspel_sources.figures.read import FIGURES, SPREADS
from samenspel_sources.spreadsheet import figure, number

Key = tuple[str, int, str]
Value = tuple[Decimal | None, Status]
MISSING: Value = (None, Status.MISSING)
# Counts are rounded to 5: below this many people a share would mostly show the rounding.
ENOUGH = 100


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a publisher's file, with the decimal mark of that file."""

    record: Mapping[str, str]
    decimal: str

    def value(self, column: str) -> Value:
        """The figure in a column; a column may carry what to do with it (`x1000`, `share of`, `negative`)."""
        name, _, work = column.partition("|")
        value, status = figure(self.record[name], self.decimal)
        if value is None or not work:
            return value, status
        if work.startswith("share of "):
            return share(value, number(self.record[work.removeprefix("share of ")], self.decimal))
        return (value * 1000 if work == "x1000" else round(value, int(work))), status


def share(part: Decimal, whole: Decimal) -> Value:
    """Per cent with one decimal, or nothing where too few people live."""
    if whole < ENOUGH:
        return None, Status.NOT_APPLICABLE
    return round(100 * part / whole, 1), Status.VALUE


def figures(folder: Path, read_on: str) -> bytes:
    """All figures of all sources, in order of indicator, area and period."""
    rows = [row for source in SOURCES for row in of_source(folder, source, read_on)]
    return written(FIGURES, sorted(rows, key=lambda row: (row[0], row[3], row[2])))


def of_source(folder: Path, source: Source, read_on: str) -> Iterator[tuple[str, ...]]:
    """The rows of one source for the areas it covers."""
    known = READERS[source.form](folder / source.file, source)
    for code in covered(source):
        for indicator, column in source.columns.items():
            value, status = known[code].value(column) if code in known else MISSING
            if source.filled_from_ward and value is not None and copied_from_ward(known, code, column):
                value, status = MISSING
            unit = source.units[indicator]
            told = (source.publisher, source.table, source.measured, source.licence, read_on)
            shown = "" if value is None else plain(value)
            yield (indicator, "CBS", code, str(source.area_year), source.period, shown, status, unit, *told)


def spreads(folder: Path) -> bytes:
    """Per indicator and period, how far the areas of the city usually are from the city's own figure."""
    city: dict[Key, Decimal] = {}
    areas: dict[Key, list[Decimal]] = {}
    level: dict[Key, str] = {}
    for source in SOURCES:
        known = READERS[source.form](folder / source.file, source)
        kind = "ward" if "wards" in source.covers else "neighbourhood" if "parts" in source.covers else ""
        prefix = {"ward": "WK0363", "neighbourhood": "BU0363"}.get(kind, "")
        for indicator, column in source.columns.items():
            key = (indicator, source.area_year, source.period)
            if "city" in source.covers and (own := known[CITY].value(column)[0]) is not None:
                city[key] = own
            if prefix:
                found = (known[code].value(column)[0] for code in sorted(known) if code.startswith(prefix))
                areas[key] = [value for value in found if value is not None]
                level[key] = kind
    rows = (
        (key[0], "CBS", *key[1:], level[key], len(areas[key]), plain(city[key]), plain(usual(areas[key], city[key])))
        for key in sorted(city.keys() & areas.keys())
        if indicator_is_no_count(key[0])
    )
    return written(SPREADS, rows)


def usual(values: list[Decimal], mean: Decimal) -> Decimal:
    """The mean of the distances to the city."""
    return round(sum((abs(value - mean) for value in values), Decimal(0)) / len(values), 4)


def indicator_is_no_count(indicator: str) -> bool:
    """A number of people cannot be compared with the number of the whole city."""
    return indicator not in ("inhabitants", "households")


def covered(source: Source) -> tuple[str, ...]:
    """The areas a source speaks about: an area it should have and has not is missing, others are not listed."""
    every = (COUNTRY, CITY, *local_codes(source.area_year))
    kinds = {"NL": "country", "GM": "city", "WK": "wards", "BU": "parts"}
    return tuple(code for code in every if kinds[code[:2]] in source.covers.split())


def copied_from_ward(known: Mapping[str, Cells], code: str, column: str) -> bool:
    """Whether a neighbourhood only repeats its ward: the file at hand fills secret cells like that."""
    ward = next((w for wards in CODES.values() for w, parts in wards.items() if code in parts), None)
    return ward is not None and known[code].value(column) == known[ward].value(column)


def plain(value: Decimal) -> str:
    """A number without an exponent and without needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_csv(path: Path, source: Source) -> Mapping[str, Cells]:
    """A csv with one row per area."""
    read = table(path, [source.code])
    rows = ((row[source.code], row) for row in read.records())
    return {source.rename.get(code, code): Cells(row, read.decimal) for code, row in rows}


def read_liveability(path: Path, source: Source) -> Mapping[str, Cells]:
    """GeoJSON of the Leefbaarometer: figures per neighbourhood, or per municipality."""
    features = json.loads(content(path))["features"]
    every = (feature["properties"] for feature in features)
    return {p["code"]: Cells({k: str(v) for k, v in p["raw"].items()}, ".") for p in every}


def read_selection(path: Path, source: Source) -> Mapping[str, Cells]:
    """JSON: area code -> column -> figure."""
    every = json.loads(content(path))
    return {c.strip(): Cells({k: str(v) for k, v in row.items()}, ".") for c, row in every.items()}


READERS: Mapping[str, Callable[[Path, Source], Mapping[str, Cells]]] = {
    "csv": read_csv,
    "liveability": read_liveability,
    "selection": read_selection,
}
