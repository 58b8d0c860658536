"""A table as it was meant, and what was repaired to get there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samenspel_sources import SourceError, sentences

CellValue = str | int | float | bool | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right: `encoding`, `separator`, `empty_rows`, `short_rows`, `double_header`,
    `title_rows` or `other_sheets`."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "nl") -> str:
        """The repair for people."""
        return sentences("samenspel_sources.spreadsheet", language)[f"repair_{self.code}"].format(**self.params)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of the same width; every cell is text without spaces around it.

    `decimal` is the mark this file uses; `lines` are the line (or row) numbers in the file.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    repairs: tuple[Repair, ...] = ()
    decimal: str = "."
    lines: tuple[int, ...] = ()

    def records(self) -> Iterator[dict[str, str]]:
        """Each row as column -> cell."""
        for row in self.rows:
            yield dict(zip(self.header, row, strict=True))

    def require(self, columns: Iterable[str]) -> None:
        """Refuse the table when a column is missing; capitals do not matter."""
        known = {name.casefold() for name in self.header}
        missing = [column for column in columns if column.casefold() not in known]
        if missing:
            names, found = ", ".join(missing), ", ".join(filter(None, self.header))
            raise SourceError("spreadsheet", "missing_columns", columns=names, found=found)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to write."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[CellValue]]
