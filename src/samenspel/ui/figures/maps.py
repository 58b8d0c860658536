"""Inputs of the map with ready outlines: many areas, drawn fast, and the same map over the years."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from samenspel.ui.figures.base import Text

Box = tuple[float, float, float, float]  # x, y, width, height
MISSING, SECRET, NOT_YET = "missing", "secret", "not_yet"


class MapShape(NamedTuple):
    """An outline in the coordinates of its view box: SVG path data and the place where words fit best.

    `air` is how far the nearest edge is from that place; `box` is what the outline covers (0 = not known).
    """

    name: str
    path: str
    x: float
    y: float
    air: float = 0.0
    box: Box = (0, 0, 0, 0)


class MapValue(NamedTuple):
    """What an area has: a value, or None and why (`missing`, `secret`, `not_yet`). `shown` is how it is written."""

    value: float | None
    shown: str = ""
    why: str = MISSING


@dataclass(frozen=True, slots=True)
class Outlines:
    """Ready shapes in one view box; make them once with `drawing.outlines.fit` and keep them."""

    shapes: Mapping[str, MapShape]
    box: Box


@dataclass(frozen=True, slots=True)
class ShapeMap:
    """A map of one figure. `limits` are the lower limits of the second and higher classes, at most four.

    `own`: the areas this is about, outlined. `url`: from code to address. `view`: the part to show (see `near`).
    `around`: path data of what lies outside. `mean`: (name, value as written) of the whole, said in the legend.
    """

    title: Text
    outlines: Outlines
    values: Mapping[str, MapValue]
    limits: Sequence[float]
    own: Sequence[str] = ()
    url: Callable[[str], str] | None = None
    unit: Text = ""
    places: int | None = None
    view: Box | None = None
    around: Sequence[str] = ()
    mean: tuple[Text, Text] | None = None
    room: int = 1
    note: Text = ""
    key: str = "map"  # another one for each map on a page


@dataclass(frozen=True, slots=True)
class MapYear:
    """The values of one year; `note` says what is different about it."""

    label: Text
    values: Mapping[str, MapValue]
    url: str = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class MapYears:
    """Small maps of several years with the same classes."""

    title: Text
    outlines: Outlines
    years: Sequence[MapYear]
    limits: Sequence[float]
    own: Sequence[str] = ()
    unit: Text = ""
    places: int | None = None
    view: Box | None = None
    room: int = 1
    note: Text = ""
    key: str = "years"
    whole: Mapping[str, Text] = field(default_factory=dict)  # year -> value of the whole, as written
    whole_name: Text = ""
