"""One figure for several areas. Counts add up; a share or a mean needs the right weight."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel_methods.statistics.errors import StatisticsError


@dataclass(frozen=True, slots=True)
class Combined:
    """The figure, and the part of all weight that had a value (1 = nothing was missing)."""

    value: float
    coverage: float


def weighted_mean(values: Sequence[float | None], weights: Sequence[int]) -> Combined | None:
    """A share or mean over areas. Weigh by what the share is *of*: people, households or dwellings.

    Missing values are left out and lower the coverage; None when nothing is left.
    """
    if len(values) != len(weights):
        raise StatisticsError("weights_differ", values=len(values), weights=len(weights))
    if any(weight < 0 for weight in weights):
        raise StatisticsError("negative_weight")
    known = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    covered = sum(weight for _, weight in known)
    if not covered:
        return None
    return Combined(sum(value * weight for value, weight in known) / covered, covered / sum(weights))


def total(values: Sequence[int | None]) -> int | None:
    """The sum of counts; None as soon as one is missing, because a part is not the whole."""
    known = [value for value in values if value is not None]
    return sum(known) if values and len(known) == len(values) else None
