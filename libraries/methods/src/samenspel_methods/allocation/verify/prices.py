"""The price list of Equal Shares, checked win by win: who pays what, and that nothing else could be had for less.

Whether another project is cheaper is looked at in floating point first; only what comes within `NEAR` of it is worked
out in whole numbers. Sums of a million amounts err by a thousandth of that.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from samenspel_methods.allocation.certificate.model import Winner
from samenspel_methods.allocation.verify.purse import Purse
from samenspel_methods.allocation.verify.state import State
from samenspel_methods.allocation.verify.words import Problem

NEAR = 1e-7


def factor(state: State, by_cost: bool, c: int) -> int:
    """What a point for this project is worth."""
    return state.table.cost[c] if by_cost else 1


def check_win(state: State, purse: Purse, by_cost: bool, c: int, claimed: Winner) -> list[Problem]:
    """What is wrong with one win of the shares; it is carried out with the payments that its price asks."""
    price = claimed.price
    if price is None or price <= 0:
        return [Problem("no_price", {"project": claimed.project})]
    groups, _inverse = purse.groups(c)
    table, found = state.table, []
    paid = sum(min(group.left, price * group.worth) * group.people for group in groups)
    if paid != table.cost[c] * table.scale * purse.unit:
        found.append(Problem("payments_not_cost", {"project": claimed.project}))
    if not any(group.left >= price * group.worth for group in groups):
        found.append(Problem("price_too_high", {"project": claimed.project}))
    if sum(paid.each * paid.voters for paid in claimed.payments) != table.cost[c] * purse.unit:
        found.append(Problem("payments_not_cost", {"project": claimed.project}))
    tied = []
    for other in _near(state, purse, by_cost, c, price):
        verdict = _against(state, purse, by_cost, (c, price), other)
        if verdict == "cheaper":
            found.append(Problem("cheaper", {"project": claimed.project, "other": table.ids[other]}))
        elif verdict == "tied" and table.place[other] < table.place[c]:
            found.append(Problem("tie_order", {"project": claimed.project, "other": table.ids[other]}))
        elif verdict == "tied":
            tied.append(other)
    payments = purse.pay(c, price)
    state.win(c, "shares", price=price, payments=payments, tied=sorted(tied, key=table.place.__getitem__))
    return found


def _near(state: State, purse: Purse, by_cost: bool, c: int, price: int) -> list[int]:
    """Others whose supporters could pay about as much for them at this price of a unit of utility, or more."""
    table = state.table
    per_unit = float(Fraction(price, purse.unit * factor(state, by_cost, c)))
    point = per_unit * (np.array(table.cost, np.float64) if by_cost else np.ones(len(table.ids)))
    pays = np.minimum(purse.near[table.who], point[table.what] * table.worth) * table.people[table.who]
    total = np.bincount(table.what, pays, len(table.ids))
    enough = total >= np.array(table.cost, np.float64) * table.scale * (1 - NEAR)
    return [other for other in np.flatnonzero(enough).tolist() if other != c and _in(state, other)]


def _in(state: State, c: int) -> bool:
    return c in state.race and c not in state.won and state.bar(c) is None


def _against(state: State, purse: Purse, by_cost: bool, winner: tuple[int, int], other: int) -> str:
    """Whether `other` was `cheaper` than the winner, `tied` with it, or neither; in whole numbers."""
    c, price = winner
    mine, theirs = factor(state, by_cost, c), factor(state, by_cost, other)
    groups, _inverse = purse.groups(other)
    paid = sum(min(group.left * mine, price * theirs * group.worth) * group.people for group in groups)
    need = state.table.cost[other] * state.table.scale * purse.unit * mine
    if paid < need:
        return ""
    somebody_could_pay_more = any(group.left * mine >= price * theirs * group.worth for group in groups)
    return "tied" if paid == need and somebody_could_pay_more else "cheaper"


def check_end(state: State, purse: Purse) -> list[Problem]:
    """At the end no project outside can be paid by its supporters; notes what they hold and what is short."""
    table, found = state.table, []
    for c in state.outside():
        if not state.open(c):
            continue
        held, need = purse.held(c), table.cost[c] * table.scale * purse.unit
        if held >= need:
            found.append(Problem("could_win", {"project": table.ids[c]}))
        state.refuse(c, "supporters_money", held=Fraction(held, table.scale), short=Fraction(need - held, table.scale))
    return found
