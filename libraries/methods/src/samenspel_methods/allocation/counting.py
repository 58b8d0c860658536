"""Counting a vote by its reglement. The result is exact, and the same for everybody who counts again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from samenspel_methods.allocation.comparison import compare_with_greedy
from samenspel_methods.allocation.completion import Progress, Shared, share_out, winners_at
from samenspel_methods.allocation.entry import Field, enter, weights
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.listing import by_list, hand_out_rest
from samenspel_methods.allocation.model import Election, tally
from samenspel_methods.allocation.profiles import narrowed, profile
from samenspel_methods.allocation.reglement import Reglement, contradictions
from samenspel_methods.allocation.result import Payment, Refusal, Result, Win
from samenspel_methods.allocation.starting import arrays, boosted, play_of, start
from samenspel_methods.allocation.walks import Walk


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
    walk = start(election, reglement, entered, arrays(election, reglement, entered, seed))
    shared = _shares(walk, reglement, progress) if reglement.rule == "equal_shares" else None
    if shared is None:
        by_list(walk, reglement, entered)
    hand_out_rest(walk, reglement)
    result = _result(election, reglement, entered, walk, seed, shared)
    if reglement.comparison == "none":
        return result
    other = replace(reglement, rule="greedy_skip", completion="none", comparison="none")
    return compare_with_greedy(election, reglement.comparison, result, count(election, other, seed=seed))


def what_if(
    election: Election, reglement: Reglement, *, seed: str | None = None
) -> Callable[[Mapping[str, int]], tuple[str, ...]]:
    """A quick way to ask who would win at other costs (cents by project): the ballots are put in order once.

    The winners are those of `count`, proven in the same way; only prices and reasons are not made. With a comparison
    step every question is a whole count.
    """
    counted, weighed = tally(election), weights(election, reglement)
    full = profile(election, weights=weighed, tie=reglement.tie.order, seed=seed)

    def winners(costs: Mapping[str, int]) -> tuple[str, ...]:
        priced = tuple(replace(p, cost=costs.get(p.id, p.cost)) for p in election.projects)
        asked = replace(election, projects=priced)
        if reglement.comparison != "none":
            return count(asked, reglement, seed=seed).winners
        entered = enter(asked, reglement, counted)
        p = narrowed(full, entered.projects, reglement.tie.order, seed)
        walk = start(asked, reglement, entered, boosted(p, reglement) if reglement.boosts else p)
        if reglement.rule == "equal_shares":
            for c in winners_at(*play_of(walk, reglement)):
                walk.grant(c, "shares")
        else:
            by_list(walk, reglement, entered)
        hand_out_rest(walk, reglement)
        return tuple(win.project for win in (*entered.wins, *walk.wins))

    return winners


def _shares(walk: Walk, reglement: Reglement, progress: Progress) -> Shared:
    p = walk.profile
    shared = share_out(*play_of(walk, reglement), progress)
    for paid in shared.wins:
        walk.grant(paid.project, "shares", paid.tied)
        payments = tuple(Payment(each, Fraction(people, p.scale)) for each, people in paid.payments)
        walk.wins[-1] = replace(walk.wins[-1], price=paid.price, payments=payments)
    for c in range(len(p.ids)):
        if c not in walk.room.winners and not walk.barred(c):
            held = shared.purse.held(p.supports[c]) / p.scale
            walk.refuse(c, "supporters_money", held=held, short=p.cost[c] - held)
    return shared


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
