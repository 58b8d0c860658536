"""One table, three formats, and the dictionary that explains it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from samenspel.kernel.exports.model import Export
from samenspel_sources.spreadsheet import Sheet, to_ods

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def plain_cell(text: str) -> str:
    """A cell as it was before `safe_cell`, for a table that comes back in."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def as_csv(export: Export, rows: Iterable[list[Any]]) -> Iterator[str]:
    """CSV with a header, piece by piece, so that a large table needs little memory."""
    yield "\ufeff" + _line([c.name for c in export.open_columns])
    for row in rows:
        yield _line([safe_cell(v) for v in row])


def _line(cells: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def as_json(export: Export, rows: Iterable[list[Any]]) -> Iterator[str]:
    """JSON: one object with the table's name and its rows."""
    names = [c.name for c in export.open_columns]
    yield f'{{"table": {json.dumps(export.name)}, "rows": [\n'
    for number, row in enumerate(rows):
        yield (",\n" if number else "") + json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
    yield "\n]}\n"


def as_ods(export: Export, rows: Iterable[list[Any]]) -> bytes:
    """An OpenDocument spreadsheet: the table, and a second sheet that explains the columns."""
    header = [str(export.label_of(c)) for c in export.open_columns]
    explained, *meanings = dictionary_rows(export)
    return to_ods([Sheet(export.name, header, rows), Sheet("uitleg", explained, meanings)])


def dictionary_rows(export: Export) -> list[list[str]]:
    """The data dictionary of one table: column, label, meaning, type, personal-data class."""
    head = ["column", "label", "meaning", "type", "personal"]
    return [head] + [
        [c.name, str(export.label_of(c)), str(export.meaning_of(c)), export.type_of(c), c.personal or "none"]
        for c in export.columns
    ]
