"""From an election to a `.pb` file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Ballot, Election, Project, merge
from samenspel_methods.allocation.pabulib.amounts import plain
from samenspel_methods.allocation.pabulib.document import Document
from samenspel_methods.allocation.pabulib.meta import COUNTED
from samenspel_methods.allocation.pabulib.projects import AREAS, listed
from samenspel_methods.allocation.pabulib.rows import SECTIONS, joined


def write(what: Election | Document) -> str:
    """The `.pb` file. A document is written as it was read; an election in the house form.

    Voters get new numbers; `read` gives the same election back (with `channels` where ballots have one). Raises
    `cannot_write` for an id or a list that the format cannot hold.
    """
    if isinstance(what, Document):
        return what.text()
    rows = chain(_meta(what), _projects(what.projects), _votes(what.ballots))
    return "".join(joined(row) + "\n" for row in rows)


def canonical(election: Election) -> str:
    """The same text for the same election, whatever the order of its voters, projects, keys and columns.

    For hashes: projects sorted by id, ballots merged and sorted, other META keys and columns sorted by name.
    """
    projects = sorted(election.projects, key=lambda project: project.id)
    ballots = sorted(merge(election.ballots, election.vote_type), key=lambda b: (b.picks, b.points, b.channel))
    return write(
        replace(
            election,
            projects=tuple(replace(project, extra=tuple(sorted(project.extra))) for project in projects),
            ballots=tuple(ballots),
            meta=tuple(sorted(election.meta)),
        )
    )


def _meta(election: Election) -> Iterable[Sequence[object]]:
    yield from (["META"], ["key", "value"], ["num_projects", len(election.projects)])
    yield from (["num_votes", election.voters], ["budget", plain(election.budget)])
    yield ["vote_type", election.vote_type.value]
    taken = {*COUNTED, ""}
    for key, value in election.meta:
        if key in taken or (key.upper() in SECTIONS and not value):
            raise AllocationError("cannot_write", value=key)
        taken.add(key)
        yield [key, value]


def _projects(projects: Sequence[Project]) -> Iterable[Sequence[object]]:
    extra = list(dict.fromkeys(key for project in projects for key, _ in project.extra))
    areas = any(project.areas for project in projects) or not set(extra).isdisjoint(AREAS)
    yield ["PROJECTS"]
    yield ["project_id", "cost", "name", "category", *(["neighborhood"] if areas else []), *extra]
    for project in projects:
        if listed(project.id) != (project.id,):
            raise AllocationError("cannot_write", value=project.id)
        more = dict(project.extra)
        own = [project.id, plain(project.cost), project.name, _list(project.categories)]
        yield own + ([_list(project.areas)] if areas else []) + [more.get(key, "") for key in extra]


def _votes(ballots: Sequence[Ballot]) -> Iterable[Sequence[object]]:
    points, channel = any(ballot.points for ballot in ballots), any(ballot.channel for ballot in ballots)
    yield ["VOTES"]
    yield ["voter_id", "vote", *(["points"] if points else []), *(["voting_method"] if channel else [])]
    last = 0
    for ballot in ballots:
        said = [_list(ballot.picks)]
        said += [",".join(map(str, ballot.points))] if points else []
        said += [ballot.channel] if channel else []
        yield from ([voter, *said] for voter in range(last + 1, last + 1 + ballot.count))
        last += ballot.count


def _list(parts: Sequence[str]) -> str:
    text = ",".join(parts)
    if listed(text) != tuple(parts):
        raise AllocationError("cannot_write", value=text)
    return text
