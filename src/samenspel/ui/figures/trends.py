"""Inputs of a line through the years: with margins, breaks, other codes, and gaps."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A value in a year (or another moment). Without a value `shown` may say why ("geheim").

    `low`, `high`: the margin. `city`: the same figure of the whole. `broken`: why it cannot be compared with what
    came before ("andere telling"). `recoded`: the area got another code before this ("andere grens, andere code").
    """

    label: Text
    value: float | None
    shown: Text = ""
    low: float | None = None
    high: float | None = None
    city: float | None = None
    city_shown: Text = ""
    broken: Text = ""
    recoded: Text = ""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One figure through the years, the whole beside it."""

    title: Text
    points: Sequence[TrendPoint]
    here: Text = ""
    city: Text = ""
    unit: Text = ""
    room: int = 1
    note: Text = ""
    places: int | None = None
