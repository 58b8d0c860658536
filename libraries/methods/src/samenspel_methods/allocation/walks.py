"""The greedy family: one list of projects, most support first, and what fits in the money that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel_methods.allocation.limits import Room
from samenspel_methods.allocation.profiles import Profile
from samenspel_methods.allocation.result import Refusal, Win

RESERVE = Fraction(4, 5)  # Poznan: the first that does not fit is granted when this part of its cost is left


@dataclass(slots=True)
class Walk:
    """What is left of the money, who has won and why the others have not, so far."""

    profile: Profile
    room: Room
    left: int
    wins: list[Win] = field(default_factory=list)
    refusals: dict[int, Refusal] = field(default_factory=dict)

    def grant(self, c: int, how: str, tied: Sequence[int] = (), part: int | None = None) -> None:
        """This project gets its cost, or the part that is given."""
        p, granted = self.profile, self.profile.cost[c] if part is None else part
        score = Fraction(p.score[c], p.scale)
        names = tuple(p.ids[other] for other in tied)
        self.wins.append(Win(p.ids[c], how, p.cost[c], granted, score, p.votes[c], self.left, tied=names))
        self.left -= granted
        self.room.take(c, p.cost[c])
        self.refusals.pop(c, None)

    def refuse(self, c: int, code: str, **params: object) -> None:
        """This project does not win, for now."""
        self.refusals[c] = Refusal(self.profile.ids[c], code, params)

    def barred(self, c: int) -> bool:
        """Whether a cap or an exclusion stands in the way; says so."""
        why = self.room.barred(c, self.profile.cost[c])
        if why:
            code, _colon, name = why.partition(":")
            shown = self.profile.ids[int(name)] if code == "excluded_by" else name
            self.refuse(c, code, name=shown)
        return bool(why)


Order = Callable[[Profile, int], Fraction]


def by_score(p: Profile, c: int) -> Fraction:
    """Most support first."""
    return Fraction(p.score[c])


def by_score_per_cost(p: Profile, c: int) -> Fraction:
    """Most support for a euro first."""
    return Fraction(p.score[c], p.cost[c])


def listed(p: Profile, projects: Sequence[int], order: Order) -> list[int]:
    """These projects, best first; equals by the tie rule."""
    return sorted(projects, key=lambda c: (-order(p, c), p.place[c]))


def equals(p: Profile, c: int, ranked: Sequence[int], order: Order) -> list[int]:
    """Later projects with as much support: they lost to the tie rule."""
    at = ranked.index(c)
    mine, found = order(p, c), []
    for other in ranked[at + 1 :]:
        if order(p, other) != mine:
            break
        found.append(other)
    return found


def skip(walk: Walk, ranked: Sequence[int], how: str, order: Order = by_score) -> None:
    """Walk down the list; what does not fit is left out, and the walk goes on."""
    for c in ranked:
        if walk.barred(c):
            continue
        if walk.profile.cost[c] <= walk.left:
            walk.grant(c, how, equals(walk.profile, c, ranked, order))
        else:
            walk.refuse(c, "does_not_fit", left=walk.left)


def no_skip(walk: Walk, ranked: Sequence[int], how: str, reserve: Fraction | None = None) -> None:
    """Walk down the list and stop for good at the first that does not fit. With `reserve`, that one is granted too
    when this part of its cost is left."""
    for at, c in enumerate(ranked):
        if walk.barred(c):
            continue
        if walk.profile.cost[c] <= walk.left:
            walk.grant(c, how, equals(walk.profile, c, ranked, by_score))
            continue
        walk.refuse(c, "does_not_fit", left=walk.left)
        for other in ranked[at + 1 :]:
            walk.refuse(other, "stopped", left=walk.left)
        if reserve is not None and walk.left >= reserve * walk.profile.cost[c]:
            walk.grant(c, "reserve")
        return


def part_fund_one(walk: Walk, ranked: Sequence[int]) -> None:
    """The best supported project outside gets what is left as a part of its cost."""
    outside = [c for c in ranked if c not in walk.room.winners and not walk.barred(c)]
    if outside and walk.left > 0:
        walk.grant(outside[0], "part", part=min(walk.left, walk.profile.cost[outside[0]]))


def dhondt(walk: Walk, themes: Sequence[tuple[str, Sequence[int]]]) -> None:
    """Themes take turns by D'Hondt: the theme with the most votes for each project it has so far, plus one, is next.

    In its turn a theme brings in its best supported project that still fits. A theme where nothing fits any more is
    out. Our definition: sources name the method and not what a turn is.
    """
    p = walk.profile
    waiting = {name: listed(p, projects, by_score) for name, projects in themes}
    total = {name: sum(p.score[c] for c in projects) for name, projects in waiting.items()}
    got = dict.fromkeys(waiting, 0)
    while waiting:
        name = min(waiting, key=lambda theme: (-Fraction(total[theme], got[theme] + 1), theme))
        while waiting[name]:
            c = waiting[name].pop(0)
            if c in walk.room.winners or walk.barred(c):
                continue
            if p.cost[c] <= walk.left:
                walk.grant(c, "dhondt")
                got[name] += 1
                break
            walk.refuse(c, "does_not_fit", left=walk.left)
        else:
            del waiting[name]
