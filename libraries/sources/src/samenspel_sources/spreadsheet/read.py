"""Reading a spreadsheet from bytes: the content decides what it is, never the name."""

from collections.abc import Iterable, Sequence

from samenspel_sources import SourceError
from samenspel_sources.spreadsheet.binary import book_rows
from samenspel_sources.spreadsheet.model import Repair, Table
from samenspel_sources.spreadsheet.text import text_rows
from samenspel_sources.spreadsheet.values import decimal_mark

LIMIT = 20_000_000
OTHER_KINDS = {b"%PDF": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"<!DO": "html", b"<htm": "html"}
BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Numbered = list[tuple[int, list[str]]]


def read(
    data: bytes, *, need: Iterable[str] = (), sheet: str | None = None, limit: int = LIMIT, title_rows: int = 0
) -> Table:
    """The first sheet (or the named one) as a table. `need`: columns that must be there.

    `title_rows`: rows above the header to leave out. Raises SourceError; see `texts/`.
    """
    if not data.strip():
        raise SourceError("spreadsheet", "empty")
    if len(data) > limit:
        raise SourceError("spreadsheet", "too_large", size=len(data) // 1_000_000, limit=limit // 1_000_000)
    if kind := OTHER_KINDS.get(data[:4]) or OTHER_KINDS.get(data[:3]):
        raise SourceError("spreadsheet", "wrong_kind", kind=kind)
    rows, repairs = book_rows(data, sheet) if data.startswith(BOOKS) else text_rows(data)
    table = _table(rows[title_rows:], repairs)
    table.require(need)
    return table


def _table(rows: Numbered, repairs: list[Repair]) -> Table:
    filled = [(line, [cell.strip() for cell in row]) for line, row in rows if any(c.strip() for c in row)]
    if not filled:
        raise SourceError("spreadsheet", "empty")
    # Empty rows at the end say nothing; between filled rows they are worth a remark.
    if gaps := sum(1 for line, row in rows if line < filled[-1][0] and not any(c.strip() for c in row)):
        repairs.append(Repair("empty_rows", {"count": gaps}))
    header = _header(_without_tail(filled[0][1]), repairs)
    body = _same_width(filled[1:], len(header), repairs)
    cells = [cell for row in body for cell in row]
    lines = tuple(line for line, _ in filled[1:])
    return Table(header, tuple(map(tuple, body)), tuple(repairs), decimal_mark(cells), lines)


def _header(names: Sequence[str], repairs: list[Repair]) -> tuple[str, ...]:
    """Every column gets a name of its own."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})".strip())
    if double := [name for name, times in seen.items() if times > 1 and name]:
        repairs.append(Repair("double_header", {"columns": ", ".join(double)}))
    return tuple(unique)


def _same_width(rows: Numbered, width: int, repairs: list[Repair]) -> list[list[str]]:
    short = 0
    body = []
    for line, cells in rows:
        row = _without_tail(cells)
        if len(row) > width:
            raise SourceError("spreadsheet", "row_too_long", line=line, width=width, found=len(row))
        short += len(cells) < width
        body.append(row + [""] * (width - len(row)))
    if short:
        repairs.append(Repair("short_rows", {"count": short}))
    return body


def _without_tail(row: list[str]) -> list[str]:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return row[:width]
