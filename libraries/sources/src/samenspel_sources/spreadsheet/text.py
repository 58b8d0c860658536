"""Text files: which encoding, which separator."""

import csv
import io
from collections import Counter

from samenspel_sources import SourceError
from samenspel_sources.spreadsheet.model import Repair

SEPARATORS = ";\t,|"


def text_rows(data: bytes) -> tuple[list[tuple[int, list[str]]], list[Repair]]:
    """Rows with their line numbers, and what was repaired."""
    text, repairs = decode(data)
    if "\0" in text:
        raise SourceError("spreadsheet", "nul", line=text[: text.index("\0")].count("\n") + 1)
    separator, told = separator_of(text, "")
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


def decode(data: bytes) -> tuple[str, list[Repair]]:
    """UTF-8 where possible; else what Windows and Excel write."""
    if utf16 := _utf16(data):
        try:
            return data.decode(utf16).removeprefix("\ufeff"), [Repair("encoding", {"encoding": "UTF-16"})]
        except UnicodeDecodeError:
            raise SourceError("spreadsheet", "broken") from None
    for lost in range(4):
        # A download that stopped may have stopped inside a letter.
        try:
            return data[: len(data) - lost].decode("utf-8-sig"), []
        except UnicodeDecodeError as error:
            if error.start < len(data) - 4:
                break
    # Undefined bytes of Windows-1252 become a visible question mark in a box, never a guess.
    return data.decode("cp1252", errors="replace"), [Repair("encoding", {"encoding": "Windows-1252"})]


def _utf16(data: bytes) -> str:
    """Told by its first two bytes, or by every other byte of the beginning being zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:400]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) >= 20 and max(even, odd) > len(start) * 0.4 and min(even, odd) < len(start) * 0.05:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def separator_of(text: str, also: str = " ") -> tuple[str, bool]:
    """The separator that cuts most rows into one and the same number of columns; Excel may tell it (`sep=;`).

    `also`: a space, for files in which nothing else separates and every row has equally many words.
    """
    first = text.split("\n", 1)[0].strip().casefold()
    if first.startswith("sep=") and len(first) == 5:
        return first[4], True
    sample = io.StringIO("".join(text[:200_000].splitlines(keepends=True)[:100]), newline="").read()
    best = max(SEPARATORS, key=lambda mark: _fit(sample, mark))
    if also and _fit(sample, best)[0] == 0:
        fit, width = _fit(sample, also), len(sample.split("\n", 1)[0].split(also))
        if fit[1] >= min(width, 50) and width > 2:
            return also, False
    return best, False


def _fit(sample: str, mark: str) -> tuple[int, float]:
    """Whether most rows are equally wide, and how well that goes for how many columns."""
    try:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
        widths = [len(row) for row in rows if any(map(str.strip, row))]
    except csv.Error:
        return 0, 0.0
    width, same = max(Counter(widths).items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    if width < 2:
        return 0, 0.0
    return int(same * 2 > len(widths)), same / len(widths) * min(width, 50)
