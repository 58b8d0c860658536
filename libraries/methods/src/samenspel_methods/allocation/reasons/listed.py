"""The list of a greedy count walked in thought: where a loser would have had to stand, and what that takes.

A loser takes no money, so the others have the same money left with and without it: one walk answers for all losers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel_methods.allocation.model import Election, Project, tally
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.ties import Key, among_equals

PATIENCE = 200_000  # steps of looking for the smallest budget


@dataclass(frozen=True, slots=True)
class Own:
    """A project with what it got."""

    project: Project
    score: int
    votes: int


class Listed:
    """Projects with a vote and a cost in the order of the count, and the money before the turn of each."""

    def __init__(self, election: Election, tie: Sequence[str], result: Result) -> None:
        score, votes = tally(election)
        self.tie, self.seed, self.start = tie, result.seed, result.budget
        self.known = {p.id: Own(p, score[p.id], votes[p.id]) for p in election.projects}
        self.rows = sorted((own for own in self.known.values() if own.score and own.project.cost), key=self.key)
        self.keys = [self.key(own) for own in self.rows]
        self.left = [self.start]
        for own in self.rows:
            self.left.append(self.left[-1] - (own.project.cost if own.project.cost <= self.left[-1] else 0))

    def key(self, own: Own) -> tuple[int, Key]:
        """Sorts the list: most votes first, equals by the tie rule."""
        return -own.score, among_equals(own.project, own.votes, self.tie, self.seed)

    def turn(self, own: Own) -> int:
        """The place in the list, from 0."""
        return bisect_left(self.keys, self.key(own))

    def votes(self, own: Own) -> int | None:
        """The smallest number of votes more at which it wins."""
        # The last place at which there is enough for it; whoever stands there must come after it.
        last = bisect_right(self.left, -own.project.cost, key=lambda money: -money) - 1
        if last < 0:
            return None
        if last == len(self.rows):
            return 1
        other = self.rows[last]
        level = other.score - own.score
        enough = level > 0 and self.key(self._with(own, level)) < self.keys[last]
        return level if enough else level + 1

    def cost(self, own: Own, least: int) -> int | None:
        """The highest cost at which it wins; a lower one never makes it stand later."""
        if not own.score or not self._wins_at(own, least):
            return None
        low, high = least, own.project.cost
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._wins_at(own, middle) else (low, middle)
        return low

    def budget(self, own: Own) -> int | None:
        """The smallest sum more at which it wins."""
        if not own.score:
            return None
        before = [other.project.cost for other in self.rows[: self.turn(own)]]
        return smallest_budget(before, own.project.cost, self.start) - self.start

    def instead_of(self, own: Own, votes: int) -> tuple[str, ...]:
        """Winners that get nothing when it has so many votes more."""
        rest = [other for other in self.rows if other is not own]
        more = self._with(own, votes)
        rest.insert(bisect_left([self.key(other) for other in rest], self.key(more)), more)
        won, left = set(), self.start
        for other in rest:
            if other.project.cost <= left:
                left -= other.project.cost
                won.add(other.project.id)
        before = (o.project.id for o, m in zip(self.rows, self.left, strict=False) if o.project.cost <= m)
        return tuple(name for name in before if name not in won)

    def _with(self, own: Own, votes: int) -> Own:
        return Own(own.project, own.score + votes, own.votes + votes)

    def _wins_at(self, own: Own, cost: int) -> bool:
        if cost >= own.project.cost:
            return False
        cheaper = Own(replace(own.project, cost=cost), own.score, own.votes)
        return cost <= self.left[bisect_left(self.keys, self.key(cheaper))]


def smallest_budget(before: Sequence[int], cost: int, at_least: int) -> int:
    """The smallest budget of at least `at_least` at which a project of `cost` fits after those `before` it.

    More budget can help an earlier, dearer project instead, so fitting is not a matter of one subtraction.
    Ranges of budgets that fund the same projects are walked from low to high; a range that can no longer
    leave `cost` is dropped at once. Where that takes too long: enough for everybody.
    """
    enough = at_least + sum(before) + cost
    waiting = [(at_least, enough + 1, 0, 0)]
    for _step in range(PATIENCE):
        low, high, spent, turn = waiting.pop()
        while turn < len(before) and high > spent + cost:
            border = spent + before[turn]
            turn += 1
            if low >= border:
                spent = border
            elif high > border:
                waiting.append((border, high, border, turn))
                high = border
        if (found := max(low, spent + cost)) < high:
            return found
    return enough
