"""A share of people, with an interval that stays between 0 and 1 and is honest for small shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, inf, sqrt

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said
from samenspel_methods.statistics.suppression import MINIMUM
from samenspel_methods.statistics.survey.sampling import Z, gathered


@dataclass(frozen=True, slots=True)
class Share:
    """A part of 1. `low`, `high`: the 95% interval of Wilson, not symmetric. All None with too few answers."""

    share: float | None
    low: float | None
    high: float | None
    n: int | None
    effective: float | None
    said: Said


def wilson(share: float, n: float, z: float = Z) -> tuple[float, float]:
    """The interval of Wilson (1927) for a `share` (0 to 1) of `n` answers; `n` may be an effective number."""
    if not 0 <= share <= 1 or not n > 0:
        raise StatisticsError("share_impossible", share=share, answers=n)
    if n == inf:
        return share, share
    middle = share + z**2 / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    low, high = (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)
    return (0.0 if share == 0 else max(low, 0.0)), (1.0 if share == 1 else min(high, 1.0))


def share(
    answers: Sequence[bool | None],
    weights: Sequence[float] | None = None,
    *,
    population: int | None = None,
    minimum: int = MINIMUM,
) -> Share:
    """The share that said yes, of those who answered. `None` = no answer.

    Unequal weights and a large part of the population in the answers change the number of answers that is put into
    Wilson's formula: n / design effect / (1 - n / population). When all were asked and answered there is no interval.
    Refused: `minimum_too_low`, and what `sampling.gathered` refuses.
    """
    if minimum < 2:
        raise StatisticsError("minimum_too_low", minimum=minimum)
    given = gathered(answers, weights, population)
    n, spread = len(given.values), given.spread
    if n < minimum or spread is None:
        return Share(None, None, None, None, None, said("too_few", minimum=minimum))
    yes = fsum(weight for answer, weight in zip(given.values, given.weights, strict=True) if answer)
    part = min(yes / fsum(given.weights), 1.0)
    low, high = wilson(part, spread.effective / given.rest if given.rest else inf)
    statement = said("share_shown", percent=100 * part, low=100 * low, high=100 * high, count=n)
    return Share(part, low, high, n, spread.effective, statement)
