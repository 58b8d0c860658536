"""A whole run of Equal Shares at another share, to see where raising the share had to stop.

Floating point only decides what cannot be the cheapest by a margin of `NEAR`. Who wins and what everybody pays is
worked out in whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import inf

import numpy as np

from samenspel_methods.allocation.verify.purse import Purse
from samenspel_methods.allocation.verify.state import State
from samenspel_methods.allocation.verify.table import Floats

NEAR = 1e-9
FEW = 1e-2  # a price that hangs on so small a part of the money is worked out in whole numbers


@dataclass(frozen=True, slots=True)
class Seen:
    """A price for a unit of utility, nearly; `sure` when it is no further off than `NEAR`."""

    price: float
    project: int
    sure: bool


class Run:
    """One run. `order`: who won, first to last."""

    def __init__(self, state: State, by_cost: bool, share: Fraction) -> None:
        self.state, self.order = state, list[int]()
        self.purse = Purse(state.table, share.numerator, share.denominator)
        table = state.table
        self.weight: Floats = table.people[table.who] * table.worth
        self.factor = [cost if by_cost else 1 for cost in table.cost]
        racing = state.outside()
        self.least = {c: table.cost[c] * table.scale / table.score[c] / self.factor[c] for c in racing}
        self.queue = [(self.least[c], c) for c in racing]
        heapify(self.queue)
        while self._next():
            pass

    def _next(self) -> bool:
        """The next winner; False when nobody can win any more."""
        seen, best = [], inf
        while self.queue and self.queue[0][0] <= best * (1 + NEAR):
            _low, c = heappop(self.queue)
            if self.state.bar(c) is None and (look := self._look(c)) is not None:
                seen.append(look)
                best = min(best, look.price) if look.sure else best
        chosen = self._choose([look.project for look in seen if not look.sure or look.price <= best * (1 + NEAR)])
        for look in seen:
            if look.project in self.state.race and (chosen is None or look.project != chosen[1]):
                heappush(self.queue, (self.least[look.project], look.project))
        if chosen is None:
            return bool(self.queue)
        self._win(*chosen)
        return True

    def _look(self, c: int) -> Seen | None:
        """The price by passes from below: at each, who has too little for it pays all and the others pay more."""
        table, entries = self.state.table, self.state.table.of(c)
        own, worth = self.purse.near[table.who[entries]], table.worth[entries]
        weight, need = self.weight[entries], float(table.cost[c] * table.scale)
        per_point = own / worth
        held = float(weight @ per_point)
        if held < need * (1 - NEAR):
            return None
        point = self.least[c] * self.factor[c]
        while True:
            rich = float(weight @ (per_point > point))
            short = need - float(weight @ np.minimum(per_point, point))
            if rich * point < need * FEW or held < need * (1 + NEAR):
                return Seen(point / self.factor[c], c, False)
            if short <= need * 1e-12:
                self.least[c] = point / self.factor[c] * (1 - NEAR / 10)
                return Seen(point / self.factor[c], c, True)
            point += short / rich

    def _choose(self, rivals: list[int]) -> tuple[Fraction, int] | None:
        """The cheapest of these, exactly, with what a point costs; who turns out too poor can never win."""
        able = [(price / self.factor[c], c, price) for c in rivals if (price := self._exact(c)) is not None]
        if not able:
            self.state.race -= set(rivals)
            return None
        _per_unit, c, price = min(able, key=lambda one: (one[0], self.state.table.place[one[1]]))
        return price, c

    def _exact(self, c: int) -> Fraction | None:
        """What a point costs in `1 / unit` cent; None when the supporters have too little."""
        groups, _inverse = self.purse.groups(c)
        need = self.state.table.cost[c] * self.state.table.scale * self.purse.unit
        price, poor = Fraction(0), -1
        while True:
            few = [group for group in groups if group.left < price * group.worth]
            if len(few) == poor:
                return price
            poor = len(few)
            money = need - sum(group.left * group.people for group in few)
            points = sum(g.worth * g.people for g in groups) - sum(g.worth * g.people for g in few)
            if not points:
                return None
            price = Fraction(money, points)

    def _win(self, price: Fraction, c: int) -> None:
        self.purse.refine(price.denominator)
        self.purse.pay(c, price.numerator)
        self.state.take(c)
        self.order.append(c)
