"""Reading Iv3: the national csv with one line per municipality and task, and our extract of it."""

import re

from samenspel_sources import SourceError, csv_records
from samenspel_sources.iv3.model import Line

NATIONAL = ("Gemeenten", "Taakveld", "Baten", "Lasten")
EXTRACT = "municipality,year,document,code,task,spending,income"


def read(data: bytes, municipality: str, *, year: int, document: str) -> tuple[Line, ...]:
    """The lines of one municipality. Names are written as CBS does (`'s-Gravenhage`)."""
    lines: dict[str, Line] = {}
    for number, row in csv_records("iv3", data, NATIONAL, separator=";"):
        if row["Gemeenten"] == municipality:
            code, _, task = row["Taakveld"].partition(" ")
            if code in lines:
                raise SourceError("iv3", "double_task", line=number, task=code, municipality=municipality)
            amounts = (_thousands(number, row, "Lasten"), _thousands(number, row, "Baten"))
            lines[code] = Line(municipality, year, document, code, task, *amounts)
    if not lines:
        raise SourceError("iv3", "no_municipality", municipality=municipality)
    return tuple(lines.values())


def read_extract(data: bytes) -> tuple[Line, ...]:
    """Our own compact form: several years and documents in one file."""
    return tuple(
        Line(
            row["municipality"],
            _thousands(number, row, "year") or 0,
            row["document"],
            row["code"],
            row["task"],
            _thousands(number, row, "spending"),
            _thousands(number, row, "income"),
        )
        for number, row in csv_records("iv3", data, EXTRACT.split(","))
    )


def _thousands(line: int, row: dict[str, str], column: str) -> int | None:
    """A whole number, also when written as `271410.0`; nothing is not zero."""
    if not row[column]:
        return None
    if not (match := re.fullmatch(r"(-?\d{1,12})(\.0+)?", row[column])):
        raise SourceError("iv3", "bad_number", line=line, column=column, value=row[column])
    return int(match[1])
