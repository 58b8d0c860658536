"""Who wins at every share between two, whatever way the close decisions fall: proof at the cost of two runs.

Two budgets are followed for every voter: the least and the most that can be left to them at any share between `low`
and `high`. A price falls when any supporter holds more, so each project costs at most its price at the least budgets
and at least its price at the most. When only one project can be the cheapest, it wins at every share. When a few can
(near ties, or prices that cross within the range) they still all win before anybody else if each of them, after all
the others have been paid, costs less than any other project does now. What is left to every voter then lies between
paying all their highest and all their lowest prices. Anything else is not proven.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import inf

import numpy as np

from samenspel_methods.allocation.limits import Room
from samenspel_methods.allocation.profiles import Floats
from samenspel_methods.allocation.shares import SAFE, Play, price

MOST = 6  # projects whose order need not be known
TURNS = 4  # of looking what the others' payments do to a price
SLACK = 1 + SAFE


def certain(play: Play, low: float, high: float) -> list[int] | None:
    """The winners at every share from `low` to `high`; None when that is not proven."""
    proof = _Proof(play, np.full(play.profile.classes, low), np.full(play.profile.classes, high))
    won: list[int] = []
    while (group := proof.next_group()) is not None:
        if not group:
            return won
        won += sorted(group, key=lambda c: play.profile.place[c])
    return None


@dataclass(slots=True)
class _Proof:
    play: Play
    poor: Floats
    rich: Floats
    room: Room = field(init=False)
    heap: list[tuple[float, int]] = field(init=False)  # a lower bound of the price per unit of utility, project
    high: dict[int, float] = field(default_factory=dict)  # what each that was looked at costs at most, now

    def __post_init__(self) -> None:
        self.room = self.play.limits.room()
        self.heap = [(0.0, c) for c in self.play.candidates()]
        heapify(self.heap)

    def next_group(self) -> set[int] | None:
        """Who wins next, in an order that need not be known; empty at the end, None without proof."""
        looked, best = self._look()
        group = {c for c, bound in looked.items() if bound <= best * SLACK}
        for c in looked.keys() - group:
            heappush(self.heap, (looked[c], c))
        if not group:
            return group
        most = self._highest(group) if best < inf else None
        while most is not None and self.heap and self.heap[0][0] <= self._per_unit(most) * SLACK:
            bound, c = heappop(self.heap)
            if (bound := self._bound(c, bound)) < inf:
                looked[c] = bound
                group.add(c)
                most = self._highest(group)
        if most is None:
            return None
        self._pay(looked, most)
        return group

    def _look(self) -> tuple[dict[int, float], float]:
        """Lower bounds of everybody who may be the cheapest, and the price that the cheapest does not exceed."""
        looked: dict[int, float] = {}
        self.high, best = {}, inf
        while self.heap and self.heap[0][0] <= best * SLACK:
            bound, c = heappop(self.heap)
            if self.room.barred(c, self.play.profile.cost[c]) or (bound := self._bound(c, bound)) == inf:
                continue
            looked[c] = bound
            if bound <= best * SLACK:
                self.high[c] = self._price(c, self.poor, bound)[1]
                best = min(best, self.high[c])
        return looked, best

    def _price(self, c: int, budget: Floats, at_least: float) -> tuple[float, float]:
        """The least and the most that a unit of utility can cost at these budgets."""
        p, factor = self.play.profile, self.play.factor(c)
        seen = price(p.supports[c], float(p.cost[c] * p.scale), budget, at_least * factor, inf)
        if seen.value != seen.value:
            return inf, inf
        sure = seen.error <= SAFE
        return seen.value / factor * (1 - min(seen.error, 1)), seen.value / factor * (1 + seen.error) if sure else inf

    def _bound(self, c: int, before: float) -> float:
        return max(before, self._price(c, self.rich, before)[0])

    def _highest(self, group: Collection[int]) -> dict[int, float] | None:
        """What each can cost at most when all the others of the group were paid first; None without proof."""
        if len(group) > MOST or (len(group) > 1 and (self.room.limits.caps or self.room.limits.exclusive)):
            return None
        most = {c: self.high[c] if c in self.high else self._price(c, self.poor, 0.0)[1] for c in group}
        if len(group) == 1:
            return None if inf in most.values() else {c: found * SLACK for c, found in most.items()}
        for _turn in range(TURNS):
            most = {c: self._price(c, self._after(most, c), 0.0)[1] for c in group}
            if inf in most.values():
                return None
        most = {c: found * SLACK for c, found in most.items()}
        holds = all(self._price(c, self._after(most, c), 0.0)[1] <= most[c] for c in group)
        return most if holds else None

    def _after(self, prices: dict[int, float], but: int = -1) -> Floats:
        left = self.poor
        for c, found in prices.items():
            if c != but:
                left = self._less(left, c, found)
        return left

    def _less(self, budget: Floats, c: int, per_unit: float) -> Floats:
        support, each = self.play.profile.supports[c], per_unit * self.play.factor(c)
        left = budget.copy()
        cap = each if support.worth is None else each * support.worth
        left[support.voter] = np.maximum(left[support.voter] - cap, 0)
        return left

    def _per_unit(self, prices: dict[int, float]) -> float:
        return max(prices.values())

    def _pay(self, lowest: dict[int, float], highest: dict[int, float]) -> None:
        for c, most in highest.items():
            self.poor = self._less(self.poor, c, most)
            self.rich = self._less(self.rich, c, lowest[c])
            self.room.take(c, self.play.profile.cost[c])
