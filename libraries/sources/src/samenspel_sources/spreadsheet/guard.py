"""Refusing workbooks that are small on disk and huge in memory, before anything opens them.

A few kilobytes can claim a cell in the last row of the last column, or repeat one row a million times; a reader
that keeps a full grid would take all memory of the machine.
"""

import io
import re
import zipfile
from xml.parsers import expat

from samenspel_sources import SourceError

MOST_CELLS = 5_000_000
MOST_BYTES = 200_000_000
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,9})"')
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_FILLED = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 value-type"


def refuse_bombs(data: bytes) -> None:
    """Raise `too_many_cells` or `too_large`; silence means that opening it is safe."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            size = sum(entry.file_size for entry in book.infolist())
            if size > MOST_BYTES:
                limit = MOST_BYTES // 1_000_000
                raise SourceError("spreadsheet", "too_large", size=size // 1_000_000, limit=limit)
            cells = sum(_cells(name, book.read(name)) for name in book.namelist() if name.endswith(".xml"))
    except (zipfile.BadZipFile, expat.ExpatError, NotImplementedError, RuntimeError, OSError, EOFError):
        raise SourceError("spreadsheet", "broken") from None
    if cells > MOST_CELLS:
        raise SourceError("spreadsheet", "too_many_cells", limit=f"{MOST_CELLS:,}".replace(",", "."))


def _cells(name: str, xml: bytes) -> int:
    """The size of the grid that one sheet, or an ods, would need."""
    if name == "content.xml":
        return _Grid(xml).cells
    if not name.startswith("xl/worksheets/"):
        return 0
    wide = high = 0
    for place in _PLACE.finditer(xml):
        wide, high = max(wide, _column(place[1])), max(high, int(place[2]))
    return wide * high


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _Grid:
    """Counts rows and columns of an ods up to the last filled cell, repeats included, without building them."""

    def __init__(self, xml: bytes) -> None:
        self.cells = self.rows = self.high = self.wide = self.column = self.width = self.repeat = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(xml, True)

    def _start(self, name: str, told: dict[str, str]) -> None:
        if name == _TABLE + "table":
            self.rows = self.high = self.wide = 0
        elif name == _TABLE + "table-row":
            self.column = self.width = 0
            self.repeat = _times(told, "number-rows-repeated")
        elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self.column += _times(told, "number-columns-repeated")
            if _FILLED in told:
                self.width = self.column

    def _end(self, name: str) -> None:
        if name == _TABLE + "table-row":
            self.rows += self.repeat
            if self.width:
                self.high, self.wide = self.rows, max(self.wide, self.width)
        elif name == _TABLE + "table":
            self.cells += self.high * self.wide


def _times(told: dict[str, str], name: str) -> int:
    text = told.get(_TABLE + name, "1")
    return int(text) if text.isdecimal() and len(text) < 10 else MOST_CELLS + 1
