"""Reading and writing the `.pb` files of Pabulib: strict, with the line where it went wrong."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Ballot, Election, Project, Remark, VoteType, merge

SECTIONS = ("META", "PROJECTS", "VOTES")
OWN_COLUMNS = {"project_id", "cost", "name", "category", "votes", "score"}
COUNTED = {"num_projects", "num_votes", "budget", "vote_type"}


@dataclass(slots=True)
class _Section:
    name: str
    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    def need(self, *columns: str) -> None:
        for column in columns:
            if column not in self.header:
                raise AllocationError("missing_column", section=self.name, column=column)

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        for line, row in self.rows:
            yield line, dict(zip(self.header, (value.strip() for value in row), strict=False))


def read(source: str | bytes) -> Election:
    """The election in a `.pb` file. Raises AllocationError with code and line; repairs nothing."""
    sections = _sections(_rows(_text(source)))
    meta = _meta(sections["META"])
    projects = _projects(sections["PROJECTS"])
    vote_type = _vote_type(meta)
    remarks: list[Remark] = []
    known = frozenset(project.id for project in projects)
    ballots = tuple(_ballots(sections["VOTES"], vote_type, known, remarks))
    _expect("PROJECTS", meta, "num_projects", len(projects))
    _expect("VOTES", meta, "num_votes", len(ballots))
    budget = _cents(meta["budget"][1])
    if budget is None:
        raise AllocationError("bad_number", meta["budget"][0], key="budget", value=meta["budget"][1])
    kept = tuple((key, value) for key, (_, value) in meta.items() if key not in COUNTED)
    return Election(budget, projects, merge(ballots, vote_type), vote_type, kept, tuple(remarks))


def write(election: Election) -> str:
    """The election as a `.pb` file. Voters get new numbers; `read` gives the same election back."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\n")
    rows.writerows([["META"], ["key", "value"], ["num_projects", len(election.projects)]])
    rows.writerows([["num_votes", election.voters], ["budget", _plain(election.budget)]])
    rows.writerow(["vote_type", election.vote_type.value])
    rows.writerows(election.meta)
    extra = list(dict.fromkeys(key for project in election.projects for key, _ in project.extra))
    rows.writerows([["PROJECTS"], ["project_id", "cost", "name", "category", *extra]])
    for project in election.projects:
        more = dict(project.extra)
        own = [project.id, _plain(project.cost), project.name, ",".join(project.categories)]
        rows.writerow(own + [more.get(key, "") for key in extra])
    with_points = any(ballot.points for ballot in election.ballots)
    rows.writerows([["VOTES"], ["voter_id", "vote", "points"] if with_points else ["voter_id", "vote"]])
    single = (ballot for ballot in election.ballots for _ in range(ballot.count))
    for voter, ballot in enumerate(single, start=1):
        points = [",".join(map(str, ballot.points))] if with_points else []
        rows.writerow([voter, ",".join(ballot.picks), *points])
    return out.getvalue()


def _text(source: str | bytes) -> str:
    if isinstance(source, bytes):
        try:
            source = source.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise AllocationError("not_utf8") from None
    text = source.removeprefix("\ufeff")
    if "\0" in text:
        raise AllocationError("nul", text[: text.index("\0")].count("\n") + 1)
    if not text.strip():
        raise AllocationError("empty")
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        for row in reader:
            if any(value.strip() for value in row):
                yield reader.line_num, row
    except csv.Error:
        raise AllocationError("bad_quotes", reader.line_num) from None


def _sections(rows: Iterable[tuple[int, list[str]]]) -> Mapping[str, _Section]:
    found: dict[str, _Section] = {}
    current: _Section | None = None
    for line, row in rows:
        title = row[0].strip().upper()
        if title in SECTIONS and not any(value.strip() for value in row[1:]):
            current = found[title] = _Section(title)
        elif current is None:
            raise AllocationError("missing_section", section="META")
        elif not current.header:
            current.header = [column.strip().casefold() for column in row]
        else:
            current.rows.append((line, row))
    for section in SECTIONS:
        if section not in found or not found[section].header:
            raise AllocationError("missing_section", section=section)
    return found


def _meta(section: _Section) -> dict[str, tuple[int, str]]:
    meta = {row[0].strip(): (line, row[1].strip()) for line, row in section.rows if len(row) > 1}
    for key in ("num_projects", "num_votes", "budget", "vote_type"):
        if key not in meta:
            raise AllocationError("missing_key", key=key)
    return meta


def _vote_type(meta: Mapping[str, tuple[int, str]]) -> VoteType:
    line, value = meta["vote_type"]
    try:
        return VoteType(value)
    except ValueError:
        raise AllocationError("unknown_vote_type", line, value=value) from None


def _projects(section: _Section) -> tuple[Project, ...]:
    section.need("project_id", "cost")
    projects: dict[str, Project] = {}
    for line, record in section.records():
        number = record["project_id"]
        if "cost" not in record:
            raise AllocationError("missing_field", line, column="cost")
        cost = _cents(record["cost"])
        if cost is None or cost == 0:
            raise AllocationError("bad_cost", line, project=number, value=record["cost"])
        if number in projects:
            raise AllocationError("double_project", line, project=number)
        extra = tuple((key, value) for key, value in record.items() if key not in OWN_COLUMNS)
        categories = _list(record.get("category", ""))
        projects[number] = Project(number, cost, record.get("name", ""), categories, extra)
    return tuple(projects.values())


def _ballots(section: _Section, vote_type: VoteType, known: frozenset[str], remarks: list[Remark]) -> Iterator[Ballot]:
    section.need("voter_id", "vote")
    uses_points = vote_type in (VoteType.CUMULATIVE, VoteType.SCORING)
    for line, record in section.records():
        if "vote" not in record:
            raise AllocationError("missing_field", line, column="vote")
        picks = _list(record["vote"])
        for pick in picks:
            if pick not in known:
                raise AllocationError("unknown_project", line, project=pick)
        points = _points(record.get("points", ""), picks, line) if uses_points else ()
        yield _without_repeats(picks, points, line, remarks)


def _points(text: str, picks: Sequence[str], line: int) -> tuple[int, ...]:
    """Whole points, one per pick; without points each pick counts as one."""
    numbers = _list(text)
    if numbers and len(numbers) != len(picks):
        raise AllocationError("bad_points", line)
    try:
        values = [Decimal(value) for value in numbers]
    except InvalidOperation:
        raise AllocationError("bad_points", line) from None
    if any(value != int(value) for value in values):
        raise AllocationError("bad_points", line)
    return tuple(int(value) for value in values)


def _without_repeats(picks: Sequence[str], points: Sequence[int], line: int, remarks: list[Remark]) -> Ballot:
    """A pick that is listed twice counts once; the reader says so."""
    first: dict[str, int] = {}
    for place, pick in enumerate(picks):
        if pick in first:
            remarks.append(Remark("repeated_pick", line, pick))
        first.setdefault(pick, place)
    return Ballot(tuple(first), 1, tuple(points[place] for place in first.values()) if points else ())


def _expect(section: str, meta: Mapping[str, tuple[int, str]], key: str, counted: int) -> None:
    line, stated = meta[key]
    if not stated.isdecimal():
        raise AllocationError("bad_number", line, key=key, value=stated)
    if int(stated) != counted:
        raise AllocationError("wrong_count", line, section=section, stated=stated, counted=counted)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _cents(text: str) -> int | None:
    """Cents in an amount such as `100000`, `100000.0` or `12,50`; None when it is no amount."""
    try:
        cents = Decimal(text.strip().replace(",", ".")) * 100
        whole = int(cents)
    except (InvalidOperation, OverflowError, ValueError):
        return None
    return whole if whole == cents and 0 <= whole < 10**15 else None


def _plain(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)
