"""Numbers that come from outside are looked at once, where they come in."""

from collections.abc import Iterable
from math import isfinite

from samenspel_methods.statistics.errors import StatisticsError


def finite(value: float, what: str) -> float:
    """The number itself; refused when it is no number (NaN) or has no end. `what` names it for people."""
    if not isfinite(value):
        raise StatisticsError("not_finite", what=what)
    return value


def known(values: Iterable[float | None], what: str = "values") -> list[float]:
    """The values that are there, each of them a number."""
    return [finite(value, what) for value in values if value is not None]
