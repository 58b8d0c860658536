"""What every voter has left, in whole numbers of `1 / unit` cent, with voters who have the same as one group."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from samenspel_methods.allocation.verify.table import Ints, Table


@dataclass(frozen=True, slots=True)
class Group:
    """Supporters of a project (`people`, times scale) who give it as much and have as much left."""

    left: int
    worth: int
    people: int


class Purse:
    """Amounts are kept in a list; `of` says which amount a class of voters has. `near` mirrors them as cents."""

    def __init__(self, table: Table, share: int, unit: int) -> None:
        self.table, self.unit = table, unit
        self.amounts = [share]
        self.of = np.zeros(len(table.people), np.int64)
        self.near = np.full(len(table.people), share / unit)

    def groups(self, c: int) -> tuple[list[Group], Ints]:
        """The supporters of a project in groups, and the group of each of its entries."""
        entries = self.table.of(c)
        who, worth = self.table.who[entries], self.table.worth[entries]
        span = int(worth.max(initial=0)) + 1
        pairs, inverse = np.unique(self.of[who] * span + worth, return_inverse=True)
        people = np.bincount(inverse, self.table.people[who], len(pairs))
        found = [
            Group(self.amounts[pair // span], pair % span, int(count))
            for pair, count in zip(pairs.tolist(), people.tolist(), strict=True)
        ]
        return found, inverse

    def pay(self, c: int, price: int) -> tuple[tuple[int, Fraction], ...]:
        """Every supporter pays `price` for each point, or all there is left. Who paid what, most first."""
        groups, inverse = self.groups(c)
        base, paid = len(self.amounts), dict[int, int]()
        for group in groups:
            each = min(group.left, price * group.worth)
            paid[each] = paid.get(each, 0) + group.people
            self.amounts.append(group.left - each)
        who = self.table.who[self.table.of(c)]
        self.of[who] = base + inverse
        self.near[who] = np.array([amount / self.unit for amount in self.amounts[base:]])[inverse]
        self._tidy()
        return tuple((each, Fraction(people, self.table.scale)) for each, people in sorted(paid.items(), reverse=True))

    def held(self, c: int) -> int:
        """What the supporters of a project have left together, times scale."""
        who = self.table.who[self.table.of(c)]
        people = np.bincount(self.of[who], self.table.people[who], len(self.amounts))
        return sum(int(people[at]) * self.amounts[at] for at in np.flatnonzero(people).tolist())

    def refine(self, times: int) -> None:
        """The same amounts in parts that are `times` as small."""
        self.unit *= times
        self.amounts = [amount * times for amount in self.amounts]

    def _tidy(self) -> None:
        """Equal amounts become one, and amounts that nobody has are forgotten."""
        used = np.flatnonzero(np.bincount(self.of, minlength=len(self.amounts))).tolist()
        place: dict[int, int] = {}
        renumber = np.zeros(len(self.amounts), np.int64)
        for at in used:
            renumber[at] = place.setdefault(self.amounts[at], len(place))
        self.amounts = list(place)
        self.of = renumber[self.of]
