"""Tables in web pages and in Excel's old xml: what many sites call an xls file."""

import re
from html.parser import HTMLParser
from xml.parsers import expat

from samenspel_sources import SourceError

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
MOST_CELLS = 2_000_000
Table = tuple[str, list[list[str]]]


def looks_like_markup(text: str) -> bool:
    """A web page or an xml file."""
    start = text[:2000].lstrip("\ufeff \t\r\n").casefold()
    return bool(re.match(r"<(!doctype|html|\?xml|table|head|body|meta|workbook|div)", start))


def is_workbook(text: str) -> bool:
    """Excel's xml of 2003."""
    return _SHEET in text[:5000]


def markup_rows(text: str) -> list[Table]:
    """Name and rows of each table. Raises SourceError `no_table` when there is none."""
    tables = _workbook(text) if is_workbook(text) else _page(text)
    if not any(rows for _, rows in tables):
        raise SourceError("spreadsheet", "no_table")
    return tables


class _Cells:
    """Collects cells; refuses what would fill the memory."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.words: list[str] | None = None
        self.span = 1
        self.count = 0

    def table(self, name: str = "") -> None:
        self.tables.append((name, []))

    def row(self) -> None:
        if not self.tables:
            self.table()
        self.tables[-1][1].append([])

    def close(self) -> None:
        if self.words is None or not self.tables or not self.tables[-1][1]:
            self.words = None
            return
        self.count += self.span
        if self.count > MOST_CELLS:
            raise SourceError("spreadsheet", "too_many_cells", limit=f"{MOST_CELLS:,}".replace(",", "."))
        self.tables[-1][1][-1] += [" ".join("".join(self.words).split())] + [""] * (self.span - 1)
        self.words = None


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = _Cells()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "th", "tr", "table"):
            self.found.close()
        if tag == "table":
            self.found.table()
        elif tag == "tr":
            self.found.row()
        elif tag in ("td", "th"):
            span = dict(attrs).get("colspan") or "1"
            self.found.span = int(span) if span.isdecimal() and 0 < int(span[:4]) < 1000 else 1
            self.found.words = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self.found.close()

    def handle_data(self, data: str) -> None:
        if self.found.words is not None:
            self.found.words.append(data)


def _page(text: str) -> list[Table]:
    parser = _Html()
    parser.feed(text)
    parser.close()
    # A table around a table only places it; the one with most cells is what people came for.
    return sorted(parser.found.tables, key=lambda table: -sum(map(len, table[1])))


def _workbook(text: str) -> list[Table]:
    found = _Cells()
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, told: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "Worksheet":
            found.table(told.get(f"{_SHEET} Name", ""))
        elif tag == "Row":
            found.row()
        elif tag == "Cell":
            place = told.get(f"{_SHEET} Index", "")
            row = found.tables[-1][1][-1]
            if place.isdecimal() and len(place) < 5:
                row += [""] * (int(place) - 1 - len(row))
            found.words, found.span = [], 1

    def end(name: str) -> None:
        if name.rpartition(" ")[2] == "Cell":
            found.close()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda words: found.words.append(words) if found.words is not None else None
    try:
        parser.Parse(text.encode(), True)
    except (expat.ExpatError, IndexError):
        raise SourceError("spreadsheet", "broken") from None
    return found.tables
