"""Rows and sections of a file, one by one: a large file is never kept as rows."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.pabulib.report import Report

Row = tuple[int, list[str]]
SECTIONS = ("META", "PROJECTS", "VOTES")
MARK = '"'
SPECIAL = re.compile(r'[;"\r\n]')
LONGEST_TITLE = 20
MOST_BAD_QUOTES = 1_000


def rows(data: bytes, report: Report) -> Iterator[Row]:
    """Every row that is not blank, with the line it begins on.

    A field that begins with a quotation mark and does not end well is a problem; the repair takes that one line
    as it stands, the marks being ordinary characters.
    """
    buffer, before, bad = io.BytesIO(data), 0, 0
    while True:
        reader = csv.reader(map(bytes.decode, buffer), delimiter=";", strict=True)
        line, offset = before + 1, buffer.tell()
        try:
            for row in reader:
                if not blank(row):
                    yield line, row
                line, offset = before + reader.line_num + 1, buffer.tell()
        except csv.Error as error:
            bad += 1
            _refuse(error, line, bad, report)
        else:
            return
        buffer.seek(offset)
        literal = buffer.readline().decode()
        yield line, literal.rstrip("\r\n").replace("\r", " ").split(";")
        before = line


def blank(row: list[str]) -> bool:
    """Whether a row says nothing, like `;;;` from a spreadsheet."""
    return not any(row) or not any(map(str.strip, row))


def joined(cells: Iterable[object]) -> str:
    """One row as text, without a line end; quotation marks only where a field needs them."""
    return ";".join(f'"{text.replace(MARK, MARK * 2)}"' if SPECIAL.search(text) else text for text in map(str, cells))


def title(row: list[str]) -> str:
    """The section that begins here, or nothing."""
    if len(row[0]) > LONGEST_TITLE:
        return ""
    word = row[0].strip().upper()
    return word if word in SECTIONS and blank(row[1:]) else ""


def cut(found: Iterator[Row]) -> Iterator[tuple[str, int, Iterator[Row]]]:
    """Section by section: name, line and rows (the header first). Rows left unread are passed over."""
    name, begun, seen = "", 0, set[str]()

    def section(row: Row) -> tuple[str, int]:
        nonlocal name, begun
        if word := title(row[1]):
            name, begun = word, row[0]
            if name in seen:
                raise AllocationError("double_section", begun, section=name)
            seen.add(name)
        return name, begun

    for (word, line), group in groupby(found, section):
        if not word:
            raise AllocationError("missing_section", section="META")
        yield word, line, islice(group, 1, None)
    for word in SECTIONS:
        if word not in seen:
            raise AllocationError("missing_section", section=word)


def _refuse(error: csv.Error, line: int, bad: int, report: Report) -> None:
    lone = str(error).startswith("new-line")
    if bad > MOST_BAD_QUOTES:
        raise AllocationError("too_many_repairs", line, most=MOST_BAD_QUOTES)
    report.problem("lone_return" if lone else "bad_quotes", line)
