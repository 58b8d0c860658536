"""What ballots and outcomes say about projects: which are liked by the same people, and where the money goes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal

from samenspel_methods.allocation.model import Election, Project
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.statistics.support import picked

Division = Literal["category", "area"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two projects, how many voters support both, and how many support at least one of them."""

    one: str
    other: str
    both: int
    either: int

    @property
    def share(self) -> Fraction:
        """The part of their supporters together that supports both (Jaccard)."""
        return Fraction(self.both, self.either)


def overlap(election: Election) -> tuple[Overlap, ...]:
    """All pairs of projects with a common supporter, most alike first."""
    both: Counter[tuple[str, str]] = Counter()
    votes: Counter[str] = Counter()
    for ballot in election.ballots:
        picks = sorted(picked(election, ballot))
        for pick in picks:
            votes[pick] += ballot.count
        for pair in combinations(picks, 2):
            both[pair] += ballot.count
    found = [Overlap(one, other, n, votes[one] + votes[other] - n) for (one, other), n in both.items()]
    return tuple(sorted(found, key=lambda pair: (-pair.share, pair.one, pair.other)))


@dataclass(frozen=True, slots=True)
class Part:
    """A theme or an area: projects and funded ones, cents granted, votes for its projects; and of all together."""

    name: str
    projects: int
    funded: int
    granted: int
    votes: int
    all_votes: int
    all_granted: int

    @property
    def share_of_votes(self) -> Fraction:
        """The part of all votes that its projects got."""
        return Fraction(self.votes, self.all_votes) if self.all_votes else Fraction(0)

    @property
    def share_of_money(self) -> Fraction:
        """The part of the money handed out that its projects got."""
        return Fraction(self.granted, self.all_granted) if self.all_granted else Fraction(0)


def spread(election: Election, result: Result, division: Division) -> tuple[Part, ...]:
    """How projects, votes and money are spread over themes or areas, by name; a project in two counts in both.

    Projects without a theme or area are under the empty name.
    """
    groups: dict[str, list[Project]] = {}
    for project in election.projects:
        for name in (project.categories if division == "category" else project.areas) or ("",):
            groups.setdefault(name, []).append(project)
    votes = _votes(election)
    granted = {win.project: win.granted for win in result.wins}
    return tuple(
        Part(
            name, len(group), sum(p.id in granted for p in group), sum(granted.get(p.id, 0) for p in group),
            sum(votes.get(p.id, 0) for p in group), sum(votes.values()), sum(granted.values()),
        )
        for name, group in sorted(groups.items())
    )  # fmt: skip


def _votes(election: Election) -> Mapping[str, int]:
    votes: Counter[str] = Counter()
    for ballot in election.ballots:
        for pick in picked(election, ballot):
            votes[pick] += ballot.count
    return votes
