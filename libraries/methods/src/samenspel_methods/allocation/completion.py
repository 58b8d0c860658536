"""What to do with the money that Equal Shares leaves: raise the share step by step, then hand out what still fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from samenspel_methods.allocation.exact import Paid, Purse, exact_run
from samenspel_methods.allocation.shares import Play, fast_run
from samenspel_methods.allocation.steady import certain

Progress = Callable[[int, int], None]  # cents handed out at this step, of the budget
FAR = 1 << 40  # steps; no election raises its share so often


@dataclass(frozen=True, slots=True)
class Shared:
    """The outcome of the shares: winners in their order, the share they were had for, and how it was found.

    `runs` counts the steps as if each had been run, the one that overspent included.
    """

    wins: list[Paid]
    purse: Purse
    share: Fraction
    runs: int
    done: int  # runs that were really made


@dataclass(frozen=True, slots=True)
class Rise:
    """How the share rises: the first, the step, and when to stop."""

    first: Fraction
    step: int
    completion: str

    def share(self, k: int) -> Fraction:
        """The share at step k, in cents."""
        return self.first + k * self.step


def share_out(play: Play, rise: Rise, progress: Progress = lambda spent, budget: None) -> Shared:
    """Equal Shares at the share where the completion stops. The result is exact, and so is the step it stopped at."""
    if "add1" not in rise.completion:
        wins, purse, _search = exact_run(play, rise.first)
        return Shared(wins, purse, rise.first, 1, 1)
    done = 0
    for done, (k, order) in enumerate(_steps(play, rise), start=1):
        verdict = _verdict(play, rise.completion, order)
        progress(_cost(play, order), play.profile.budget)
        if verdict:
            # Decided on a fast run: the two runs that matter are made again in whole numbers.
            settled = _settle(play, rise, k, verdict)
            if settled is not None:
                wins, purse, at = settled
                return Shared(wins, purse, rise.share(at), k + 1, done + 2)
    raise AssertionError("raising the share without end must overspend")


def winners_at(play: Play, rise: Rise) -> list[int]:
    """Who wins where the completion stops, proven but without prices: for questions of what if."""
    if "add1" not in rise.completion:
        return _run(play, rise.first)
    before: list[int] = []
    for _k, order in _steps(play, rise):
        if verdict := _verdict(play, rise.completion, order):
            return before if verdict == "over" else order
        before = order
    raise AssertionError("raising the share without end must overspend")


def _settle(play: Play, rise: Rise, k: int, verdict: str) -> tuple[list[Paid], Purse, int] | None:
    wins, purse, _search = exact_run(play, rise.share(k))
    if _verdict(play, rise.completion, [win.project for win in wins]) != verdict:
        return None
    if verdict == "over":
        wins, purse, _search = exact_run(play, rise.share(k - 1))
        k -= 1
    return wins, purse, k


@dataclass(slots=True)
class _Leaper:
    """How far to look ahead: twice as far after each success, and after a failure not again for a while."""

    play: Play
    rise: Rise
    width: int = 1
    rest: int = 0
    tired: int = 1

    def from_step(self, k: int) -> int:
        """The last step that provably has the same winners as step k."""
        if self.rest:
            self.rest -= 1
            return k
        start = k
        while self._same(k, k + 2 * self.width):
            k, self.width = k + 2 * self.width, 2 * self.width
        self.width = max(1, self.width // 2)
        self.tired = min(2 * self.tired, 32) if k == start else 1
        self.rest = self.tired if k == start and self.width == 1 else 0
        return k

    def _same(self, k: int, ahead: int) -> bool:
        return certain(self.play, float(self.rise.share(k)), float(self.rise.share(ahead))) is not None


def _steps(play: Play, rise: Rise) -> Iterator[tuple[int, list[int]]]:
    """Step after step with its winners; steps that provably repeat the last outcome are left out."""
    k, leaper = 0, _Leaper(play, rise)
    last: set[int] = set()
    while k < FAR:
        order = _run(play, rise.share(k))
        yield k, order
        if set(order) == last:
            k = leaper.from_step(k)
        last, k = set(order), k + 1


def _run(play: Play, share: Fraction) -> list[int]:
    order, sure = fast_run(play, float(share))
    if not sure:
        proven = certain(play, float(share), float(share))
        order = proven if proven is not None else [paid.project for paid in exact_run(play, share)[0]]
    return order


def _cost(play: Play, order: list[int]) -> int:
    return sum(play.profile.cost[c] for c in order)


def _verdict(play: Play, completion: str, order: list[int]) -> str:
    """Why the share stops rising here: `over`, `full` (nobody left out for money), `exhaustive`; else empty."""
    cost, budget = play.profile.cost, play.profile.budget
    spent, room = _cost(play, order), play.limits.room().take_all(order, cost)
    if spent > budget:
        return "over"
    out = [c for c in play.candidates() if c not in room.winners and not room.barred(c, cost[c])]
    if not out:
        return "full"
    exhaustive = "e" in completion.removeprefix("add1") and all(spent + cost[c] > budget for c in out)
    return "exhaustive" if exhaustive else ""
