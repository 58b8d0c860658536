"""An election about money: projects with a cost, ballots merged by what they say, one budget; in cents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samenspel_methods import sentences


class VoteType(StrEnum):
    """What a ballot holds."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"


@dataclass(frozen=True, slots=True)
class Project:
    """A plan that can get money; `cost` in cents. `areas`: where it is. `extra` keeps other columns of its file."""

    id: str
    cost: int
    name: str = ""
    categories: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ballot:
    """What `count` voters all said. `points` is empty, or has one number per pick. `channel`: how it came in."""

    picks: tuple[str, ...]
    count: int = 1
    points: tuple[int, ...] = ()
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd in a file and how it was read (`repeated_pick`); lenient reading tells each repair this way."""

    code: str
    line: int
    project: str
    params: tuple[tuple[str, str], ...] = ()

    def sentence(self, language: str = "nl") -> str:
        """What was found and what was done with it, for people."""
        said = {"line": self.line, "project": self.project, **dict(self.params)}
        return sentences("samenspel_methods.allocation", language)[f"{self.code}_read"].format(**said)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a ballot or a set of rules does wrong, by code."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Election:
    """Everything a count needs. `meta` keeps the other keys of its file, in order."""

    budget: int
    projects: tuple[Project, ...]
    ballots: tuple[Ballot, ...]
    vote_type: VoteType = VoteType.APPROVAL
    meta: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def voters(self) -> int:
        """How many people voted, empty ballots included."""
        return sum(ballot.count for ballot in self.ballots)


Said = tuple[tuple[str, ...], tuple[int, ...], str]


def said(picks: tuple[str, ...], points: tuple[int, ...], channel: str, vote_type: VoteType) -> Said:
    """What a ballot says, the same for all that say the same; the order of picks only matters in a ranking."""
    if vote_type is VoteType.ORDINAL or len(picks) < 2:
        return picks, points, channel
    if not points:
        return tuple(sorted(picks)), (), channel
    pairs = sorted(zip(picks, points, strict=True))
    return tuple(pick for pick, _ in pairs), tuple(point for _, point in pairs), channel


def merge(ballots: Iterable[Ballot], vote_type: VoteType) -> tuple[Ballot, ...]:
    """Ballots that say the same in the same channel become one, in the order of their first."""
    counted: dict[Said, int] = {}
    for ballot in ballots:
        key = said(ballot.picks, ballot.points, ballot.channel, vote_type)
        counted[key] = counted.get(key, 0) + ballot.count
    return unfolded(counted)


def unfolded(counted: Mapping[Said, int]) -> tuple[Ballot, ...]:
    """Ballots from how often each thing was said."""
    return tuple(Ballot(picks, count, points, channel) for (picks, points, channel), count in counted.items())


def tally(election: Election) -> tuple[dict[str, int], dict[str, int]]:
    """Per project the score, and how many voters support it (score above zero)."""
    score = {project.id: 0 for project in election.projects}
    votes = dict(score)
    ranked = election.vote_type is VoteType.ORDINAL
    for ballot in election.ballots:
        worth = range(len(ballot.picks), 0, -1) if ranked else ballot.points or (1,) * len(ballot.picks)
        for pick, points in zip(ballot.picks, worth, strict=True):
            if points > 0:
                score[pick] += points * ballot.count
                votes[pick] += ballot.count
    return score, votes
