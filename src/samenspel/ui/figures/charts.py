"""Inputs of charts, shelves, compass and map. `None` as value means: there is no figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """Something with a price on the shelves."""

    name: Text
    cents: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pot:
    """A pot of money drawn at true scale over shelves."""

    total_cents: int
    items: Sequence[ShelfItem]
    room: int = 6
    shelves: int = 4
    rest_label: Text = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `shown` is how the value is written, if not plainly."""

    label: Text
    value: float | None
    shown: Text = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars beside each other, longest value fills the width."""

    title: Text
    bars: Sequence[Bar]
    unit: Text = ""
    room: int = 0
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a moment."""

    label: Text
    value: float | None
    shown: Text = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of points. All series of a chart share their labels."""

    name: Text
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Change over time, at most four series."""

    title: Text
    series: Sequence[Series]
    unit: Text = ""
    room: int = 0
    note: Text = ""


@dataclass(frozen=True, slots=True)
class DotRow:
    """A line with one mark per name. `margin` is drawn around the first mark."""

    label: Text
    values: Sequence[float | None]
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class DotChart:
    """Marks on a scale; each name has its own shape. `spread`: (lowest, highest) of others, per row."""

    title: Text
    names: Sequence[Text]
    rows: Sequence[DotRow]
    low: float
    high: float
    unit: Text = ""
    room: int = 0
    note: Text = ""
    spread: Sequence[tuple[float, float] | None] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """An area with its outline (GeoJSON Polygon or MultiPolygon in WGS84)."""

    name: Text
    geometry: Mapping[str, Any]
    value: float | None = None
    shown: Text = ""
    missing: Text = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A map of one figure. `limits` are the upper limits of the classes, at most four."""

    title: Text
    areas: Sequence[Area]
    limits: Sequence[float]
    unit: Text = ""
    room: int = 1
    neighbours: Sequence[Mapping[str, Any]] = ()
    note: Text = ""
