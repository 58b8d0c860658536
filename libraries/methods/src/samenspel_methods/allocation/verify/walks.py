"""Rules that walk down a list, walked again."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.verify.state import State, members


def key(state: State, c: int, per_cost: bool) -> Fraction:
    """What the list is ordered by: support, or support for a cent."""
    return state.score(c) / state.table.cost[c] if per_cost else state.score(c)


def ranked(state: State, projects: Iterable[int], per_cost: bool = False) -> list[int]:
    """Best first; equals by the tie rule."""
    return sorted(projects, key=lambda c: (-key(state, c, per_cost), state.table.place[c]))


def walk(state: State, projects: list[int], how: str, *, per_cost: bool = False, stop: bool = False) -> int | None:
    """Down the list: what fits wins. With `stop` the walk ends at the first that does not fit, which is returned."""
    for at, c in enumerate(projects):
        if not state.open(c):
            continue
        if state.table.cost[c] <= state.left:
            mine = key(state, c, per_cost)
            state.win(c, how, tied=[other for other in projects[at + 1 :] if key(state, other, per_cost) == mine])
            continue
        state.refuse(c, "does_not_fit", left=state.left)
        if stop:
            for other in projects[at + 1 :]:
                state.refuse(other, "stopped", left=state.left)
            return c
    return None


def greedy(election: Election, reglement: Reglement, state: State) -> None:
    """The greedy family, after the floors of themes."""
    number = {name: c for c, name in enumerate(state.table.ids)}
    for cap in reglement.caps:
        if cap.floor:
            _floor(state, ranked(state, members(election, number, cap.division, cap.name) & state.race), cap.floor)
    per_cost = reglement.rule == "score_per_cost"
    rest = ranked(state, state.outside(), per_cost)
    first_out = walk(state, rest, "greedy", per_cost=per_cost, stop=reglement.rule in ("greedy_no_skip", "greedy_80"))
    if first_out is not None and reglement.rule == "greedy_80" and 5 * state.left >= 4 * state.table.cost[first_out]:
        state.win(first_out, "reserve")


def _floor(state: State, projects: list[int], floor: int) -> None:
    spent = 0
    for c in projects:
        if spent < floor and c not in state.won and state.open(c) and state.table.cost[c] <= state.left:
            state.win(c, "greedy")
            spent += state.table.cost[c]


def dhondt(election: Election, reglement: Reglement, state: State) -> None:
    """Themes take turns: most support for each project it has so far plus one."""
    number = {name: c for c, name in enumerate(state.table.ids)}
    names = reglement.categories or sorted({name for project in election.projects for name in project.categories})
    waiting = {name: ranked(state, members(election, number, "category", name) & state.race) for name in names}
    support = {name: sum((state.score(c) for c in projects), Fraction(0)) for name, projects in waiting.items()}
    got = dict.fromkeys(waiting, 0)
    while waiting:
        name = sorted(waiting, key=lambda theme: (-support[theme] / (got[theme] + 1), theme))[0]
        if _turn(state, waiting[name]):
            got[name] += 1
        else:
            del waiting[name]
    for c in set(state.outside()) - state.reasons.keys():
        state.refuse(c, "no_theme")


def _turn(state: State, projects: list[int]) -> bool:
    while projects:
        c = projects.pop(0)
        if c in state.won or not state.open(c):
            continue
        if state.table.cost[c] <= state.left:
            state.win(c, "dhondt")
            return True
        state.refuse(c, "does_not_fit", left=state.left)
    return False


def leftover(reglement: Reglement, state: State) -> None:
    """What the rule left: the next that fits, or a part for one."""
    if not reglement.caps_bind_leftover:
        state.caps, state.spent = [], []
    if reglement.leftover == "next_that_fits" or "u" in reglement.completion:
        by_utility = reglement.rule == "equal_shares" and reglement.utility != "cost"
        per_cost = {"score": False, "score_per_cost": True}.get(reglement.completion_order, by_utility)
        before = {c: why for c, why in state.reasons.items() if why[0] == "supporters_money"}
        walk(state, ranked(state, state.outside(), per_cost), "completion", per_cost=per_cost)
        state.reasons.update({c: why for c, why in before.items() if c not in state.won})
    if reglement.leftover == "part_fund_one":
        able = [c for c in ranked(state, state.outside()) if state.open(c)]
        if able and state.left > 0:
            state.win(able[0], "part", granted=min(state.left, state.table.cost[able[0]]))
