"""Points over the years, with what happened to the figure in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said

Number = int | Decimal | Fraction


class Flag(StrEnum):
    """What is special about a point. `BREAK` and `MODEL_CHANGE` end the line before it: the sides do not compare."""

    CODE_CHANGE = "code_change"  # the area had another code before this point
    BREAK = "break"  # from here on the source means or counts something else
    COMBINED = "combined"  # made from several areas
    ESTIMATED = "estimated"  # an area lay only partly in it
    MODELLED = "modelled"  # estimated by a model, not counted or asked
    MODEL_CHANGE = "model_change"  # from here on another model


BREAKS = frozenset({Flag.BREAK, Flag.MODEL_CHANGE})


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in a period. `margin`: half its 95% interval. `rounding`: the step the source rounds to (5, 0.1); for a
    sum of so many rounded parts, so many times that. All in the unit of the value, exact."""

    period: str
    value: Number | None
    margin: Number | None = None
    rounding: Number | None = None
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class Series:
    """All points, oldest first, and the stretches that may be drawn as one line (points without a value are gaps)."""

    points: tuple[Point, ...]
    stretches: tuple[tuple[Point, ...], ...]

    @property
    def said(self) -> tuple[Said, ...]:
        """What to print under the line: each kind of flag once, with its periods."""
        found = []
        for flag in Flag:
            periods = tuple(point.period for point in self.points if flag in point.flags)
            if periods:
                found.append(said(f"flag_{flag}", periods=periods))
        gaps = tuple(point.period for point in self.points if point.value is None)
        return (*found, said("gaps", periods=gaps)) if gaps else tuple(found)


def series(points: Iterable[Point]) -> Series:
    """The points in order of period ("2020" < "2021"), cut at breaks. Refused: `double_period`, `negative_margin`."""
    every = sorted(points, key=lambda point: point.period)
    for before, after in pairwise(every):
        if before.period == after.period:
            raise StatisticsError("double_period", period=after.period)
    stretches: list[list[Point]] = [[]]
    for point in every:
        if (point.margin or 0) < 0 or (point.rounding or 0) < 0:
            raise StatisticsError("negative_margin", indicator=point.period)
        if point.flags & BREAKS and stretches[-1]:
            stretches.append([])
        stretches[-1].append(point)
    return Series(tuple(every), tuple(tuple(stretch) for stretch in stretches if stretch))
