"""The plain distance to the city, in points and in per cent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deviation:
    """`points`: value - reference. `percent`: the same as a part of the reference; None when that is zero."""

    points: float
    percent: float | None


def deviation(value: float, reference: float) -> Deviation:
    """How far a value is from the reference. For shares, speak of points, never of per cent."""
    points = value - reference
    return Deviation(points, 100 * points / abs(reference) if reference else None)
