"""Text files: which encoding, which separator."""

import csv
import io

from samenspel_sources import SourceError
from samenspel_sources.spreadsheet.model import Repair

SEPARATORS = ";\t,|"


def text_rows(data: bytes) -> tuple[list[tuple[int, list[str]]], list[Repair]]:
    """Rows with their line numbers, and what was repaired."""
    text, repairs = _decode(data)
    if "\0" in text:
        raise SourceError("spreadsheet", "nul", line=text[: text.index("\0")].count("\n") + 1)
    separator, told = _separator(text)
    if told:
        text = text.split("\n", 1)[1] if "\n" in text else ""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error:
        raise SourceError("spreadsheet", "broken") from None
    if separator not in ",;":
        repairs.append(Repair("separator", {"separator": {"\t": "tab"}.get(separator, separator)}))
    return rows, repairs


def _decode(data: bytes) -> tuple[str, list[Repair]]:
    """UTF-8 where possible; else what Windows and Excel write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), [Repair("encoding", {"encoding": "UTF-16"})]
        except UnicodeDecodeError:
            raise SourceError("spreadsheet", "broken") from None
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        # Undefined bytes of Windows-1252 become a visible question mark in a box, never a guess.
        return data.decode("cp1252", errors="replace"), [Repair("encoding", {"encoding": "Windows-1252"})]


def _separator(text: str) -> tuple[str, bool]:
    """The separator that cuts the first rows into most columns of equal number; Excel may tell it (`sep=;`)."""
    first = text.split("\n", 1)[0].strip().casefold()
    if first.startswith("sep=") and len(first) == 5:
        return first[4], True
    sample = io.StringIO("".join(text[:100_000].splitlines(keepends=True)[:30]), newline="").read()
    return max(SEPARATORS, key=lambda mark: _fit(sample, mark)), False


def _fit(sample: str, mark: str) -> tuple[int, float]:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=mark) if row]
    except csv.Error:
        return 0, 0.0
    if not widths or widths[0] < 2:
        return 0, 0.0
    same = sum(width == widths[0] for width in widths)
    return int(same * 2 > len(widths)), same / len(widths) * min(widths[0], 50)
