"""From a `.pb` file to an election: strict, or with repairs that are told."""

from collections.abc import Iterator, Mapping, Sequence

from samenspel_methods.allocation.model import Ballot, Election, Project
from samenspel_methods.allocation.pabulib.amounts import whole
from samenspel_methods.allocation.pabulib.meta import read_meta
from samenspel_methods.allocation.pabulib.projects import Stated, read_projects
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.rows import SECTIONS, Row, cut, rows
from samenspel_methods.allocation.pabulib.source import LIMIT, Source, clean
from samenspel_methods.allocation.pabulib.table import Table, table
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
    tables = _in_order(cut(rows(clean(source, limit, report), report)), report)
    meta = read_meta(next(tables), report)
    budget, vote_type = meta.budget(), meta.vote_type()
    projects, stated = read_projects(next(tables), report)
    votes = Votes(next(tables), vote_type, {project.id: project.id for project in projects}, report)
    if channels:
        votes.with_channels()
    ballots = votes.ballots()
    meta.expect("PROJECTS", "num_projects", len(projects))
    meta.expect("VOTES", "num_votes", sum(ballot.count for ballot in ballots))
    _compare(projects, ballots, stated, report)
    return Election(budget, projects, ballots, vote_type, meta.others(), tuple(report.remarks))


def _in_order(found: Iterator[tuple[str, int, Iterator[Row]]], report: Report) -> Iterator[Table]:
    """META, PROJECTS, VOTES; a section that comes too early waits. In the usual order nothing is kept."""
    held: dict[str, tuple[int, list[Row]]] = {}
    for wanted in SECTIONS:
        while wanted not in held:
            name, line, group = next(found)
            if name == wanted:
                yield table(name, line, group, report)
                break
            held[name] = line, list(group)
        else:
            line, kept = held[wanted]
            yield table(wanted, line, iter(kept), report)


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
