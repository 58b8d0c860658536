"""Counting a vote by its reglement. The result is exact, and the same for everybody who counts again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import floor, lcm

from samenspel_methods.allocation.comparison import compare_with_greedy
from samenspel_methods.allocation.completion import Progress, Rise, Shared, share_out
from samenspel_methods.allocation.entry import Field, enter, group, weights
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.limits import Cap, Limits, Room
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.most_support import most_support
from samenspel_methods.allocation.phragmen import phragmen
from samenspel_methods.allocation.profiles import Profile, profile
from samenspel_methods.allocation.reglement import Reglement, contradictions
from samenspel_methods.allocation.result import Payment, Refusal, Result, Win
from samenspel_methods.allocation.shares import Play
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

CURRENCY = 100  # cents in a unit of currency


def quiet(spent: int, budget: int) -> None:
    """Nobody watches."""


def count(election: Election, reglement: Reglement, *, seed: str | None = None, progress: Progress = quiet) -> Result:
    """Who gets money by these rules, and why the others do not.

    `seed`: a text published before the count, from which the lot between equals follows. Raises AllocationError
    (`contradictory`, `not_countable`, and those of `enter` and `weights`).
    """
    if wrong := contradictions(reglement):
        raise AllocationError("contradictory", codes=", ".join(fault.code for fault in wrong))
    if not reglement.countable:
        raise AllocationError("not_countable", rule=reglement.rule)
    entered = enter(election, reglement)
    p = _profile(election, reglement, entered, seed)
    walk = Walk(p, _limits(reglement, entered).room(), entered.left)
    shared = _shares(walk, reglement, progress) if reglement.rule == "equal_shares" else None
    if shared is None:
        _by_list(walk, reglement, entered)
    _leftover(walk, reglement)
    result = _result(election, reglement, entered, walk, seed, shared)
    if reglement.comparison == "none":
        return result
    other = replace(reglement, rule="greedy_skip", completion="none", comparison="none")
    return compare_with_greedy(election, reglement.comparison, result, count(election, other, seed=seed))


def _profile(election: Election, reglement: Reglement, entered: Field, seed: str | None) -> Profile:
    p = profile(
        election, projects=entered.projects, weights=weights(election, reglement), tie=reglement.tie.order, seed=seed
    )
    p = replace(p, budget=entered.left)
    if not reglement.boosts:
        return p
    factors = [max((b.factor for b in reglement.boosts if cost <= b.max_cost), default=Fraction(1)) for cost in p.cost]
    whole = lcm(*(factor.denominator for factor in factors))
    return replace(p, score=tuple(int(s * f * whole) for s, f in zip(p.score, factors, strict=True)))


def _limits(reglement: Reglement, entered: Field) -> Limits:
    """Caps and exclusions over the projects that take part; what was granted beforehand counts for the caps."""
    number = {project.id: at for at, project in enumerate(entered.projects)}
    caps = [
        Cap(cap.name, frozenset(group(entered.projects, cap.division, cap.name)), cap.cap)
        for cap in reglement.caps
        if cap.cap is not None
    ]
    sets = [frozenset(number[name] for name in rivals if name in number) for rivals in reglement.exclusive]
    return Limits(tuple(caps), tuple(rivals for rivals in sets if len(rivals) > 1))


def _shares(walk: Walk, reglement: Reglement, progress: Progress) -> Shared:
    if any(cap.floor for cap in reglement.caps):
        raise AllocationError("floors_not_with_shares")
    p = walk.profile
    first = p.share if reglement.start == "exact" else Fraction(floor(p.share / CURRENCY) * CURRENCY)
    play = Play(p, "cost" if reglement.utility == "cost" else "score", walk.room.limits)
    shared = share_out(play, Rise(first, reglement.step, reglement.completion), progress)
    for paid in shared.wins:
        walk.grant(paid.project, "shares", paid.tied)
        payments = tuple(Payment(each, Fraction(people, p.scale)) for each, people in paid.payments)
        walk.wins[-1] = replace(walk.wins[-1], price=paid.price, payments=payments)
    for c in range(len(p.ids)):
        if c not in walk.room.winners and not walk.barred(c):
            held = shared.purse.held(p.supports[c]) / p.scale
            walk.refuse(c, "supporters_money", held=held, short=p.cost[c] - held)
    return shared


def _by_list(walk: Walk, reglement: Reglement, entered: Field) -> None:
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
        "dhondt_by_theme": lambda: dhondt(walk, _themes(reglement, entered)),
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


def _themes(reglement: Reglement, entered: Field) -> list[tuple[str, list[int]]]:
    names = reglement.categories or tuple(sorted({name for p in entered.projects for name in p.categories}))
    return [(name, group(entered.projects, "category", name)) for name in names]


def _leftover(walk: Walk, reglement: Reglement) -> None:
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


def _result(
    election: Election, reglement: Reglement, entered: Field, walk: Walk, seed: str | None, shared: Shared | None
) -> Result:
    refusals: dict[str, Refusal] = entered.refusals | {why.project: why for why in walk.refusals.values()}
    wins: tuple[Win, ...] = (*entered.wins, *walk.wins)
    return Result(
        rule=reglement.rule, utility=reglement.utility, completion=reglement.completion, budget=entered.budget,
        voters=election.voters, wins=wins, refusals=tuple(refusals[name] for name in sorted(refusals)),
        share=shared.share if shared else None, step=reglement.step if shared else 0, runs=shared.runs if shared else 0,
        seed=seed,
    )  # fmt: skip
