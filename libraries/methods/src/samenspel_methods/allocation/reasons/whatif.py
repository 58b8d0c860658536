"""What would have been needed: the count is run again with one thing changed, and the answer is checked by a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from samenspel_methods.allocation.model import Ballot, Election, Project
from samenspel_methods.allocation.result import Result

Rerun = Callable[[Election], Result]
# Who wins at other costs (cents by project), such as `counting.what_if` gives: quicker than whole counts.
Ask = Callable[[Mapping[str, int]], Collection[str]]
UNIT = 100  # cents in a unit of currency


@dataclass(frozen=True, slots=True)
class Needed:
    """The least change found at which a project wins, or None; `runs` of the count it took.

    A run at `value` showed that it wins there, and a run one unit short that it does not. Winning can come and go as a
    cost falls or votes are added, so a smaller change may exist: `value` is enough, not always the least.
    """

    project: str
    value: int | None
    runs: int


class _Trial:
    def __init__(self, project: str, wins: Callable[[int], bool]) -> None:
        self.project, self.wins, self.runs = project, wins, 0

    def __call__(self, value: int) -> bool:
        self.runs += 1
        return self.wins(value)

    def between(self, no: int, yes: int) -> Needed:
        """It does not win at `no`, it does at `yes`: the border, one apart."""
        while abs(yes - no) > 1:
            middle = (no + yes) // 2
            if self(middle):
                yes = middle
            else:
                no = middle
        return Needed(self.project, yes, self.runs)


def cost_to_win(
    election: Election, project: str, rerun: Rerun | None, ask: Ask | None = None, unit: int = UNIT, least: int = 1
) -> Needed:
    """The highest cost (cents, whole units) at which a losing project wins; None when not even at the lowest.

    `least`: what a project must cost, in cents. The lowest cost that is tried is a whole unit.

    With `ask` that is asked, and `rerun` is not needed. Raises ValueError without either, KeyError for no project.
    """
    own = _find(election, project)
    answer = ask or _asking(election, own, rerun)

    def wins(units: int) -> bool:
        return project in answer({project: units * unit})

    trial, top, low = _Trial(project, wins), -(-own.cost // unit), max(1, -(-least // unit))
    if top <= low or not trial(low):
        return Needed(project, None, trial.runs)
    found = trial.between(top, low)
    return replace(found, value=found.value * unit if found.value else None)


def votes_to_win(election: Election, project: str, rerun: Rerun, most: int | None = None) -> Needed:
    """How many more voters who pick only this project make it win, all else unchanged; None when `most` do not.

    `most` is as many as voted, unless stated. More voters also make the share of each smaller.
    """
    _find(election, project)
    limit = most if most is not None else max(1, election.voters)

    def wins(more: int) -> bool:
        return project in rerun(with_voters(election, project, more)).winners

    trial, low, high = _Trial(project, wins), 0, 1
    while not trial(high):
        if high >= limit:
            return Needed(project, None, trial.runs)
        low, high = high, min(2 * high, limit)
    return trial.between(low, high)


def with_voters(election: Election, project: str, more: int) -> Election:
    """The election with so many voters more who pick only this project."""
    points = (1,) if any(ballot.points for ballot in election.ballots) else ()
    return replace(election, ballots=(*election.ballots, Ballot((project,), more, points)))


def budget_to_win(election: Election, project: str, rerun: Rerun, unit: int = UNIT) -> Needed:
    """How much more money (cents, whole units) makes it win, all else unchanged; None when twice all costs do not."""
    _find(election, project)

    def wins(units: int) -> bool:
        return project in rerun(replace(election, budget=election.budget + units * unit)).winners

    limit = -(-2 * sum(p.cost for p in election.projects) // unit)
    trial, low, high = _Trial(project, wins), 0, 1
    while not trial(high):
        if high >= limit:
            return Needed(project, None, trial.runs)
        low, high = high, min(2 * high, limit)
    found = trial.between(low, high)
    return replace(found, value=found.value * unit if found.value else None)


def _find(election: Election, project: str) -> Project:
    for own in election.projects:
        if own.id == project:
            return own
    raise KeyError(project)


def _asking(election: Election, own: Project, rerun: Rerun | None) -> Ask:
    """Whole counts as an answer to another cost."""
    if rerun is None:
        raise ValueError("a way to count again is needed")

    def answer(costs: Mapping[str, int]) -> Collection[str]:
        changed = replace(own, cost=costs[own.id])
        projects = tuple(changed if project.id == own.id else project for project in election.projects)
        return rerun(replace(election, projects=projects)).winners

    return answer
