"""Inputs of pictures of a survey: means with margins, how marks and weights are spread."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class MarkRow:
    """The mean of one question with its margin, of how many people; `other`: an earlier wave or another area.

    Without `mean`, `missing` says why ("te weinig antwoorden").
    """

    name: Text
    mean: float | None
    low: float | None = None
    high: float | None = None
    people: int | None = None
    other: float | None = None
    missing: Text = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class MarkChart:
    """Means on one scale, 1 to 10 unless said otherwise."""

    title: Text
    rows: Sequence[MarkRow]
    other: Text = ""
    low: float = 1
    high: float = 10
    places: int = 1
    room: int = 1
    note: Text = ""


@dataclass(frozen=True, slots=True)
class ColumnBar:
    """One column. `count` None: too few to show, hatched; `missing` says why. `shown`: how it is written."""

    label: Text
    count: float | None
    shown: Text = ""
    missing: Text = ""


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Columns side by side: how often each mark was given, how weights are spread.

    `at`: a place on the axis to point out (1.0 = middle of the first column), `at_label` its words.
    """

    title: Text
    bars: Sequence[ColumnBar]
    axis: Text = ""
    unit: Text = ""
    at: float | None = None
    at_label: Text = ""
    room: int = 1
    note: Text = ""
