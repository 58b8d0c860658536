"""Up, down, or about the same: a word is only given when the difference is larger than what cannot be known."""

from dataclasses import dataclass
from fractions import Fraction
from math import hypot
from typing import Literal

from samenspel_methods.statistics.explain import Said, said
from samenspel_methods.statistics.trend.series import Point, Series

Word = Literal["up", "down", "same", "unknown"]


@dataclass(frozen=True, slots=True)
class Trend:
    """`change`: last minus first, in the unit of the figure (for a share: points). `doubt`: how much of it can be
    chance or rounding."""

    word: Word
    change: Fraction | None
    doubt: Fraction | None
    said: Said


def between(first: Point, last: Point) -> Trend:
    """The word for two points: `up` or `down` when the change is larger than the doubt.

    Doubt = root of the sum of the squared margins (independent samples; a point without one counts as 0) + half of
    both roundings. A figure without margin and rounding is taken as exact: then any change is a change.
    """
    if first.value is None or last.value is None:
        return Trend("unknown", None, None, said("trend_unknown"))
    change = Fraction(last.value) - Fraction(first.value)
    doubt = Fraction(hypot(float(first.margin or 0), float(last.margin or 0)))
    if not (first.margin and last.margin):
        doubt = Fraction(first.margin or last.margin or 0)  # exact, no floats
    doubt += (Fraction(first.rounding or 0) + Fraction(last.rounding or 0)) / 2
    word: Word = "same" if abs(change) <= doubt else "up" if change > 0 else "down"
    statement = said(f"trend_{word}", first=first.period, last=last.period)
    return Trend(word, change, doubt, statement)


def trend(line: Series) -> Trend:
    """The word for the newest stretch: its first against its last value. Never across a break.

    The newest stretch with one value, or none, has no trend, also when an older stretch has.
    """
    known = [point for point in line.stretches[-1] if point.value is not None] if line.stretches else []
    if len(known) < 2:
        return Trend("unknown", None, None, said("trend_too_short"))
    return between(known[0], known[-1])
