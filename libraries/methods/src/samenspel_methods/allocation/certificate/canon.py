"""One text for one election, whatever the order of its file, and the hash of that text."""

import json
from hashlib import sha256
from typing import Any

from samenspel_methods.allocation.model import Election, VoteType

TITLE = "samenspel-election-1"


def canonical(election: Election) -> str:
    """Everything that a count depends on, as one line of JSON in ASCII: the same for the same election.

    Projects are sorted by id; ballots that say the same in the same channel are one, sorted by what they say. Names of
    projects and other remarks in a file are left out.
    """
    projects = sorted(
        [project.id, project.cost, sorted(project.categories), sorted(project.areas)] for project in election.projects
    )
    ballots = [[count, *what] for what, count in sorted(_counted(election).items())]
    data = [TITLE, election.vote_type.value, election.budget, projects, ballots]
    return json.dumps(data, separators=(",", ":"))


def fingerprint(election: Election) -> str:
    """The SHA-256 of the canonical text, in hexadecimal."""
    return sha256(canonical(election).encode("ascii")).hexdigest()


def _counted(election: Election) -> dict[tuple[Any, ...], int]:
    """How often each thing was said: channel, picks, points. The order of picks only matters in a ranking."""
    ranked = election.vote_type is VoteType.ORDINAL
    counted: dict[tuple[Any, ...], int] = {}
    for ballot in election.ballots:
        picks, points = ballot.picks, ballot.points
        if not ranked and len(picks) > 1:
            if points:
                pairs = sorted(zip(picks, points, strict=True))
                picks, points = tuple(pick for pick, _ in pairs), tuple(point for _, point in pairs)
            else:
                picks = tuple(sorted(picks))
        key = (ballot.channel, picks, points)
        counted[key] = counted.get(key, 0) + ballot.count
    return counted
