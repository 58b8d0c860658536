"""The ballots once more, counted without the engine: who supports which project, and with how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import chain
from math import lcm

import numpy as np
from numpy.typing import NDArray

from samenspel_methods.allocation.model import Ballot, Election, VoteType
from samenspel_methods.allocation.reglement.model import Reglement

EXACT = 2.0**53  # whole numbers below this are exact in floating point
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """Projects by number, in the order of their ids. Entry e: class `who[e]` gives project `what[e]` `worth[e]` points.

    Entries of project c are `first[c]` to `first[c + 1]`. `people`: voters in a class, times `scale` (weights of
    channels become whole numbers); `score` is times `scale` too, `raw` and `votes` count heads.
    """

    ids: tuple[str, ...]
    cost: tuple[int, ...]
    who: Ints
    what: Ints
    worth: Ints
    first: tuple[int, ...]
    people: Floats
    scale: int
    voters: int
    raw: tuple[int, ...]
    votes: tuple[int, ...]
    score: tuple[int, ...]
    place: tuple[int, ...]

    def of(self, c: int) -> slice:
        """The entries of a project."""
        return slice(self.first[c], self.first[c + 1])


def table(election: Election, reglement: Reglement, seed: str | None) -> Table:
    """The table of an election. Raises KeyError (an id) when a ballot names an unknown project, and
    OverflowError when weights or points are too large to add up exactly.
    """
    projects = sorted(election.projects, key=lambda project: project.id)
    number = {project.id: at for at, project in enumerate(projects)}
    who, what, worth = _entries(election, number)
    heads = np.array([ballot.count for ballot in election.ballots], np.float64)
    people, scale = _people(election, reglement)
    if float(people.sum() + (people[who] * worth).sum()) >= EXACT:
        raise OverflowError
    size = len(projects)
    votes = tuple(int(n) for n in np.bincount(what, heads[who], size))
    cost = tuple(project.cost for project in projects)
    ids = tuple(number)
    return Table(
        ids=ids, cost=cost, who=who, what=what, worth=worth,
        first=tuple(np.searchsorted(what, np.arange(size + 1)).tolist()),
        people=people, scale=scale, voters=election.voters,
        raw=tuple(int(n) for n in np.bincount(what, heads[who] * worth, size)), votes=votes,
        score=tuple(int(n) for n in np.bincount(what, people[who] * worth, size)),
        place=_places(ids, cost, votes, reglement.tie.order, seed),
    )  # fmt: skip


def _entries(election: Election, number: dict[str, int]) -> tuple[Ints, Ints, Ints]:
    sizes = [len(ballot.picks) for ballot in election.ballots]
    total = sum(sizes)
    picks = chain.from_iterable(ballot.picks for ballot in election.ballots)
    what = np.fromiter(map(number.__getitem__, picks), np.int64, total)
    who = np.repeat(np.arange(len(sizes)), sizes)
    if election.vote_type is VoteType.ORDINAL:
        worth = np.fromiter(chain.from_iterable(range(size, 0, -1) for size in sizes), np.int64, total)
    else:
        worth = np.fromiter(chain.from_iterable(map(_points, election.ballots)), np.int64, total)
    order = np.argsort(what, kind="stable")
    order = order[worth[order] > 0]
    return who[order], what[order], worth[order]


def _points(ballot: Ballot) -> Sequence[int]:
    return ballot.points or (1,) * len(ballot.picks)


def _people(election: Election, reglement: Reglement) -> tuple[Floats, int]:
    """Voters in each class times a scale; all ballots of a channel together weigh what was agreed."""
    channels: dict[str, int] = {}
    for ballot in election.ballots:
        channels[ballot.channel] = channels.get(ballot.channel, 0) + ballot.count
    weight = {
        name: reglement.shares.get(name, Fraction(0)) * election.voters / count if reglement.weights else Fraction(1)
        for name, count in channels.items()
    }
    scale = lcm(1, *(share.denominator for share in weight.values()))
    whole = {name: int(share * scale) for name, share in weight.items()}
    return np.array([ballot.count * whole[ballot.channel] for ballot in election.ballots], np.float64), scale


def _places(
    ids: Sequence[str], cost: Sequence[int], votes: Sequence[int], order: Sequence[str], seed: str | None
) -> tuple[int, ...]:
    """Where each project stands among equals: the steps of the tie rule, then the id."""

    def key(c: int) -> list[int | str]:
        drawn = ids[c] if seed is None else sha256(f"{seed}:{ids[c]}".encode()).hexdigest()
        steps = {"lower_cost": cost[c], "higher_cost": -cost[c], "more_votes": -votes[c]}
        return [*(drawn if step == "lot" else steps.get(step, ids[c]) for step in order), ids[c]]

    ranked = sorted(range(len(ids)), key=key)
    return tuple(sorted(range(len(ids)), key=ranked.__getitem__))
