"""Columns on a line, and marks with their margin on a scale."""

from dataclasses import dataclass

from samenspel.ui.drawing.shapes import coord
from samenspel.ui.figures.marks import ColumnChart, MarkChart, MarkRow
from samenspel.ui.numbers import number

WIDTH, HEIGHT = 460.0, 250.0
SIDE, TOP, FOOT = 12.0, 34.0, 36.0
LEAST = 2.0  # a column of something is never nothing
SCALE = (12.0, 288.0)  # where a scale begins and ends in its cell


@dataclass(frozen=True, slots=True)
class DrawnColumn:
    """One column; `tall` is empty when there is nothing to draw."""

    style: str
    x: str
    y: str
    width: str
    height: str
    middle: str
    label: str
    shown: str
    shown_y: str


@dataclass(frozen=True, slots=True)
class DrawnColumns:
    """All columns, the line they stand on, and the place that is pointed out."""

    columns: list[DrawnColumn]
    foot: str
    at: str


def columns(chart: ColumnChart) -> DrawnColumns:
    """Columns of equal width, the highest fills the height; many labels are shown one in so many."""
    count = len(chart.bars)
    each = (WIDTH - 2 * SIDE) / max(count, 1)
    highest = max((bar.count for bar in chart.bars if bar.count), default=1.0)
    every = max(1, -(-count // 12))
    drawn = []
    for at, bar in enumerate(chart.bars):
        tall = (HEIGHT - TOP - FOOT) * max(bar.count or 0, 0) / highest
        tall = 22.0 if bar.count is None else max(tall, LEAST) if bar.count > 0 else 0.0
        x, y = SIDE + each * at, HEIGHT - FOOT - tall
        shown = "" if bar.count is None or every > 1 else str(bar.shown or number(bar.count))
        drawn.append(
            DrawnColumn(
                "hatched" if bar.count is None else "bar", coord(x + each * 0.1), coord(y), coord(each * 0.8),
                coord(tall), coord(x + each / 2), str(bar.label) if at % every == 0 else "", shown, coord(y - 7),
            )
        )  # fmt: skip
    at_x = "" if chart.at is None else coord(SIDE + each * (min(max(chart.at, 0.5), count + 0.5) - 0.5))
    return DrawnColumns(drawn, coord(HEIGHT - FOOT), at_x)


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mean with its margin on the scale of its chart; an empty text is not drawn."""

    at: str
    low: str
    high: str
    other: str
    ticks: list[str]


def mark(chart: MarkChart, row: MarkRow) -> DrawnMark:
    """One row."""

    def x(value: float | None) -> str:
        if value is None:
            return ""
        share = (value - chart.low) / ((chart.high - chart.low) or 1)
        return coord(SCALE[0] + (SCALE[1] - SCALE[0]) * min(max(share, 0), 1))

    steps = int(chart.high - chart.low)
    ticks = [x(chart.low + step) for step in range(steps + 1)] if 0 < steps <= 10 else []
    margin = (row.low, row.high) if row.mean is not None else (None, None)
    return DrawnMark(x(row.mean), x(margin[0]), x(margin[1]), x(row.other), ticks)
