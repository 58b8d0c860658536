"""Carrying out the rules that walk a list, and handing out what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from samenspel_methods.allocation.entry import Field, group
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.limits import Limits, Room
from samenspel_methods.allocation.most_support import most_support
from samenspel_methods.allocation.phragmen import phragmen
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.walks import (
    RESERVE,
    Order,
    Walk,
    by_score,
    by_score_per_cost,
    dhondt,
    listed,
    no_skip,
    part_fund_one,
    skip,
)


def by_list(walk: Walk, reglement: Reglement, entered: Field) -> None:
    p = walk.profile
    everybody = list(range(len(p.ids)))
    ranked = listed(p, everybody, by_score)
    for cap in reglement.caps:
        if cap.floor:
            _floor(walk, listed(p, group(entered.projects, cap.division, cap.name), by_score), cap.floor)
    rest = [c for c in ranked if c not in walk.room.winners]
    rules: dict[str, Callable[[], None]] = {
        "greedy_skip": lambda: skip(walk, rest, "greedy"),
        "greedy_no_skip": lambda: no_skip(walk, rest, "greedy"),
        "greedy_80": lambda: no_skip(walk, rest, "greedy", RESERVE),
        "score_per_cost": lambda: skip(walk, listed(p, rest, by_score_per_cost), "greedy", by_score_per_cost),
        "phragmen": lambda: _phragmen(walk),
        "max_support": lambda: _most_support(walk, rest),
        "dhondt_by_theme": lambda: _dhondt(walk, _themes(reglement, entered)),
    }
    rules[reglement.rule]()


def _floor(walk: Walk, ranked: list[int], least: int) -> None:
    """First phase: this theme alone, until its floor is reached or nothing of it fits."""
    spent = 0
    for c in ranked:
        if spent >= least:
            return
        if c not in walk.room.winners and not walk.barred(c) and walk.profile.cost[c] <= walk.left:
            walk.grant(c, "greedy")
            spent += walk.profile.cost[c]


def _phragmen(walk: Walk) -> None:
    for c, load, tied in phragmen(walk.profile, walk.room.limits.room(), walk.left):
        walk.grant(c, "phragmen", tied)
        walk.wins[-1] = replace(walk.wins[-1], price=load)
    for c in range(len(walk.profile.ids)):
        if c not in walk.room.winners and not walk.barred(c):
            walk.refuse(c, "stopped", left=walk.left)


def _most_support(walk: Walk, ranked: list[int]) -> None:
    if walk.room.limits.caps or walk.room.limits.exclusive:
        raise AllocationError("limits_not_with_max_support")
    for c in most_support(walk.profile, ranked, walk.left):
        walk.grant(c, "max_support")
    for c in ranked:
        if c not in walk.room.winners:
            walk.refuse(c, "does_not_fit", left=walk.left)


def _dhondt(walk: Walk, themes: list[tuple[str, list[int]]]) -> None:
    dhondt(walk, themes)
    for c in set(range(len(walk.profile.ids))).difference(*(members for _name, members in themes)):
        walk.refuse(c, "no_theme")


def _themes(reglement: Reglement, entered: Field) -> list[tuple[str, list[int]]]:
    names = reglement.categories or tuple(sorted({name for p in entered.projects for name in p.categories}))
    return [(name, group(entered.projects, "category", name)) for name in names]


def hand_out_rest(walk: Walk, reglement: Reglement) -> None:
    p = walk.profile
    if not reglement.caps_bind_leftover:
        walk.room = Room(Limits((), walk.room.limits.exclusive), walk.room.winners)
    rest = [c for c in range(len(p.ids)) if c not in walk.room.winners]
    if reglement.leftover == "next_that_fits" or "u" in reglement.completion:
        order = _completion_order(reglement)
        before = dict(walk.refusals)
        skip(walk, listed(p, rest, order), "completion", order)
        # Why the shares did not pay for it says more than that it did not fit in what was left.
        walk.refusals.update(
            {c: why for c, why in before.items() if c in walk.refusals and why.code == "supporters_money"}
        )
    if reglement.leftover == "part_fund_one":
        part_fund_one(walk, listed(p, rest, by_score))


def _completion_order(reglement: Reglement) -> Order:
    per_cost = reglement.completion_order == "score_per_cost" or (
        reglement.completion_order == "by_utility" and reglement.rule == "equal_shares" and reglement.utility != "cost"
    )
    return by_score_per_cost if per_cost else by_score
