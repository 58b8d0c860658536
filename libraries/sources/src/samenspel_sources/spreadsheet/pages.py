"""The sheets of any file of rows, each readable again and again without keeping all of it in memory."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from samenspel_sources import SourceError
from samenspel_sources.spreadsheet.binary import book_pages
from samenspel_sources.spreadsheet.markup import is_workbook, looks_like_markup, markup_rows
from samenspel_sources.spreadsheet.model import Repair
from samenspel_sources.spreadsheet.text import decode, separator_of

BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
LONGEST = 8_000_000
_KINDS = {b"%PDF": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"{\\rt": "rtf"}

Rows = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook, or a whole text file. `separator` is empty for a sheet.

    `cut`: the text does not end in a new line, so its last row may be half a row. `header`: its line, when certain.
    `written`: its numbers are as people read them (`1.200`), not as programs keep them.
    """

    name: str
    start: Callable[[], Rows]
    repairs: tuple[Repair, ...] = field(default=())
    separator: str = ""
    cut: bool = False
    header: int | None = None
    written: bool = False

    def rows(self) -> Rows:
        """Line number and cells, from the start."""
        return self.start()


def pages(data: bytes, *, separator: str = "") -> list[Page]:
    """All sheets of a workbook, the tables of a web page saved as one, or the one page of a text file."""
    if not data.strip():
        raise SourceError("spreadsheet", "empty")
    if kind := next((kind for mark, kind in _KINDS.items() if data.startswith(mark)), None):
        raise SourceError("spreadsheet", "wrong_kind", kind=kind)
    if data.startswith(BOOKS):
        return [Page(name, start) for name, start in book_pages(data)]
    text, repairs = decode(data)
    if "\0" in text:
        raise SourceError("spreadsheet", "nul", line=text[: text.index("\0")].count("\n") + 1)
    if looks_like_markup(text):
        told = Repair("markup")
        return [
            Page(name, _again(rows), (told,), written=not is_workbook(text)) for name, rows in markup_rows(text) if rows
        ]
    return [_text_page(text, repairs, separator)]


def _again(rows: list[list[str]]) -> Callable[[], Rows]:
    return lambda: iter(list(enumerate(rows, start=1)))


def _text_page(text: str, repairs: list[Repair], separator: str) -> Page:
    _refuse_long_lines(text)
    found, told = separator_of(text)
    skip = 1 if told else 0
    mark = separator or found
    if mark not in ",;":
        repairs.append(Repair("separator", {"separator": {"\t": "tab", " ": "spatie"}.get(mark, mark)}))
    cut = not text.endswith(("\n", "\r"))
    return Page("", lambda: _csv_rows(text, mark, skip), tuple(repairs), mark, cut)


def _csv_rows(text: str, separator: str, skip: int) -> Rows:
    stream = io.StringIO(text, newline="")
    for _ in range(skip):
        stream.readline()
    before = csv.field_size_limit()
    reader = csv.reader(stream, delimiter=separator)
    while True:
        # The limit is one for the whole process: it is raised only while a row is read.
        csv.field_size_limit(LONGEST)
        try:
            row = next(reader, None)
        except csv.Error:
            raise SourceError("spreadsheet", "broken") from None
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        yield reader.line_num + skip, row


def _refuse_long_lines(text: str) -> None:
    """A line of megabytes is no table; saying so beats choking on it."""
    start = line = 0
    while len(text) - start > LONGEST:
        end = text.find("\n", start)
        line += 1
        if end < 0 or end - start > LONGEST:
            raise SourceError("spreadsheet", "line_too_long", line=line)
        start = end + 1
