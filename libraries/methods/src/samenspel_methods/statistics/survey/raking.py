"""Weights that make the answers look like the neighbourhood: raking, or iterative proportional fitting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from operator import sub

from samenspel_methods.statistics.checks import finite
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said
from samenspel_methods.statistics.survey.targets import Dimension, dimensions
from samenspel_methods.statistics.survey.weights import Spread, spread_of

ROUNDS, TOLERANCE = 200, 1e-6
Answer = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Raked:
    """`weights`: one per answer, mean 1. `deviation`: the largest distance left between a weighted share and the share
    in the population, as a part of 1. `converged`: whether that is at most the tolerance after `rounds` rounds; they
    end when it is, when nothing moves any more, or at the most allowed.

    `empty`: (variable, category) with people in the population and no answers: nobody speaks for them, whatever the
    weights. `trimmed`: how many weights lie at a limit. `unanswered`: per variable, how many did not say.
    """

    weights: tuple[float, ...]
    rounds: int
    deviation: float
    converged: bool
    empty: tuple[tuple[str, str], ...]
    trimmed: int
    unanswered: Mapping[str, int]
    spread: Spread

    @property
    def said(self) -> tuple[Said, ...]:
        """What to print under weighted results."""
        variables = tuple(self.unanswered)
        found = [said("raked", variables=variables), self.spread.said]
        if not self.converged:
            found.append(said("not_converged", percent=100 * self.deviation))
        found += [said("nobody_answered", variable=variable, category=name) for variable, name in self.empty]
        if self.trimmed:
            found.append(said("trimmed", count=self.trimmed))
        return tuple(found)


def rake(
    answers: Sequence[Answer],
    population: Mapping[str, Mapping[str, float]],
    *,
    start: Sequence[float] | None = None,
    trim: tuple[float, float] | None = None,
    rounds: int = ROUNDS,
    tolerance: float = TOLERANCE,
) -> Raked:
    """Weights after Deming & Stephan (1940): scale to each variable in turn until all shares fit.

    `answers`: per person variable -> category, None or absent = not said: such a person keeps their weight in that
    variable. `population`: variable -> category -> people (or shares); totals of variables may differ a little.
    `start`: weights to begin with (unequal chances of being drawn). `trim`: (least, most) weight, with mean 1, kept
    in every round (Izrael et al. 2009); then shares may not fit entirely and `deviation` says by how much.
    Refused: `no_answers`, `no_margins`, `unknown_category`, `empty_margin`, `negative_count`, `weights_differ`,
    `negative_weight`, `no_weights`, `bad_trim`.
    """
    weights = _start(answers, start)
    if trim is not None and not 0 < trim[0] < 1 < trim[1]:
        raise StatisticsError("bad_trim", least=trim[0], most=trim[1])
    sides = dimensions(answers, population, weights)
    done, left = _fitted(weights, sides, trim, rounds, tolerance)
    return _raked(weights, sides, done, left, trim, tolerance)


def _fitted(
    weights: list[float], sides: Sequence[Dimension], trim: tuple[float, float] | None, rounds: int, tolerance: float
) -> tuple[int, float]:
    """Rounds until all shares fit, or nothing moves: how many, and the largest distance left."""
    done, left, moving = 0, max(side.deviation(weights) for side in sides), True
    while moving and done < rounds and left > tolerance:
        before = tuple(weights)
        for side in sides:
            side.fit(weights)
        if trim is not None:
            _clamp(weights, trim)
        done, left = done + 1, max(side.deviation(weights) for side in sides)
        moving = max(map(abs, map(sub, weights, before))) > tolerance / 1000
    return done, left


def _start(answers: Sequence[Answer], start: Sequence[float] | None) -> list[float]:
    if not answers:
        raise StatisticsError("no_answers")
    if start is None:
        return [1.0] * len(answers)
    if len(start) != len(answers):
        raise StatisticsError("weights_differ", values=len(answers), weights=len(start))
    if any(finite(weight, "weight") < 0 for weight in start):
        raise StatisticsError("negative_weight")
    if not any(start):
        raise StatisticsError("no_weights")
    mean = fsum(start) / len(start)
    return [weight / mean for weight in start]


def _clamp(weights: list[float], trim: tuple[float, float]) -> None:
    """Zero stays zero: that person was left out beforehand."""
    for at, weight in enumerate(weights):
        if weight:
            weights[at] = min(max(weight, trim[0]), trim[1])


def _raked(
    weights: list[float], sides: Sequence[Dimension], done: int, left: float,
    trim: tuple[float, float] | None, tolerance: float,
) -> Raked:  # fmt: skip
    trimmed = sum(weight in trim for weight in weights) if trim else 0
    return Raked(
        tuple(weights), done, left, left <= tolerance,
        tuple((side.name, empty) for side in sides for empty in side.empty),
        trimmed, {side.name: side.unanswered for side in sides}, spread_of(weights),
    )  # fmt: skip
