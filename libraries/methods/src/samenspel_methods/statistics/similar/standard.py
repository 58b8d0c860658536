"""Figures in one measure: how many usual distances from the middle neighbourhood."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Literal

from samenspel_methods.statistics.explain import Said, said

How = Literal["mad", "quartiles", "constant"]
MAD, QUARTILES = 1.4826, 1.349  # make both equal to the standard deviation of a normal distribution
FURTHEST = 4.0  # further out is not further: one wild figure may not decide


@dataclass(frozen=True, slots=True)
class Standard:
    """How one indicator is put on the common measure: (value - `middle`) / `step`, at most 4 either way.

    `how`: `mad` (1.4826 x the median distance to the median), `quartiles` (distance between quartiles / 1.349, when
    more than half of all areas have the same value), `constant` (no distance at all: the indicator tells nothing).
    """

    key: str
    middle: float
    step: float
    how: How
    known: int

    def of(self, value: float) -> float:
        """The value on the common measure."""
        return min(max((value - self.middle) / self.step, -FURTHEST), FURTHEST)

    @property
    def said(self) -> Said:
        """How this indicator was standardised."""
        return said(f"standard_{self.how}", indicator=self.key, count=self.known)


def standard(key: str, values: Sequence[float]) -> Standard:
    """The measure of one indicator over all areas that have it."""
    if not values:
        return Standard(key, 0.0, 0.0, "constant", 0)
    middle = median(values)
    if step := MAD * median(abs(value - middle) for value in values):
        return Standard(key, middle, step, "mad", len(values))
    if len(values) > 1:
        first, _, third = quantiles(values, n=4, method="inclusive")
        if third > first:
            return Standard(key, middle, (third - first) / QUARTILES, "quartiles", len(values))
    return Standard(key, middle, 0.0, "constant", len(values))
