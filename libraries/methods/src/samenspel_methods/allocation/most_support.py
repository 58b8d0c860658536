"""The most support that the money can buy: a yardstick beside the rules, never a rule that a neighbourhood should
use.

An exact search over all sets of projects (branch and bound). It is a baseline: a few dear favourites go for many
cheap ones.
"""

from __future__ import annotations

from fractions import Fraction

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.profiles import Profile

MOST_TRIES = 2_000_000


def most_support(p: Profile, projects: list[int], budget: int) -> list[int]:
    """A set with the highest score that fits the budget; of equals the one that comes first in the tie order.

    Raises AllocationError (`too_hard`) when the search would take too long.
    """
    order = sorted(projects, key=lambda c: (-Fraction(p.score[c], p.cost[c]), p.place[c]))
    best: tuple[int, list[int]] = (-1, [])
    stack: list[tuple[int, int, int, list[int]]] = [(0, budget, 0, [])]
    for _try in range(MOST_TRIES):
        if not stack:
            return sorted(best[1], key=lambda c: (-p.score[c], p.place[c]))
        at, left, score, taken = stack.pop()
        if score > best[0]:
            best = (score, taken)
        if at == len(order) or score + _bound(p, order, at, left) <= best[0]:
            continue
        stack.append((at + 1, left, score, taken))
        if p.cost[order[at]] <= left:
            stack.append((at + 1, left - p.cost[order[at]], score + p.score[order[at]], [*taken, order[at]]))
    raise AllocationError("too_hard", tries=MOST_TRIES)


def _bound(p: Profile, order: list[int], at: int, left: int) -> int:
    """No set of the rest scores more: as if a part of a project could be bought."""
    score = 0
    for c in order[at:]:
        if p.cost[c] > left:
            return score + p.score[c] * left // p.cost[c]
        left -= p.cost[c]
        score += p.score[c]
    return score
