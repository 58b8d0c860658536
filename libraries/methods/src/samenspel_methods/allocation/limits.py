"""What may not win together: caps on groups of projects, and sets of which one wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many cents for these projects together. `name` is the theme or area."""

    name: str
    projects: frozenset[int]
    most: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps and exclusive sets, over projects by their number."""

    caps: tuple[Cap, ...] = ()
    exclusive: tuple[frozenset[int], ...] = ()

    def room(self) -> Room:
        """All room there is at the start of a count."""
        return Room(self)


@dataclass(slots=True)
class Room:
    """What is still possible after some projects have won."""

    limits: Limits
    winners: set[int] = field(default_factory=set)
    spent: dict[Cap, int] = field(default_factory=dict)

    def barred(self, project: int, cost: int) -> str:
        """Why a project can no longer win, as a code with a name behind it; empty when it still can."""
        for cap in self.limits.caps:
            if project in cap.projects and self.spent.get(cap, 0) + cost > cap.most:
                return f"cap_reached:{cap.name}"
        for rivals in self.limits.exclusive:
            if project in rivals and (others := self.winners & rivals):
                return f"excluded_by:{min(others)}"
        return ""

    def take(self, project: int, cost: int) -> None:
        """This project has won."""
        self.winners.add(project)
        for cap in self.limits.caps:
            if project in cap.projects:
                self.spent[cap] = self.spent.get(cap, 0) + cost

    def take_all(self, projects: Iterable[int], cost: tuple[int, ...]) -> Room:
        """These projects have won."""
        for project in projects:
            self.take(project, cost[project])
        return self
