"""The section META: key and value per row."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import VoteType
from samenspel_methods.allocation.pabulib.amounts import amount, whole
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.rows import blank
from samenspel_methods.allocation.pabulib.table import Table

COUNTED = {"num_projects", "num_votes", "budget", "vote_type"}


@dataclass(frozen=True, slots=True)
class Meta:
    """What META says: key -> (line, value), in the order of the file."""

    values: Mapping[str, tuple[int, str]]
    report: Report

    def budget(self) -> int:
        """The budget in cents, above zero."""
        line, text = self._need("budget")
        if not (found := amount(text, line, self.report)):
            raise AllocationError("no_budget", line)
        return found

    def vote_type(self) -> VoteType:
        """What the ballots hold."""
        line, text = self._need("vote_type")
        if text in list(VoteType):
            return VoteType(text)
        if text.casefold() not in list(VoteType):
            raise AllocationError("unknown_vote_type", line, value=text)
        self.report.problem("odd_vote_type", line, value=text)
        return VoteType(text.casefold())

    def expect(self, section: str, key: str, counted: int) -> None:
        """The number of rows that META promises; fewer is how a file that was cut off shows."""
        if key not in self.values:
            self.report.problem("missing_key", key=key)
            return
        line, text = self.values[key]
        stated = whole(text)
        if stated is None:
            self.report.problem("bad_number", line, key=key, value=text)
        elif stated != counted:
            self.report.problem("wrong_count", line, section=section, stated=text, counted=counted)

    def others(self) -> tuple[tuple[str, str], ...]:
        """The other keys as they are, in the order of the file."""
        return tuple((key, value) for key, (_, value) in self.values.items() if key not in COUNTED)

    def _need(self, key: str) -> tuple[int, str]:
        if key not in self.values:
            raise AllocationError("missing_key", key=key)
        return self.values[key]


def read_meta(table: Table, report: Report) -> Meta:
    """META of a file; every row has a key, and one that comes twice must say the same twice."""
    values: dict[str, tuple[int, str]] = {}
    for line, row in table.rows:
        if not (key := row[0].strip()):
            raise AllocationError("empty_key", line)
        value = _value(line, row, report)
        if key in values and values[key][1] != value:
            raise AllocationError("double_key", line, key=key)
        if key in values:
            report.problem("double_key", line, key=key)
        values.setdefault(key, (line, value))
    return Meta(values, report)


def _value(line: int, row: list[str], report: Report) -> str:
    """A value with a bare `;` in it has become more fields: the repair puts them together again."""
    if len(row) < 2:
        report.problem("missing_field", line, section="META", column="value")
        return ""
    if blank(row[2:]) or len(row) == 2:
        return row[1].strip()
    report.problem("bare_semicolon", line, key=row[0].strip())
    return ";".join(row[1:]).strip().rstrip(";")
