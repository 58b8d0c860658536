"""With what the distance to the city is measured, and what is done when that cannot be known."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samenspel_methods.statistics.checks import finite, known
from samenspel_methods.statistics.compass.score import PUBLISHED, Direction, Scale, compass_score, mean_distance
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said

ENOUGH = 5  # fewer areas say nothing about what is usual in a city


class Basis(StrEnum):
    """`SPREAD`: the usual distance in this city. `TENTH`: a tenth of the city's figure = ten points. `NONE`: none."""

    SPREAD = "spread"
    TENTH = "tenth"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`mean`: the city's own figure. `spread`: the distance that is `k` points. `areas`: over so many."""

    mean: float
    spread: float
    basis: Basis
    areas: int = 0

    @property
    def said(self) -> Said:
        """What the score is measured with, to print beside it."""
        return said(f"basis_{self.basis}", count=self.areas)

    def score(self, value: float, direction: Direction = Direction.NEITHER, scale: Scale = PUBLISHED) -> float | None:
        """The place of a value on the compass; None when this yardstick measures nothing."""
        if self.basis is Basis.NONE:
            return None
        return compass_score(value, self.mean, self.spread, direction, scale)


def yardstick(
    mean: float,
    values: Iterable[float | None] = (),
    *,
    stated: tuple[float, int] | None = None,
    around_zero: bool = False,
    scale: Scale = PUBLISHED,
) -> Yardstick:
    """The yardstick of one figure in one city in one year.

    `values`: that figure of the areas of the city (None = missing). `stated`: (mean distance, number of areas) as
    measured elsewhere over the same city, used when fewer than five values are known. Without either, a tenth of
    the city's figure is ten points, which needs a figure above zero and not one `around_zero` (a deviation, a score).
    """
    finite(mean, "mean")
    numbers = known(values)
    if len(numbers) >= ENOUGH:
        return Yardstick(mean, mean_distance(numbers, mean), Basis.SPREAD, len(numbers))
    if stated is not None and stated[1] >= ENOUGH:
        if finite(stated[0], "spread") < 0:
            raise StatisticsError("no_spread", spread=stated[0])
        return Yardstick(mean, stated[0], Basis.SPREAD, stated[1])
    if around_zero or mean <= 0:
        return Yardstick(mean, 0.0, Basis.NONE)
    return Yardstick(mean, scale.k * mean / 100, Basis.TENTH)
