"""Readers of open data and of the spreadsheets people have. No framework; the network only by `transport.Live`.

Here is only what all readers share: the error, its sentences, the status of a figure, and strict reading of the
csv files that this library defines or knows.
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Status(StrEnum):
    """What a cell of a figure says. Only VALUE has a number."""

    VALUE = "value"
    NOT_YET = "not_yet"
    SECRET = "secret"  # noqa: S105 - a status of CBS, no password
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"


class SourceError(ValueError):
    """What was wrong, by code; `sentence` says it and what to do. Nothing was stored or guessed."""

    def __init__(self, package: str, code: str, **params: object) -> None:
        super().__init__(f"{code}: {params}")
        self.package = package
        self.code = code
        self.params = params

    def sentence(self, language: str = "nl") -> str:
        """The error for people."""
        return sentences(f"samenspel_sources.{self.package}", language)[self.code].format(**self.params)


@cache
def sentences(package: str, language: str) -> Mapping[str, str]:
    """All sentences of a package in one language."""
    source = files(package) / "texts" / f"{language}.toml"
    return dict(tomllib.loads(source.read_text(encoding="utf-8")))


def csv_records(
    package: str, data: bytes, columns: Iterable[str], *, separator: str = ""
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and column -> cell of a UTF-8 csv file of a known form.

    Without a separator the first line tells it: a comma, a semicolon (as spreadsheets save it here) or a tab.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(package, "not_utf8") from None
    if "\0" in text:
        raise SourceError(package, "nul", line=text[: text.index("\0")].count("\n") + 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or _between(text))
    header = [name.strip() for name in next(reader, [])]
    if missing := [column for column in columns if column not in header]:
        raise SourceError(package, "missing_columns", columns=", ".join(missing), found=", ".join(header))
    for row in reader:
        if any(cell.strip() for cell in row):
            if len(row) != len(header):
                raise SourceError(package, "wrong_width", line=reader.line_num, width=len(header), found=len(row))
            yield reader.line_num, {name: cell.strip() for name, cell in zip(header, row, strict=True)}


def _between(text: str) -> str:
    """What stands between the columns: the sign that the first line has most; a comma when it has none."""
    first = text.lstrip().partition("\n")[0]
    return max(",;\t", key=first.count)
