"""Workbooks (xlsx, ods, xls) through python-calamine, which is only needed here."""

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from samenspel_sources import SourceError
from samenspel_sources.spreadsheet.guard import refuse_bombs
from samenspel_sources.spreadsheet.model import Repair

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Cell = int | float | str | bool | time | date | datetime | timedelta


def book_rows(data: bytes, sheet: str | None) -> tuple[list[tuple[int, list[str]]], list[Repair]]:
    """Rows of one sheet with their numbers. Formulas give the value the program last stored."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise SourceError("spreadsheet", "needs_calamine") from None
    if data.startswith(b"PK"):
        refuse_bombs(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        if sheet is not None and sheet not in names:
            raise SourceError("spreadsheet", "no_sheet", sheet=sheet, found=", ".join(names))
        found = book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, OSError):
        raise SourceError("spreadsheet", "broken") from None
    rows = [(line, [_text(cell) for cell in row]) for line, row in enumerate(found, start=1)]
    for line, row in rows:
        if any("\0" in cell for cell in row):
            raise SourceError("spreadsheet", "nul", line=line)
    others = [name for name in names if name != (sheet or names[0])]
    left_out = Repair("other_sheets", {"sheets": ", ".join(others)})
    return rows, [left_out] if others and sheet is None else []


def book_pages(data: bytes) -> list[tuple[str, Callable[[], Iterator[tuple[int, list[str]]]]]]:
    """The visible sheets that hold something: their names, and how to read their rows one by one."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum
    except ImportError:
        raise SourceError("spreadsheet", "needs_calamine") from None
    if data.startswith(b"PK"):
        refuse_bombs(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        told = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        sheets = [book.get_sheet_by_name(name) for name in told or book.sheet_names]
    except (CalamineError, IndexError, OSError):
        raise SourceError("spreadsheet", "broken") from None
    found = [(sheet.name, _row_reader(sheet)) for sheet in sheets if sheet.height]
    if not found:
        raise SourceError("spreadsheet", "empty")
    return found


def _row_reader(sheet: "CalamineSheet") -> Callable[[], Iterator[tuple[int, list[str]]]]:
    first = (sheet.start or (0, 0))[0] + 1

    def rows() -> Iterator[tuple[int, list[str]]]:
        for line, row in enumerate(sheet.iter_rows(), start=first):
            cells = [_text(cell) for cell in row]
            if any("\0" in cell for cell in cells):
                raise SourceError("spreadsheet", "nul", line=line)
            yield line, cells

    return rows


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)
