"""What a count found: who won, in which order, who paid what, and why the others did not win."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Payment:
    """So many voters paid this much for a project, in cents. With weights, `voters` is the sum of their weights."""

    each: Fraction
    voters: Fraction


@dataclass(frozen=True, slots=True)
class Win:
    """A project that gets money. `how`: `mandatory`, `free`, `greedy`, `reserve`, `part`, `shares`, `completion`,
    `phragmen`, `max_support` or `dhondt`. `granted` is less than `cost` for a part.

    `price`: cents per unit of utility (shares), or the load of its supporters (phragmen). `left`: the money that was
    there before its turn. `tied`: projects that were its equals and lost to the tie rule.
    """

    project: str
    how: str
    cost: int
    granted: int
    score: Fraction
    votes: int
    left: int
    price: Fraction | None = None
    payments: tuple[Payment, ...] = ()
    tied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a project gets no money: a code with its numbers and names (cents, votes, ids).

    `no_votes`, `too_dear` (budget), `below_threshold` (measure, least, found), `cap_reached` (name, cap),
    `excluded_by` (project), `does_not_fit` (left), `stopped` (left: the walk had ended), `supporters_money` (held,
    short: what its supporters had left at the end), `free_refused`, `no_theme`.
    """

    project: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many voters prefer the outcome of the shares, and how many that of the greedy walk."""

    measure: str
    shares: int
    greedy: int
    equal: int
    chosen: str


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a count. Money in cents; `share` is the accepted share of one voter.

    `runs` counts the steps of raising the share as if each had been run, the one that overspent included. `exact`:
    every decision was made on whole numbers or proven by a margin. `seed`: of the lot.
    """

    rule: str
    utility: str
    completion: str
    budget: int
    voters: int
    wins: tuple[Win, ...]
    refusals: tuple[Refusal, ...]
    share: Fraction | None = None
    step: int = 0
    runs: int = 0
    exact: bool = True
    seed: str | None = None
    comparison: Comparison | None = None

    @property
    def winners(self) -> tuple[str, ...]:
        """Who gets money, in the order of the count."""
        return tuple(win.project for win in self.wins)

    @property
    def cost(self) -> int:
        """What was handed out together."""
        return sum(win.granted for win in self.wins)

    @property
    def left(self) -> int:
        """What nobody got; below zero when a reserve was used."""
        return self.budget - self.cost
