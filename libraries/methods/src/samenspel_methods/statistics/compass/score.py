"""The score of one figure: how far an area is from the city, measured in the distance that is usual there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from samenspel_methods.statistics.checks import finite
from samenspel_methods.statistics.errors import StatisticsError


class Direction(IntEnum):
    """Whether more of something counts as better; NEITHER shows the distance without a judgement."""

    LOWER_BETTER = -1
    NEITHER = 0
    HIGHER_BETTER = 1


@dataclass(frozen=True, slots=True)
class Scale:
    """The published scale: the city is `centre`, an area at the usual distance is `k` points away."""

    k: float = 20.0
    centre: float = 100.0
    low: float = 40.0
    high: float = 160.0


PUBLISHED = Scale()


def mean_distance(values: Iterable[float], mean: float) -> float:
    """The usual distance: the mean of |x - mean| over all areas of the city, in the unit of the figure."""
    distances = [abs(finite(value, "values") - mean) for value in values]
    if not distances:
        raise StatisticsError("no_values")
    return sum(distances) / len(distances)


def compass_score(
    value: float,
    mean: float,
    spread: float,
    direction: Direction = Direction.NEITHER,
    scale: Scale = PUBLISHED,
) -> float:
    """clamp(100 + k * s * (x - mean) / mean|x - mean|, 40, 160), with s = -1 where lower is better.

    When all areas are equal (`spread` is zero) every area is the city: 100.
    Refused: `no_spread` (a negative spread), `not_finite`.
    """
    for number, what in ((value, "value"), (mean, "mean"), (spread, "spread")):
        finite(number, what)
    if spread < 0:
        raise StatisticsError("no_spread", spread=spread)
    sign = -1 if direction is Direction.LOWER_BETTER else 1
    score = scale.centre + scale.k * sign * (value - mean) / spread if spread else scale.centre
    return min(max(score, scale.low), scale.high)
