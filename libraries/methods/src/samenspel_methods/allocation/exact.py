"""One run of Equal Shares in whole numbers: every decision that floating point cannot prove is made on exact ones.

Budgets are integers over one common denominator. Voters who have the same left and give a project the same are one
group, so that a price is a few hundred whole numbers, not one per voter. The floating point mirror of the budgets is
made from them after every payment, so it is off by one rounding at most, and only ever used to leave out what cannot
win.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cmp_to_key
from math import gcd, lcm

import numpy as np

from samenspel_methods.allocation.profiles import Ints, Support
from samenspel_methods.allocation.shares import Play, Round, Search, close_to_best


@dataclass(frozen=True, slots=True)
class Paid:
    """A winner of the shares: its price per unit of utility, who paid what, and who would have cost as little."""

    project: int
    price: Fraction
    payments: tuple[tuple[Fraction, int], ...]  # cents each, and how many people times scale
    tied: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Supporters of a project by what they have left: entry i of `inverse` is the group of the i-th class of voters."""

    left: list[int]
    worth: list[int]
    people: list[int]
    inverse: Ints


class Purse:
    """What every class of voters has left: `value[of[class]] / unit` cents."""

    def __init__(self, classes: int, share: Fraction) -> None:
        self.value, self.unit = [share.numerator], share.denominator
        self.of = np.zeros(classes, np.int64)
        self.near = np.full(classes, float(share))

    def groups(self, support: Support) -> Groups:
        """The supporters in groups."""
        worth = support.worths()
        width = int(worth.max(initial=1)) + 1
        keys, inverse = np.unique(self.of[support.voter] * width + worth, return_inverse=True)
        people = np.bincount(inverse, support.count, len(keys)).astype(np.int64)
        return Groups(
            [self.value[key] for key in (keys // width).tolist()], (keys % width).tolist(), people.tolist(), inverse
        )

    def pay(self, support: Support, groups: Groups, money: int, points: int) -> tuple[tuple[Fraction, int], ...]:
        """Everybody pays `money / (unit * points)` for a point, or all they have left."""
        common = gcd(money, points)
        money, points = money // common, points // common
        before, unit = groups.left, self.unit
        after = [max(left * points - money * worth, 0) for left, worth in zip(before, groups.worth, strict=True)]
        self.value = [value * points for value in self.value] + after
        self.unit = unit * points
        new = np.arange(len(self.value) - len(after), len(self.value))
        self.of[support.voter] = new[groups.inverse]
        self.near[support.voter] = np.array([left / self.unit for left in after])[groups.inverse]
        self._forget()
        paid: dict[Fraction, int] = {}
        for left, rest, people in zip(before, after, groups.people, strict=True):
            each = Fraction(left * points - rest, self.unit)
            paid[each] = paid.get(each, 0) + people
        return tuple(sorted(paid.items(), reverse=True))

    def held(self, support: Support) -> Fraction:
        """What the supporters of a project have left together, times scale."""
        people = np.bincount(self.of[support.voter], support.count, len(self.value)).astype(np.int64).tolist()
        return Fraction(sum(n * value for n, value in zip(people, self.value, strict=True) if n), self.unit)

    def _forget(self) -> None:
        """Drop amounts that nobody has any more."""
        used = np.bincount(self.of, minlength=len(self.value)) > 0
        self.of = (np.cumsum(used) - 1)[self.of]
        self.value = [value for value, kept in zip(self.value, used.tolist(), strict=True) if kept]


def solve(groups: Groups, need: int, unit: int) -> tuple[int, int] | None:
    """The price of a point as `money / (unit * points)`; None when the supporters hold too little.

    Who has least per point pays all; as soon as the next can pay what is left per point, everybody after can.
    """
    money, points = need * unit, sum(w * p for w, p in zip(groups.worth, groups.people, strict=True))
    shared = lcm(*set(groups.worth)) if groups.worth else 1
    rows = sorted(
        (left * (shared // worth), left, worth, people)
        for left, worth, people in zip(groups.left, groups.worth, groups.people, strict=True)
    )
    for _key, left, worth, people in rows:
        if money * worth <= left * points:
            return money, points
        money -= left * people
        points -= worth * people
    return None


def exact_run(play: Play, share: Fraction) -> tuple[list[Paid], Purse, Search]:
    """The winners in their order with exact prices, and what everybody has left."""
    search, purse = Search(play), Purse(play.profile.classes, share)
    wins: list[Paid] = []
    while (found := search.round(purse.near)).seen:
        win = _next(play, search, purse, found)
        if win is not None:
            wins.append(win)
    return wins, purse, search


def _next(play: Play, search: Search, purse: Purse, found: Round) -> Paid | None:
    """The cheapest of those that floating point cannot tell apart. Who turns out too poor leaves the race."""
    supports, need = play.profile.supports, play.profile.cost
    known = {c: purse.groups(supports[c]) for c in close_to_best(found)}
    prices = {c: solve(groups, need[c] * play.profile.scale, purse.unit) for c, groups in known.items()}
    able = {c: per for c, per in prices.items() if per is not None}
    for c in prices.keys() - able.keys():
        del found.seen[c]
    if not able:
        search.settle(found, -1)
        return None

    def compare(one: int, other: int) -> int:
        (a, b), (x, y) = able[one], able[other]
        left, right = a * y * play.factor(other), x * b * play.factor(one)
        return (left > right) - (left < right) or play.profile.place[one] - play.profile.place[other]

    ranked = sorted(able, key=cmp_to_key(compare))
    winner, (money, points) = ranked[0], able[ranked[0]]
    price = Fraction(money, purse.unit * points * play.factor(winner))
    tied = tuple(c for c in ranked[1:] if Fraction(able[c][0], purse.unit * able[c][1] * play.factor(c)) == price)
    payments = purse.pay(supports[winner], known[winner], money, points)
    search.settle(found, winner)
    return Paid(winner, price, payments, tied)
