"""How far the weights of the answers lie apart, and what that costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from samenspel_methods.statistics.checks import finite
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said


@dataclass(frozen=True, slots=True)
class Spread:
    """Of `n` weights above zero, with mean 1: `least`, `most`, `variation` (standard deviation / mean).

    `effective` = (sum w)^2 / sum w^2: that many equal answers would be as precise. `design_effect` = n / effective
    = 1 + variation^2: that much larger is the variance of a mean.
    """

    n: int
    least: float
    most: float
    variation: float
    effective: float
    design_effect: float

    @property
    def said(self) -> Said:
        """What to print under weighted results."""
        return said("weights_spread", count=self.n, least=self.least, most=self.most, effective=round(self.effective))


def spread_of(weights: Sequence[float]) -> Spread:
    """The spread of weights (Kish 1965, 11.7). Answers of weight zero do not count.

    Refused: `negative_weight`, `not_finite`, `no_weights` (all zero, or none).
    """
    if any(finite(weight, "weight") < 0 for weight in weights):
        raise StatisticsError("negative_weight")
    kept = [weight for weight in weights if weight > 0]
    if not kept:
        raise StatisticsError("no_weights")
    n, mean = len(kept), fsum(kept) / len(kept)
    scaled = [weight / mean for weight in kept]
    design = fsum(weight**2 for weight in scaled) / n
    return Spread(n, min(scaled), max(scaled), sqrt(max(design - 1, 0.0)), n / design, design)
