"""The section VOTES: every row is a voter; equal rows are read once and counted."""

from collections.abc import Callable, Mapping
from operator import itemgetter

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Ballot, Said, VoteType, said, unfolded
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.table import Table

CHANNELS = ("voting_method", "channel")
WITH_POINTS = (VoteType.CUMULATIVE, VoteType.SCORING)


class Votes:
    """One reading of VOTES. `ids`: project id -> the same string, so that every pick shares it."""

    def __init__(self, table: Table, vote_type: VoteType, ids: Mapping[str, str], report: Report) -> None:
        self.table, self.vote_type, self.ids, self.report = table, vote_type, ids, report
        self.vote = table.need("vote")
        self.points = table.places.get("points") if vote_type in WITH_POINTS else None
        self.channel: int | None = None
        if vote_type in WITH_POINTS and self.points is None:
            report.note("points_absent", table.line)

    def with_channels(self) -> None:
        """Read how each ballot came in. Raises `missing_column` when the file does not say."""
        self.channel = self.table.first(CHANNELS)
        if self.channel is None:
            raise AllocationError("missing_column", self.table.line, section="VOTES", column=CHANNELS[0])

    def ballots(self) -> tuple[Ballot, ...]:
        """All ballots, merged; together they count every row."""
        voter = self._voter()
        key: Callable[[list[str]], str | tuple[str, ...]] = itemgetter(*self._columns())
        clean: dict[str | tuple[str, ...], Said] = {}
        counted: dict[Said, int] = {}
        voters: set[str] = set()
        rows = 0
        for line, row in self.table.fitted():
            rows += 1
            if voter is not None:
                voters.add(name := row[voter])
                if len(voters) < rows:
                    self.report.problem("double_voter", line, voter=name.strip())
                    rows = len(voters)
            raw = key(row)
            if (ballot := clean.get(raw)) is None:
                remarks = len(self.report.remarks)
                ballot = self._said(line, row)
                if len(self.report.remarks) == remarks:
                    clean[raw] = ballot
            counted[ballot] = counted.get(ballot, 0) + 1
        if not counted:
            raise AllocationError("no_voters", self.table.line)
        return unfolded(counted)

    def _voter(self) -> int | None:
        if "voter_id" in self.table.places:
            return self.table.places["voter_id"]
        self.report.problem("missing_column", self.table.line, section="VOTES", column="voter_id")
        return None

    def _columns(self) -> list[int]:
        return [column for column in (self.vote, self.points, self.channel) if column is not None]

    def _said(self, line: int, row: list[str]) -> Said:
        names = _parts(row[self.vote])
        points = self._points(line, row[self.points], names) if self.points is not None else []
        if points is None:
            names, points = [], []
        picks: dict[str, int] = {}
        again: set[str] = set()
        for place, name in enumerate(names):
            if not name:
                self.report.problem("empty_pick", line)
            elif (pick := self.ids.get(name)) is None:
                self.report.problem("unknown_project", line, project=name)
            elif pick not in picks:
                picks[pick] = points[place] if points else 0
            elif pick not in again:
                again.add(pick)
                self.report.note("repeated_pick", line, project=pick)
        if self.vote_type is VoteType.CHOOSE_ONE and len(picks) > 1:
            self.report.note("more_than_one", line, picks=len(picks))
        channel = row[self.channel].strip() if self.channel is not None else ""
        return said(tuple(picks), tuple(picks.values()) if points else (), channel, self.vote_type)

    def _points(self, line: int, text: str, names: list[str]) -> list[int] | None:
        """One whole number per pick; nothing where the file gives none; None when the ballot cannot be read."""
        numbers = _parts(text)
        if not numbers:
            if names:
                self.report.note("points_absent", line)
            return []
        if len(numbers) != len(names):
            self.report.problem("points_do_not_match", line, picks=len(names), points=len(numbers))
            return None
        points = [_point(number) for number in numbers]
        for number, point in zip(numbers, points, strict=True):
            if point is None:
                self.report.problem("bad_points", line, value=number)
        return None if None in points else [point for point in points if point is not None]


def _parts(text: str) -> list[str]:
    """The parts of a list with commas, empty ones included; a comma at the very end says nothing."""
    text = text.strip()
    if not text:
        return []
    return [part.strip() for part in text.removesuffix(",").split(",")]


def _point(text: str) -> int | None:
    whole, _, rest = text.partition(".")
    digits = whole[1:] if whole.startswith("-") else whole
    fine = digits.isascii() and digits.isdecimal() and len(digits) <= 12 and not rest.strip("0")
    return int(whole) if fine else None
