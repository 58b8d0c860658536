"""A survey held again: is it another mark, or the same within the margins?"""

from dataclasses import dataclass
from math import hypot
from typing import Literal

from samenspel_methods.statistics.explain import Said, said
from samenspel_methods.statistics.survey.marks import Mark
from samenspel_methods.statistics.survey.shares import Share

Word = Literal["up", "down", "unclear", "unknown"]


@dataclass(frozen=True, slots=True)
class Change:
    """`difference`: later minus earlier, of shares in parts of 1. `low`, `high`: its 95% interval.

    `word`: `up` or `down` when zero lies outside the interval, `unclear` when it lies inside, `unknown` when one of
    the waves has too few answers.
    """

    word: Word
    difference: float | None
    low: float | None
    high: float | None
    said: Said


NOTHING = Change("unknown", None, None, None, said("wave_unknown"))


def change_of_mark(before: Mark, after: Mark) -> Change:
    """The difference of two mean marks of independent samples: margin = root of the sum of the squared margins."""
    if before.mean is None or after.mean is None or before.margin is None or after.margin is None:
        return NOTHING
    difference, margin = after.mean - before.mean, hypot(before.margin, after.margin)
    return _change(difference, difference - margin, difference + margin)


def change_of_share(before: Share, after: Share) -> Change:
    """The difference of two shares of independent samples, after Newcombe (1998): from both intervals of Wilson."""
    values = (before.share, before.low, before.high, after.share, after.low, after.high)
    p1, l1, u1, p2, l2, u2 = (value if value is not None else -1.0 for value in values)
    if -1.0 in (p1, p2):
        return NOTHING
    difference = p2 - p1
    return _change(difference, difference - hypot(p2 - l2, u1 - p1), difference + hypot(u2 - p2, p1 - l1))


def _change(difference: float, low: float, high: float) -> Change:
    word: Word = "up" if low > 0 else "down" if high < 0 else "unclear"
    return Change(word, difference, low, high, said(f"wave_{word}"))
