"""What marks and shares have in common: who answered, how much an answer weighs, how wide 95% is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.survey.weights import Spread, spread_of

T = TypeVar("T")
Z = 1.959963984540054  # the normal distribution has 95% within so many standard deviations


@dataclass(frozen=True, slots=True)
class Answers(Generic[T]):
    """The answers that were given, each with its weight; `skipped`: left open. `rest`: the part of the population that
    was not asked (the finite population correction)."""

    values: tuple[T, ...]
    weights: tuple[float, ...]
    skipped: int
    spread: Spread | None
    rest: float


def gathered(answers: Sequence[T | None], weights: Sequence[float] | None, population: int | None) -> Answers[T]:
    """The given answers. Refused: `weights_differ`, `negative_weight`, `no_weights`, `population_too_small`."""
    if weights is not None and len(weights) != len(answers):
        raise StatisticsError("weights_differ", values=len(answers), weights=len(weights))
    loads = weights if weights is not None else [1.0] * len(answers)
    given = [(answer, load) for answer, load in zip(answers, loads, strict=True) if answer is not None]
    if population is not None and population < len(given):
        raise StatisticsError("population_too_small", population=population, answers=len(given))
    rest = 1 - len(given) / population if population else 1.0
    spread = spread_of([load for _, load in given]) if given else None
    kept = [(answer, load) for answer, load in given if load > 0]
    return Answers(
        tuple(answer for answer, _ in kept), tuple(load for _, load in kept), len(answers) - len(given), spread, rest
    )


def student(freedom: float) -> float:
    """How many standard errors hold 95% when the spread itself is estimated: 2.26 for 9 degrees, 1.96 for very many.

    The expansion of Abramowitz & Stegun (1964), 26.7.5; right to 0.001 from 5 degrees of freedom on.
    """
    z, v = Z, max(freedom, 1.0)
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * v**4)
    )
