"""Ballots as sparse arrays: for each project the classes of voters that support it, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import lcm

import numpy as np
from numpy.typing import NDArray

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Election, Project, VoteType
from samenspel_methods.allocation.ties import TIE, Key, among_equals

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Support:
    """Who supports one project.

    `voter`: classes of equal ballots (indices). `count`: people in each class, times `Profile.scale`.
    `worth`: what each of them gives it (points, at least 1); None when all give 1.
    """

    voter: Ints
    count: Floats
    worth: Floats | None
    weight: Floats  # count times worth
    total: float  # of weight

    def worths(self) -> Ints:
        """What each class gives it, also when that is 1 everywhere."""
        return np.ones(len(self.voter), np.int64) if self.worth is None else self.worth.astype(np.int64)


@dataclass(frozen=True, slots=True)
class Profile:
    """An election ready to count. Arrays over projects are in the order of `ids`; money is in cents."""

    budget: int
    ids: tuple[str, ...]
    cost: tuple[int, ...]
    score: tuple[int, ...]  # times scale
    votes: tuple[int, ...]  # heads
    place: tuple[int, ...]  # in the order that decides ties
    supports: tuple[Support, ...]
    classes: int
    people: int  # all voters, empty ballots included, times scale
    scale: int  # makes weights of channels whole numbers; 1 without weights

    @property
    def share(self) -> Fraction:
        """What every voter may spend at the start, in cents."""
        return Fraction(self.budget * self.scale, self.people) if self.people else Fraction(0)


LARGEST = 2**40  # people times scale: with up to a thousand points each, still whole numbers in double precision


def profile(
    election: Election,
    *,
    projects: Sequence[Project] | None = None,
    weights: Mapping[str, Fraction] | None = None,
    tie: Sequence[str] = TIE,
    seed: str | None = None,
) -> Profile:
    """The arrays of an election, or of some of its projects; all must cost something.

    `weights`: what one ballot of a channel counts for, 1 where none is given. `tie`: what decides between equals.
    Raises AllocationError (`weights_too_fine`).
    """
    listed = election.projects if projects is None else projects
    number = {project.id: at for at, project in enumerate(listed)}
    scale = lcm(*(weight.denominator for weight in weights.values())) if weights else 1
    counts = [ballot.count * int((weights or {}).get(ballot.channel, 1) * scale) for ballot in election.ballots]
    if sum(counts) > LARGEST:
        raise AllocationError("weights_too_fine")
    who, what, worth = _entries(election, number)
    heads = np.array([ballot.count for ballot in election.ballots], np.int64)
    votes = tuple(np.bincount(what, heads[who], len(listed)).astype(np.int64).tolist())
    supports = _supports(len(listed), who, what, worth, np.array(counts, np.float64))
    return Profile(
        budget=election.budget, ids=tuple(number), cost=tuple(project.cost for project in listed), votes=votes,
        place=_places(listed, votes, tie, seed), score=tuple(int(support.total) for support in supports),
        supports=supports, classes=len(election.ballots), people=sum(counts), scale=scale,
    )  # fmt: skip


def narrowed(p: Profile, projects: Sequence[Project], tie: Sequence[str], seed: str | None) -> Profile:
    """The same ballots with some of the projects, perhaps at other costs."""
    at = {name: number for number, name in enumerate(p.ids)}
    kept = [at[project.id] for project in projects]
    votes = tuple(p.votes[c] for c in kept)
    return replace(
        p, ids=tuple(project.id for project in projects), cost=tuple(project.cost for project in projects), votes=votes,
        score=tuple(p.score[c] for c in kept), supports=tuple(p.supports[c] for c in kept),
        place=_places(projects, votes, tie, seed),
    )  # fmt: skip


def _places(listed: Sequence[Project], votes: Sequence[int], tie: Sequence[str], seed: str | None) -> tuple[int, ...]:
    """Where each project stands among equals."""

    def key(at: int) -> Key:
        return among_equals(listed[at], votes[at], tie, seed)

    found = [0] * len(listed)
    for place, at in enumerate(sorted(range(len(listed)), key=key)):
        found[at] = place
    return tuple(found)


def _entries(election: Election, number: Mapping[str, int]) -> tuple[Ints, Ints, Ints]:
    """One entry for each class of ballots and project it supports; picks of projects that do not take part are left
    out.
    """
    ranked = election.vote_type is VoteType.ORDINAL
    who: list[int] = []
    what: list[int] = []
    worth: list[int] = []
    for at, ballot in enumerate(election.ballots):
        size = len(ballot.picks)
        given = range(size, 0, -1) if ranked else ballot.points or (1,) * size
        for pick, points in zip(ballot.picks, given, strict=True):
            if points > 0 and pick in number:
                who.append(at)
                what.append(number[pick])
                worth.append(points)
    return np.array(who, np.int64), np.array(what, np.int64), np.array(worth, np.int64)


def _supports(projects: int, who: Ints, what: Ints, worth: Ints, counts: Floats) -> tuple[Support, ...]:
    order = np.argsort(what, kind="stable")
    who, worth = who[order], worth[order]
    ends = np.searchsorted(what[order], np.arange(projects + 1))
    found = []
    for first, last in pairwise(ends):
        voter, given = who[first:last], worth[first:last].astype(np.float64)
        count = counts[voter]
        flat = not len(given) or bool((given == 1).all())
        weight = count if flat else count * given
        found.append(Support(voter, count, None if flat else given, weight, float(weight.sum())))
    return tuple(found)
