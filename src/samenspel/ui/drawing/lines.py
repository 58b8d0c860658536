"""Lines and dots over a scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from samenspel.ui.drawing.shapes import Line, Spot, coord
from samenspel.ui.figures import DotChart, LineChart, Point
from samenspel.ui.numbers import decimals, number

WIDTH, HEIGHT = 460, 290
LEFT, RIGHT, TOP, BOTTOM = 58, 26, 20, 42
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """A line with its marks."""

    style: str
    path: str
    spots: list[Spot]
    name: str


@dataclass(frozen=True, slots=True)
class DrawnLines:
    """A line chart."""

    series: list[DrawnSeries]
    ticks: list[Line]
    labels: list[Line]


def line_chart(chart: LineChart) -> DrawnLines:
    """Place every series on the same scale; a missing value breaks the line."""
    values = [point.value for series in chart.series for point in series.points if point.value is not None]
    low, high, step = scale(values)
    count = max((len(series.points) for series in chart.series), default=0)

    def spot(at: int, value: float) -> Spot:
        x = LEFT + (WIDTH - LEFT - RIGHT) * (at / (count - 1) if count > 1 else 0.5)
        return Spot(x, HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low))

    drawn = []
    for index, series in enumerate(chart.series[:4], start=1):
        known = [(at, spot(at, p.value)) for at, p in enumerate(series.points) if p.value is not None]
        drawn.append(DrawnSeries(f"s{index}", _path(known), [place for _at, place in known], str(series.name)))
    ticks = [Line(number(low + step * i, decimals([low, step])), coord(LEFT - 12), coord(spot(0, low + step * i).y))
             for i in range(round((high - low) / step) + 1)]  # fmt: skip
    every = max(1, -(-count // MOST_LABELS))
    points = chart.series[0].points if chart.series else ()
    labels = [Line(str(point.label), coord(spot(at, low).x), str(HEIGHT - 12))
              for at, point in enumerate(points) if at % every == 0]  # fmt: skip
    return DrawnLines(drawn, ticks, labels)


def _path(known: Sequence[tuple[int, Spot]]) -> str:
    moves = []
    before = -2
    for at, place in known:
        # A step of nothing makes a lonely point visible: the line has round ends.
        moves.append(f"L{place}" if at == before + 1 else f"M{place} h0")
        before = at
    return " ".join(moves)


def scale(values: Sequence[float]) -> tuple[float, float, float]:
    """Round limits around the values: low, high and the step between lines."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low >= 0 and low < high * 0.6:
        low = 0.0
    if high == low:
        high = low + (abs(low) * 0.2 or 1)
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * nice for nice in (1, 2, 2.5, 5, 10) if power * nice >= rough * 0.999)
    bottom = floor(low / step) * step
    top = bottom
    while top < high - step * 1e-9:
        top += step
    return bottom, top, step


@dataclass(frozen=True, slots=True)
class DrawnTrend:
    """A small line."""

    path: str
    end: Spot


def trend(points: Sequence[Point]) -> DrawnTrend:
    """A line of 112 by 36; only its shape is meant to be read."""
    known = [(at, point.value) for at, point in enumerate(points) if point.value is not None]
    low, high = min(value for _at, value in known), max(value for _at, value in known)
    width = max(len(points) - 1, 1)
    spots = [(at, Spot(6 + 100 * at / width, 30 - 24 * ((value - low) / (high - low) if high > low else 0.5)))
             for at, value in known]  # fmt: skip
    return DrawnTrend(_path(spots), spots[-1][1])


@dataclass(frozen=True, slots=True)
class DrawnDots:
    """One row of a dot chart."""

    marks: list[tuple[str, str]]
    margin: tuple[str, str] | None
    spread: tuple[str, str] | None


def dots(chart: DotChart, at: int) -> DrawnDots:
    """Marks of one row on the scale of the chart."""
    row = chart.rows[at]

    def x(value: float) -> str:
        share = (value - chart.low) / ((chart.high - chart.low) or 1)
        return coord(8 + 184 * min(max(share, 0), 1))

    marks = [(str(index), x(value)) for index, value in enumerate(row.values, start=1) if value is not None]
    first = row.values[0] if row.values else None
    margin = (x(first - row.margin), x(first + row.margin)) if first is not None and row.margin else None
    band = chart.spread[at] if at < len(chart.spread) else None
    return DrawnDots(marks[::-1], margin, (x(band[0]), x(band[1])) if band else None)
