"""From a `.pb` file to an election: strict, or with repairs that are told."""

from collections.abc import Iterator, Mapping, Sequence

from samenspel_methods.allocation.model import Ballot, Election, Project, VoteType
from samenspel_methods.allocation.pabulib.amounts import whole
from samenspel_methods.allocation.pabulib.meta import Meta, read_meta
from samenspel_methods.allocation.pabulib.projects import Stated, read_projects
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.rows import Row, cut, rows
from samenspel_methods.allocation.pabulib.source import LIMIT, Source, clean
from samenspel_methods.allocation.pabulib.table import table
from samenspel_methods.allocation.pabulib.votes import Votes


def read(source: Source, *, lenient: bool = False, channels: bool = False, limit: int = LIMIT) -> Election:
    """The election in a `.pb` file; money in cents, equal ballots merged, other META keys and columns kept.

    `source` is a text, bytes, or a file opened for bytes (of which at most `limit` bytes are read). Strict raises
    AllocationError with code, line and remedy at the first problem. `lenient` repairs what can be repaired without
    a guess about money or votes and tells each repair in `remarks`; the rest still raises. Ballots keep how they
    came in (`voting_method` or `channel`) only with `channels`, and are then merged per channel.
    Source: Faliszewski et al., IJCAI 2023; pabulib.org/format.
    """
    report = Report(lenient)
    late: list[tuple[int, list[Row]]] = []
    projects: tuple[Project, ...] = ()
    stated: Mapping[str, Stated] = {}
    ballots: tuple[Ballot, ...] = ()
    meta, budget, vote_type = Meta({}, report), 0, VoteType.APPROVAL
    for name, line, found in cut(rows(clean(source, limit, report), report)):
        if name == "META":
            meta = read_meta(table(name, line, found, report), report)
            budget, vote_type = meta.budget(), meta.vote_type()
        elif name == "PROJECTS":
            projects, stated = read_projects(table(name, line, found, report), report)
        elif budget and projects:
            ballots = _ballots(line, found, vote_type, projects, channels, report)
        else:
            late.append((line, list(found)))
    for line, held in late:
        ballots = _ballots(line, iter(held), vote_type, projects, channels, report)
    meta.expect("PROJECTS", "num_projects", len(projects))
    meta.expect("VOTES", "num_votes", sum(ballot.count for ballot in ballots))
    _compare(projects, ballots, stated, report)
    return Election(budget, projects, ballots, vote_type, meta.others(), tuple(report.remarks))


def _ballots(
    line: int,
    found: Iterator[Row],
    vote_type: VoteType,
    projects: Sequence[Project],
    channels: bool,
    report: Report,
) -> tuple[Ballot, ...]:
    ids = {project.id: project.id for project in projects}
    votes = Votes(table("VOTES", line, found, report), vote_type, ids, report)
    if channels:
        votes.with_channels()
    return votes.ballots()


def _compare(
    projects: Sequence[Project], ballots: Sequence[Ballot], stated: Mapping[str, Stated], report: Report
) -> None:
    """A vote cut off in the middle can leave a good file: then the sums in the file itself tell it."""
    listed = dict.fromkeys(stated, 0)
    backed = dict(listed)
    for ballot in ballots:
        for place, pick in enumerate(ballot.picks):
            listed[pick] += ballot.count
            if not ballot.points or ballot.points[place] > 0:
                backed[pick] += ballot.count
    for project in projects:
        said, found = stated[project.id], backed[project.id]
        if (votes := whole(said.votes)) is not None and votes not in (listed[project.id], found):
            report.note("votes_differ", said.line, project=project.id, stated=votes, counted=found)
