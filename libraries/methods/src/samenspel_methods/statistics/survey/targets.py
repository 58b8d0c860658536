"""One variable of the population: which answers are in which category, and how many there should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from samenspel_methods.statistics.checks import finite
from samenspel_methods.statistics.errors import StatisticsError


@dataclass(frozen=True, slots=True)
class Dimension:
    """`places`: category -> positions of its answers. `shares`: of the same categories, together 1."""

    name: str
    places: Mapping[str, tuple[int, ...]]
    shares: Mapping[str, float]
    empty: tuple[str, ...]
    unanswered: int

    def fit(self, weights: list[float]) -> None:
        """Scale the weights so that every category has its share of those who said it; the sum stays the same."""
        sums = {key: fsum(weights[at] for at in found) for key, found in self.places.items()}
        whole = fsum(sums.values())
        for key, found in self.places.items():
            if sums[key]:
                factor = self.shares[key] * whole / sums[key]
                for at in found:
                    weights[at] *= factor

    def deviation(self, weights: Sequence[float]) -> float:
        """The largest distance between a weighted share and the share it should be."""
        sums = {key: fsum(weights[at] for at in found) for key, found in self.places.items()}
        whole = fsum(sums.values())
        return max((abs(sums[key] / whole - self.shares[key]) for key in sums), default=0.0)


def dimensions(
    answers: Sequence[Mapping[str, str | None]],
    population: Mapping[str, Mapping[str, float]],
    weights: Sequence[float],
) -> list[Dimension]:
    """The variables in the order given. Categories without answers are named, and the rest shares what is left."""
    if not population:
        raise StatisticsError("no_margins")
    return [_dimension(name, answers, margin, weights) for name, margin in population.items()]


def _dimension(
    name: str, answers: Sequence[Mapping[str, str | None]], margin: Mapping[str, float], weights: Sequence[float]
) -> Dimension:
    for count in margin.values():
        if finite(count, name) < 0:
            raise StatisticsError("negative_count")
    places: dict[str, list[int]] = {}
    unanswered = 0
    for at, answer in enumerate(answers):
        category = answer.get(name)
        if category is None:
            unanswered += 1
        elif not margin.get(category):
            raise StatisticsError("unknown_category", variable=name, category=category)
        elif weights[at]:
            places.setdefault(category, []).append(at)
    whole = fsum(margin[key] for key in places)
    if not whole:
        raise StatisticsError("empty_margin", variable=name)
    empty = tuple(key for key, count in margin.items() if count and key not in places)
    kept = {key: tuple(places[key]) for key in margin if key in places}
    return Dimension(name, kept, {key: margin[key] / whole for key in kept}, empty, unanswered)
