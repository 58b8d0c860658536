"""A file as it is: every mark in its place, so that writing it gives the same bytes."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.pabulib.reading import read
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.rows import blank, cut, joined
from samenspel_methods.allocation.pabulib.source import LIMIT, MARK, Source, clean, take


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it stands in the file, its quotation marks and line end included; may be several lines long."""

    number: int
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The fields, without the marks around them."""
        return tuple(next(csv.reader(io.StringIO(self.text, newline=""), delimiter=";"), ()))

    def with_cell(self, place: int, value: str) -> "Line":
        """The row with another value; marks only where they are needed, the same line end."""
        cells = list(self.cells)
        cells[place] = value
        end = self.text[len(self.text.rstrip("\r\n")) :]
        return replace(self, text=joined(cells) + end)


@dataclass(frozen=True, slots=True)
class Section:
    """`head`: everything up to and including the header, blank rows too. `rows`: the rest."""

    name: str
    head: tuple[Line, ...]
    rows: tuple[Line, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names in the header, as written."""
        return self.head[-1].cells


@dataclass(frozen=True, slots=True)
class Document:
    """A `.pb` file. `mark`: whether it begins with a byte order mark. `returns`: lines end in a bare return."""

    sections: tuple[Section, ...]
    mark: bool = False
    returns: bool = False

    def text(self) -> str:
        """The file, letter for letter."""
        body = "".join(line.text for section in self.sections for line in (*section.head, *section.rows))
        return ("\ufeff" if self.mark else "") + (body.replace("\n", "\r") if self.returns else body)

    def section(self, name: str) -> Section:
        """META, PROJECTS or VOTES."""
        return next(section for section in self.sections if section.name == name)

    def with_value(self, name: str, line: int, column: str, value: str) -> "Document":
        """The file with one field changed: that of `column` in the row that begins at `line` of section `name`."""
        section = self.section(name)
        columns = [written.strip().casefold() for written in section.columns]
        if column not in columns:
            raise AllocationError("missing_column", section.head[-1].number, section=name, column=column)
        place = columns.index(column)
        rows = tuple(row.with_cell(place, value) if row.number == line else row for row in section.rows)
        changed = replace(section, rows=rows)
        return replace(self, sections=tuple(changed if s.name == name else s for s in self.sections))

    def election(self, *, lenient: bool = False, channels: bool = False) -> Election:
        """The election in the file, as `read` gives it."""
        return read(self.text(), lenient=lenient, channels=channels)


def read_document(source: Source, *, limit: int = LIMIT) -> Document:
    """The file as it is. Raises AllocationError when its letters, marks or sections cannot be told apart."""
    data = take(source, limit)
    lines: list[Line] = []

    def found() -> Iterator[tuple[int, list[str]]]:
        for place, (line, row) in enumerate(_lines(clean(data, limit, Report(lenient=False)))):
            lines.append(line)
            if not blank(row):
                yield place, row

    heads = {name: (title, next(rows, (title, []))[0]) for name, title, rows in cut(found())}
    starts = [0, *(title for title, _ in list(heads.values())[1:]), len(lines)]
    sections = tuple(
        Section(name, tuple(lines[start : header + 1]), tuple(lines[header + 1 : stop]))
        for (name, (_, header)), (start, stop) in zip(heads.items(), pairwise(starts), strict=True)
    )
    return Document(sections, data.startswith(MARK), b"\r" in data and b"\n" not in data)


def _lines(data: bytes) -> Iterator[tuple[Line, list[str]]]:
    buffer = io.BytesIO(data)
    reader = csv.reader(map(bytes.decode, buffer), delimiter=";", strict=True)
    number, offset = 1, 0
    try:
        for row in reader:
            yield Line(number, data[offset : buffer.tell()].decode()), row
            number, offset = reader.line_num + 1, buffer.tell()
    except csv.Error:
        raise AllocationError("bad_quotes", number) from None
