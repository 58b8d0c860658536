"""The comparison step of Wieliczka and Świecie: the greedy outcome is taken when strictly more voters prefer it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from samenspel_methods.allocation.model import Ballot, Election, VoteType
from samenspel_methods.allocation.result import Comparison, Result

Measure = Literal["number", "at_least_one", "money"]


def compare_with_greedy(election: Election, measure: Measure, shares: Result, greedy: Result) -> Result:
    """The outcome that the step chooses; both keep the numbers of the comparison.

    Every voter compares what they get: `number` of funded picks (points where ballots have them), whether
    `at_least_one` pick is funded, or the `money` of funded picks. Nothing funded counts as 0; equal means no
    preference.
    """
    cost = {project.id: project.cost for project in election.projects}
    ours, theirs = set(shares.winners), set(greedy.winners)
    for_shares = for_greedy = 0
    for ballot in election.ballots:
        mine = _worth(election.vote_type, ballot, ours, measure, cost)
        other = _worth(election.vote_type, ballot, theirs, measure, cost)
        for_shares += ballot.count * (mine > other)
        for_greedy += ballot.count * (mine < other)
    chosen = "greedy" if for_greedy > for_shares else "shares"
    step = Comparison(measure, for_shares, for_greedy, election.voters - for_shares - for_greedy, chosen)
    return replace(greedy if chosen == "greedy" else shares, comparison=step)


def _worth(kind: VoteType, ballot: Ballot, winners: Collection[str], measure: Measure, cost: Mapping[str, int]) -> int:
    size = len(ballot.picks)
    points = range(size, 0, -1) if kind is VoteType.ORDINAL else ballot.points or (1,) * size
    funded = [(pick, given) for pick, given in zip(ballot.picks, points, strict=True) if given > 0 and pick in winners]
    if measure == "money":
        return sum(cost[pick] for pick, _given in funded)
    return bool(funded) if measure == "at_least_one" else sum(given for _pick, given in funded)
