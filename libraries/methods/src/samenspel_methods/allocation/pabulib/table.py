"""A section as a table: columns are found by name, in any order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.rows import Row, blank


@dataclass(frozen=True, slots=True)
class Table:
    """`places`: column name (small letters) -> place in a row. `width`: fields that a row has."""

    name: str
    line: int
    places: dict[str, int]
    width: int
    rows: Iterator[Row]
    report: Report

    def need(self, column: str) -> int:
        """Where a column stands. Raises `missing_column`."""
        if column not in self.places:
            raise AllocationError("missing_column", self.line, section=self.name, column=column)
        return self.places[column]

    def first(self, columns: Sequence[str]) -> int | None:
        """Where the first of these columns that is there stands."""
        return next((self.places[column] for column in columns if column in self.places), None)

    def fitted(self) -> Iterator[Row]:
        """Every row with as many fields as there are columns; too few or too many is a problem."""
        for line, row in self.rows:
            yield (line, row) if len(row) == self.width else self._fit(line, row)

    def _fit(self, line: int, row: list[str]) -> Row:
        if len(row) < self.width:
            column = next((name for name, place in self.places.items() if place == len(row)), str(len(row) + 1))
            self.report.problem("missing_field", line, section=self.name, column=column)
            return line, row + [""] * (self.width - len(row))
        if not blank(row[self.width :]):
            self.report.problem("long_row", line, section=self.name, fields=len(row), columns=self.width)
        return line, row[: self.width]


def table(name: str, line: int, rows: Iterator[Row], report: Report) -> Table:
    """The table whose header is the first of `rows`."""
    line, header = next(rows, (line, []))
    if not header:
        raise AllocationError("missing_header", line, section=name)
    places: dict[str, int] = {}
    for place, written in enumerate(header):
        column = written.strip().casefold()
        if column in places:
            report.problem("double_column", line, section=name, column=column)
        elif column:
            places[column] = place
    width = max(places.values()) + 1
    return Table(name, line, places, width, rows, report)
