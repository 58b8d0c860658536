"""How a count must go: what is left, who has won, what may not win together, and why the others have not won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.verify.table import Table

Value = int | str | Fraction


@dataclass(frozen=True, slots=True)
class Expected:
    """A project that must win, in its turn."""

    project: int
    how: str
    granted: int
    left: int
    score: Fraction
    price: int | None = None
    payments: tuple[tuple[int, Fraction], ...] = ()
    tied: tuple[int, ...] = ()


@dataclass(slots=True)
class State:
    """So far. `race`: the projects that take part; `caps`: name, projects, most; `spent` for each cap."""

    table: Table
    left: int
    boost: dict[int, Fraction]
    race: set[int]
    caps: list[tuple[str, frozenset[int], int]]
    rivals: list[frozenset[int]]
    spent: list[int]
    wins: list[Expected] = field(default_factory=list)
    won: set[int] = field(default_factory=set)
    reasons: dict[int, tuple[str, dict[str, Value]]] = field(default_factory=dict)

    def score(self, c: int) -> Fraction:
        """The support of a project, with weights and boosts."""
        return Fraction(self.table.score[c], self.table.scale) * self.boost.get(c, 1)

    def bar(self, c: int) -> tuple[str, str] | None:
        """What stands in the way of a project: the cap that it would break, or the rival that has won."""
        for at, (name, projects, most) in enumerate(self.caps):
            if c in projects and self.spent[at] + self.table.cost[c] > most:
                return "cap_reached", name
        for rivals in self.rivals:
            if c in rivals and (others := self.won & rivals):
                return "excluded_by", self.table.ids[min(others)]
        return None

    def open(self, c: int) -> bool:
        """Whether nothing stands in the way; else the reason is kept."""
        if (bar := self.bar(c)) is None:
            return True
        self.refuse(c, bar[0], name=bar[1])
        return False

    def win(
        self, c: int, how: str, *, granted: int | None = None, score: Fraction | None = None, price: int | None = None,
        payments: tuple[tuple[int, Fraction], ...] = (), tied: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """This project wins now."""
        given = self.table.cost[c] if granted is None else granted
        counted = self.score(c) if score is None else score
        self.wins.append(Expected(c, how, given, self.left, counted, price, payments, tuple(tied)))
        self.left -= given
        self.take(c)
        self.reasons.pop(c, None)

    def take(self, c: int) -> None:
        """It counts for the caps and the exclusions."""
        self.won.add(c)
        for at, (_name, projects, _most) in enumerate(self.caps):
            self.spent[at] += self.table.cost[c] if c in projects else 0

    def refuse(self, c: int, code: str, **params: Value) -> None:
        """This project does not win, so far for this reason."""
        self.reasons[c] = (code, params)

    def outside(self) -> list[int]:
        """Projects in the race that have not won."""
        return [c for c in sorted(self.race) if c not in self.won]

    def again(self) -> State:
        """The same start, for another run."""
        race, spent, won = set(self.race), list(self.spent), set(self.won)
        return State(self.table, self.left, self.boost, race, self.caps, self.rivals, spent, won=won)


def start(election: Election, reglement: Reglement, table: Table) -> State:
    """Before anything is settled: all projects, the whole budget."""
    number = {name: c for c, name in enumerate(table.ids)}
    caps = []
    for cap in reglement.caps:
        if cap.cap is not None:
            caps.append((cap.name, members(election, number, cap.division, cap.name), cap.cap))
    rivals = [frozenset(number[name] for name in names if name in number) for names in reglement.exclusive]
    budget = election.budget if reglement.budget is None else reglement.budget
    state = State(table, budget, {}, set(range(len(table.ids))), caps, rivals, [0] * len(caps))
    for c, cost in enumerate(table.cost):
        state.boost[c] = max((b.factor for b in reglement.boosts if cost <= b.max_cost), default=Fraction(1))
    return state


def members(election: Election, number: dict[str, int], division: str, name: str) -> frozenset[int]:
    """The projects of a theme or an area."""
    return frozenset(
        number[p.id] for p in election.projects if name in (p.categories if division == "category" else p.areas)
    )
