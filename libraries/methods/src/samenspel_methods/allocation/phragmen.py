"""Sequential Phragmén (approval ballots): every project's cost is a load that its supporters share as equally as can
be.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.limits import Room
from samenspel_methods.allocation.profiles import Profile


class Loads:
    """What each class of voters carries: an exact fraction per group of classes that carry the same."""

    def __init__(self, classes: int) -> None:
        self.value = [Fraction(0)]
        self.of = np.zeros(classes, np.int64)

    def carried(self, p: Profile, c: int) -> Fraction:
        """What the supporters of a project carry together."""
        support = p.supports[c]
        people = np.bincount(self.of[support.voter], support.count, len(self.value))
        return sum((self.value[at] * int(people[at]) for at in np.flatnonzero(people)), Fraction(0))

    def put(self, p: Profile, c: int, load: Fraction) -> None:
        """All supporters of this project carry as much from now on."""
        self.of[p.supports[c].voter] = len(self.value)
        self.value.append(load)


def phragmen(p: Profile, room: Room, left: int) -> list[tuple[int, Fraction, list[int]]]:
    """Winners with their load and who tied with them. Stops as soon as a project with the smallest load does not
    fit.
    """
    if any(support.worth is not None for support in p.supports):
        raise AllocationError("phragmen_needs_approval")
    loads, wins = Loads(p.classes), []
    next_load: dict[int, Fraction] = {}
    touched = {c for c in range(len(p.ids)) if p.score[c] > 0 and p.cost[c] <= p.budget}
    race = set(touched)
    while race := {c for c in race if not room.barred(c, p.cost[c])}:
        for c in touched & race:
            next_load[c] = (p.cost[c] * p.scale + loads.carried(p, c)) / p.score[c]
        least = min(next_load[c] for c in race)
        lowest = sorted((c for c in race if next_load[c] == least), key=lambda c: p.place[c])
        if any(p.cost[c] > left for c in lowest):
            break
        winner = lowest[0]
        loads.put(p, winner, least)
        wins.append((winner, least, lowest[1:]))
        room.take(winner, p.cost[winner])
        left -= p.cost[winner]
        race.discard(winner)
        touched = _touched(p, winner, race)
    return wins


def _touched(p: Profile, winner: int, race: set[int]) -> set[int]:
    """Projects that share a supporter with the winner: only their loads can have changed."""
    mine = np.zeros(p.classes, bool)
    mine[p.supports[winner].voter] = True
    return {c for c in race if mine[p.supports[c].voter].any()}
