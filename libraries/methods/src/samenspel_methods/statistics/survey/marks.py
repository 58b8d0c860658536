"""The mean of marks from 1 to 10, with its margin."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said
from samenspel_methods.statistics.suppression import MINIMUM
from samenspel_methods.statistics.survey.sampling import gathered, student

LOWEST, HIGHEST = 1, 10


@dataclass(frozen=True, slots=True)
class Mark:
    """A mean mark. `error`: standard error. `margin`: half the 95% interval; `low`, `high` stay on the scale.

    `n` answers, worth `effective` equal ones; `skipped` left it open. With fewer answers than the smallest number that
    may be shown every number here is None: not even how many there were.
    """

    mean: float | None
    error: float | None
    margin: float | None
    n: int | None
    effective: float | None
    skipped: int | None
    design_effect: float | None
    said: Said

    @property
    def low(self) -> float | None:
        """The lower end of the 95% interval."""
        return None if self.mean is None or self.margin is None else max(self.mean - self.margin, LOWEST)

    @property
    def high(self) -> float | None:
        """The upper end of the 95% interval."""
        return None if self.mean is None or self.margin is None else min(self.mean + self.margin, HIGHEST)


def hidden(code: str, minimum: int) -> Mark:
    """A mark that is not shown: `too_few` people, or `hidden_for_other` (it would give a small group away)."""
    return Mark(None, None, None, None, None, None, None, Said(code, {"minimum": minimum}))


def mean_mark(
    marks: Sequence[int | None],
    weights: Sequence[float] | None = None,
    *,
    population: int | None = None,
    minimum: int = MINIMUM,
) -> Mark:
    """The mean of marks. `None` = no answer. `weights`: from `rake`. `population`: all who could have been asked.

    error^2 = s^2 / n * design effect * (1 - n / population), margin = t * error with t for (effective n - 1) degrees.
    This describes chance in a random sample. It says nothing about who did not answer, and nothing when anyone could
    join in: then print the mean without its margin.
    Refused: `mark_outside`, `minimum_too_low`, and what `sampling.gathered` refuses.
    """
    _check(marks, minimum)
    answers = gathered(marks, weights, population)
    n, spread = len(answers.values), answers.spread
    if n < minimum or spread is None:
        return hidden("too_few", minimum)
    whole = fsum(answers.weights)
    pairs = list(zip(answers.values, answers.weights, strict=True))
    mean = fsum(mark * weight for mark, weight in pairs) / whole
    variance = fsum(weight * (mark - mean) ** 2 for mark, weight in pairs) / whole * n / (n - 1)
    error = sqrt(variance / spread.effective * answers.rest)
    margin = student(spread.effective - 1) * error
    statement = said("mark_shown", mean=mean, margin=margin, count=n)
    return Mark(mean, error, margin, n, spread.effective, answers.skipped, spread.design_effect, statement)


def _check(marks: Sequence[int | None], minimum: int) -> None:
    if minimum < 2:
        raise StatisticsError("minimum_too_low", minimum=minimum)
    for mark in marks:
        if mark is not None and not LOWEST <= mark <= HIGHEST:
            raise StatisticsError("mark_outside", mark=mark)
