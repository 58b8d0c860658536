"""What the parts share: the areas of the Indische Buurt, reading and writing."""

import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from samenspel_sources.spreadsheet import Table, read

CITY, COUNTRY = "GM0363", "NL00"
OLD = {
    "WK036331": ("BU03633100", "BU03633101", "BU03633102"),
    "WK036332": ("BU03633200", "BU03633201", "BU03633202", "BU03633203"),
}
NEW = {
    "WK0363MF": ("BU0363MF01", "BU0363MF02", "BU0363MF03"),
    "WK0363MG": ("BU0363MG01", "BU0363MG02", "BU0363MG03", "BU0363MG04"),
}
KWB = "kwb/amsterdam_Kerncijfers_wijken_en_buurten_{year}.csv"
CODES = {2020: OLD, 2024: NEW}


def local_codes(year: int) -> tuple[str, ...]:
    """Wards and neighbourhoods of the Indische Buurt in the codes of a year."""
    return tuple(code for ward, parts in CODES[year].items() for code in (ward, *parts))


def content(path: Path) -> bytes:
    """The bytes of a file, unpacked."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def table(path: Path, need: Sequence[str]) -> Table:
    """A publisher's csv, whatever its separator."""
    return read(content(path), need=need, limit=200_000_000)


def by_code(path: Path, column: str, need: Sequence[str] = ()) -> Mapping[str, Mapping[str, str]]:
    """Rows of a csv by area code."""
    return {record[column]: record for record in table(path, [column, *need]).records()}


def written(columns: str, rows: Iterable[Sequence[object]]) -> bytes:
    """A csv in our own form: UTF-8, comma, one line per row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns.split(","))
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")
