"""One run of Equal Shares in floating point, with a watch on every decision that is too close to call.

A decision is safe when the two sides differ by more than `SAFE` of their size: sums of a million positive numbers in
double precision err by less than a tenth of that. A run that met a closer one says so (`close`), and is done again
exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import inf, nan

import numpy as np

from samenspel_methods.allocation.limits import Limits
from samenspel_methods.allocation.profiles import Floats, Profile, Support

SAFE = 1e-9
STEEP = 1e3  # a price that hangs on so small a part of the supporters may be off by more than SAFE
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Play:
    """What a count plays with: the profile, the worth of a point, and what may not win together."""

    profile: Profile
    utility: str  # "cost" or "score"
    limits: Limits

    def factor(self, project: int) -> int:
        """What one point for this project is worth."""
        return self.profile.cost[project] if self.utility == "cost" else 1

    def candidates(self) -> list[int]:
        """Projects that can win: supported, and not dearer than the whole budget."""
        p = self.profile
        return [c for c in range(len(p.ids)) if p.score[c] > 0 and p.cost[c] <= p.budget]


@dataclass(frozen=True, slots=True)
class Price:
    """What a point costs each supporter who can pay it. `error`: how far the price may be off, of its size.

    `value` is nan when the supporters hold too little, `final` is False when the search stopped at a lower bound.
    `points`: when, beyond doubt, everybody who has anything left pays the full price, what they give the project
    together; then the price is the cost over that, an exact fraction. Else 0.
    """

    value: float
    error: float = 0.0
    final: bool = True
    points: float = 0.0


TOO_POOR = Price(nan)


def price(support: Support, need: float, budget: Floats, at_least: float, stop: float) -> Price:
    """Solve `sum of count * min(budget, price * worth) = need` from below, or stop once the price passes `stop`."""
    own = budget.take(support.voter)
    held = float(support.count @ own)
    if held < need * (1 - SAFE):
        return TOO_POOR
    unsure = held < need * (1 + SAFE)
    first = need / support.total
    r, worth = max(at_least, first), support.worth
    while True:
        cap: Floats | float = r if worth is None else r * worth
        paid = float(support.count @ np.minimum(own, cap))
        rich = float(support.weight @ (own > cap))
        if rich <= 0:
            return Price(r, inf)
        better = r + (need - paid) / rich
        if better <= r * (1 + 1e-15):
            plain = not own[own <= np.multiply(cap, 1 + SAFE)].any()
            return Price(r, inf if unsure else ROUNDING * need / (rich * r), points=rich if plain else 0.0)
        r = better
        if r > stop:
            return Price(r, ROUNDING * need / (rich * r), final=False)


@dataclass(slots=True)
class Round:
    """What a search for the next winner saw: who was looked at, and the best of those whose price is sure (or -1)."""

    best: int
    seen: dict[int, tuple[float, float]]  # project -> price per unit of utility, error
    points: dict[int, int]  # of these, whose price is a plain fraction: the cost over so many points


class Search:
    """Finds the cheapest project per unit of utility, and looks at as few as it can: prices only rise during a run."""

    def __init__(self, play: Play) -> None:
        p = play.profile
        self.play, self.room = play, play.limits.room()
        self.need = [float(cost * p.scale) for cost in p.cost]
        self.factor = [float(play.factor(c)) for c in range(len(p.ids))]
        self.least = [need / score if score else inf for need, score in zip(self.need, p.score, strict=True)]
        self.heap = [(self.least[c] / self.factor[c], p.place[c], c) for c in play.candidates()]
        self.looks = 0
        heapify(self.heap)

    def round(self, budget: Floats) -> Round:
        """Look until no other project can be cheaper. All that were looked at wait for the next round."""
        found, best, place_of = Round(-1, {}, {}), inf, self.play.profile.place
        while self.heap and self.heap[0][0] <= best * (1 + SAFE):
            _bound, place, c = heappop(self.heap)
            if self.room.barred(c, self.play.profile.cost[c]):
                continue
            self.looks += 1
            stop = best * (1 + SAFE) * self.factor[c]
            seen = price(self.play.profile.supports[c], self.need[c], budget, self.least[c], stop)
            if seen.value != seen.value:  # nan: too poor, now and later
                continue
            self.least[c] = max(self.least[c], seen.value * (1 - min(seen.error, 1.0)))
            per_unit = seen.value / self.factor[c]
            if seen.final:
                found.seen[c] = (per_unit, seen.error)
                if seen.points:
                    found.points[c] = int(seen.points)
                if seen.error <= SAFE and (per_unit, place) < (best, place_of[found.best]):
                    found.best, best = c, per_unit
            else:
                self._wait(c)
        return found

    def settle(self, found: Round, winner: int) -> None:
        """One has won; the others that were looked at stay in the race."""
        for c in found.seen:
            if c != winner:
                self._wait(c)
        if winner >= 0:
            self.room.take(winner, self.play.profile.cost[winner])

    def _wait(self, c: int) -> None:
        heappush(self.heap, (self.least[c] / self.factor[c], self.play.profile.place[c], c))


def close_to_best(found: Round) -> list[int]:
    """Everybody whose price floating point cannot tell from the lowest."""
    low, error = found.seen.get(found.best, (inf, 0.0))
    most = low * (1 + SAFE + error)
    return [c for c, (per_unit, off) in found.seen.items() if c == found.best or per_unit * (1 - min(off, 1)) <= most]


def contenders(play: Play, found: Round) -> list[int]:
    """Who may be the cheapest within what floating point can tell, best first; one name when it is beyond doubt."""
    close = close_to_best(found)
    if len(close) > 1 and found.points.keys() >= set(close):
        p = play.profile
        return [min(close, key=lambda c: (Fraction(p.cost[c], found.points[c] * play.factor(c)), p.place[c]))]
    return sorted(close, key=lambda c: (c != found.best, play.profile.place[c]))


def fast_run(play: Play, share: float) -> tuple[list[int], bool]:
    """The winners in their order when everybody starts with `share` cents, and whether all decisions were beyond
    doubt.
    """
    search, budget = Search(play), np.full(play.profile.classes, share)
    order, sure = [], True
    while (found := search.round(budget)).seen:
        rivals = contenders(play, found)
        sure &= found.best >= 0 and len(rivals) == 1
        winner = rivals[0]
        pay(play.profile.supports[winner], found.seen[winner][0] * search.factor[winner], budget, share * ROUNDING)
        search.settle(found, winner)
        order.append(winner)
    return order, sure


def pay(support: Support, each: float, budget: Floats, hair: float) -> None:
    """Every supporter pays the price of what the project is worth to them, or all they have left.

    Nothing is left only where that is beyond doubt; where rounding could have hidden something, a `hair` is.
    """
    own, cap = budget[support.voter], each if support.worth is None else each * support.worth
    rest = own - cap
    short = rest <= hair
    if short.any():
        spent = own + hair < np.multiply(cap, 1 - SAFE)
        rest[short] = np.where(spent[short], 0.0, np.maximum(rest[short], hair))
    budget[support.voter] = rest
