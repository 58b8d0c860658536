"""Sequential Phragmén, checked win by win: every supporter of a winner carries the same load, the smallest there is."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from samenspel_methods.allocation.certificate.model import Winner
from samenspel_methods.allocation.verify.state import State
from samenspel_methods.allocation.verify.words import Problem


class Loads:
    """What each class of voters carries, and what each project would bring its supporters to."""

    def __init__(self, state: State) -> None:
        self.state, self.loads = state, [Fraction(0)]
        self.of = np.zeros(len(state.table.people), np.int64)
        self.known = {c: self._load(c) for c in state.outside()}

    def racing(self) -> list[int]:
        """Projects that can still win."""
        return [c for c in self.state.outside() if self.state.bar(c) is None]

    def least(self) -> list[int]:
        """All projects with the smallest load, in the order of the tie rule."""
        racing = self.racing()
        low = min((self.known[c] for c in racing), default=Fraction(0))
        return sorted((c for c in racing if self.known[c] == low), key=self.state.table.place.__getitem__)

    def put(self, c: int) -> None:
        """The supporters of a winner carry its load."""
        table = self.state.table
        who = table.who[table.of(c)]
        self.of[who] = len(self.loads)
        self.loads.append(self.known[c])
        mine = np.zeros(len(table.people), bool)
        mine[who] = True
        for other in np.unique(table.what[mine[table.who]]).tolist():
            if other in self.known:
                self.known[other] = self._load(other)

    def _load(self, c: int) -> Fraction:
        table = self.state.table
        who = table.who[table.of(c)]
        people = np.bincount(self.of[who], table.people[who], len(self.loads))
        carried = sum((self.loads[at] * int(people[at]) for at in np.flatnonzero(people).tolist()), Fraction(0))
        return (table.cost[c] * table.scale + carried) / table.score[c]


def check_loads(state: State, winners: list[Winner], unit: int) -> list[Problem]:
    """What is wrong with the wins of Phragmén; `state` is carried along as it must be."""
    loads, found = Loads(state), []
    for _turn in range(len(state.race) + 1):
        lowest = loads.least()
        if not lowest or any(state.table.cost[c] > state.left for c in lowest):
            break
        c = lowest[0]
        load, claimed = loads.known[c] * unit, winners[_turn] if _turn < len(winners) else None
        if claimed is not None and claimed.project == state.table.ids[c] and claimed.price != load:
            found.append(Problem("wrong_load", {"project": claimed.project}))
        price = claimed.price if claimed is not None and claimed.price == load else -1
        state.win(c, "phragmen", price=price, tied=lowest[1:])
        loads.put(c)
    for c in state.outside():
        if state.open(c):
            state.refuse(c, "stopped", left=state.left)
    return found
