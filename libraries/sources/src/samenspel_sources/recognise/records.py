"""Json as rows: answers of services, lists of records, `{code: {...}}`; the longest list in it is the table."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from samenspel_sources import SourceError
from samenspel_sources.recognise.codes import is_code_key
from samenspel_sources.spreadsheet import Page
from samenspel_sources.spreadsheet.text import decode

CODE = "code"
_DEEPEST = 4
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_INNER = ("properties", "attributes", "raw", "fields")
Record = Mapping[str, Any]


def parse(data: bytes) -> object:
    """The document, or None when this is no json at all. Raises SourceError `broken_json` when it stops half way."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"{", b"[")):
        return None
    text, _ = decode(data)
    try:
        found: object = _whole(text, json.loads(text, parse_constant=lambda _: None))
    except RecursionError:
        raise SourceError("recognise", "broken_json", line=1) from None
    except json.JSONDecodeError as error:
        lines = text.split("\n", 2)
        if start.startswith(b"{") and error.msg == "Extra data" and lines[0].rstrip().endswith("}"):
            return _by_line(text)
        if start.startswith(b"[") and not start[1:].lstrip().startswith((b"{", b"[", b'"')):
            return None
        raise SourceError("recognise", "broken_json", line=error.lineno) from None
    except ValueError:  # a number of thousands of digits
        raise SourceError("recognise", "broken_json", line=1) from None
    return found


def _by_line(text: str) -> list[object]:
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                found.append(_whole(line, json.loads(line)))
            except (ValueError, RecursionError):
                raise SourceError("recognise", "broken_json", line=number) from None
    return found


def _whole(text: str, found: object) -> object:
    r"""Half a sign (`\ud83d` alone) can be written in json but in no file and no database: it becomes a mark."""
    return _mended(found) if _HALF.search(text) else found


def _mended(found: object) -> object:
    if isinstance(found, str):
        return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(found, dict):
        return {_mended(key): _mended(value) for key, value in found.items()}
    return [_mended(item) for item in found] if isinstance(found, list) else found


def records_in(document: object) -> list[Record]:
    """The rows; empty when there are none."""
    if isinstance(document, Mapping):
        if isinstance(document.get("columns"), list) and isinstance(rows := document.get("data"), list):
            names = [str(name) for name in document["columns"]]
            return [dict(zip(names, row, strict=False)) for row in rows if isinstance(row, list)]
        inner = {key: value for key, value in document.items() if isinstance(value, Mapping)}
        coded = sum(is_code_key(str(key)) for key in inner)
        if inner and coded * 2 > len(document):
            return [{CODE: key, **value} for key, value in inner.items()]
    lists = list(_lists(document))
    return max(lists, key=len, default=[])


def _lists(document: object, depth: int = 0) -> Iterator[list[Record]]:
    if isinstance(document, list):
        if document and all(isinstance(item, Mapping) for item in document):
            yield document
    elif isinstance(document, Mapping) and depth < _DEEPEST:
        for value in document.values():
            yield from _lists(value, depth + 1)


def page_of(records: Sequence[Record], name: str = "") -> Page:
    """Records as a page: the header first, then a row for each."""
    flat = [_flat(record) for record in records]
    header = list(dict.fromkeys(key for record in flat for key in record))

    def rows() -> Iterator[tuple[int, list[str]]]:
        yield 1, header
        for line, record in enumerate(flat, start=2):
            yield line, [record.get(key, "") for key in header]

    return Page(name, rows, header=1)


def _flat(record: Record) -> dict[str, str]:
    """Plain values; of records within the record those that hold its properties. Lists are left out."""
    flat: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, Mapping) and key in _INNER:
            for inner, deep in _flat(value).items():
                flat.setdefault(inner if inner not in record else f"{key}.{inner}", deep)
        elif not isinstance(value, Mapping | list):
            flat[str(key)] = text(value)
    return flat


def text(value: object) -> str:
    """A value as a cell. Python writes the shortest text that is exactly this number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)
