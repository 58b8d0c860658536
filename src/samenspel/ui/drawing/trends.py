"""A line through the years: margins as a band, breaks as a gap with a mark, missing years as a gap."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from samenspel.ui.drawing.lines import scale
from samenspel.ui.drawing.shapes import Line, Spot, coord
from samenspel.ui.figures.trends import TrendLine, TrendPoint
from samenspel.ui.numbers import decimals, number

WIDTH, HEIGHT = 460, 290
LEFT, RIGHT, TOP, BOTTOM = 58, 26, 26, 42
MOST_LABELS = 5
SMALL = (112.0, 36.0)
Place = Callable[[int, float], Spot]


@dataclass(frozen=True, slots=True)
class DrawnTrendLine:
    """Paths and places. `breaks`, `codes`: (x, number) of a mark whose words stand below."""

    line: str
    city: str
    band: str
    spots: list[Spot]
    whiskers: str
    ticks: list[Line]
    labels: list[Line]
    breaks: list[tuple[str, str]]
    codes: list[tuple[str, str]]
    end: Spot | None = None


def moments(points: Sequence[TrendPoint]) -> list[float]:
    """Where each point stands between 0 and 1: years at their true distance, other words one after another."""
    labels = [str(point.label) for point in points]
    years = all(label.isdecimal() and len(label) == 4 for label in labels)
    at = [float(label) for label in labels] if years else [float(n) for n in range(len(labels))]
    if len(at) < 2 or at[-1] <= at[0] or any(b <= a for a, b in pairwise(at)):
        at = [float(n) for n in range(len(labels))]
    wide = (at[-1] - at[0]) if len(at) > 1 else 0
    return [(one - at[0]) / wide if wide else 0.5 for one in at]


def stretches(points: Sequence[TrendPoint]) -> list[list[int]]:
    """The points that may be drawn as one line: cut at a break, and where a value is missing."""
    part, parts = 0, []
    for at, point in enumerate(points):
        part += bool(point.broken) or point.value is None
        if point.value is not None:
            parts.append((part, at))
        else:
            part += 1
    return [[at for _part, at in group] for _key, group in groupby(parts, key=lambda pair: pair[0])]


def trend_line(trend: TrendLine) -> DrawnTrendLine:
    """The large drawing."""
    points, at = trend.points, moments(trend.points)
    every = [v for p in points for v in (p.value, p.low, p.high, p.city) if v is not None]
    low, high, step = scale(every)

    def place(index: int, value: float) -> Spot:
        x = LEFT + (WIDTH - LEFT - RIGHT) * at[index]
        return Spot(x, HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low))

    rows = round((high - low) / step) + 1
    places = decimals([low, step])
    ticks = [Line(number(low + step * row, places), coord(LEFT - 12), place(0, low + step * row).sy)
             for row in range(rows)] if points else []  # fmt: skip
    return DrawnTrendLine(
        *_paths(points, place), ticks, _labels(points, place, low), *_marks(points, at, LEFT, WIDTH - LEFT - RIGHT)
    )


def small_trend(trend: TrendLine) -> DrawnTrendLine:
    """The same for in a cell: only its shape is meant to be read."""
    points, at = trend.points, moments(trend.points)
    every = [v for p in points for v in (p.value, p.city) if v is not None]
    low, high = min(every), max(every)

    def place(index: int, value: float) -> Spot:
        return Spot(6 + 100 * at[index], 30 - 24 * ((value - low) / (high - low) if high > low else 0.5))

    line, city, _band, spots, _whiskers = _paths(points, place)
    breaks, codes = _marks(points, at, 6, 100)
    return DrawnTrendLine(line, city, "", spots, "", [], [], breaks, codes, spots[-1] if spots else None)


def _paths(points: Sequence[TrendPoint], place: Place) -> tuple[str, str, str, list[Spot], str]:
    parts = stretches(points)
    line = "".join(_line([place(i, points[i].value or 0.0) for i in part]) for part in parts)
    beside = [TrendPoint(point.label, point.city) for point in points]
    city = "".join(_line([place(i, points[i].city or 0.0) for i in part]) for part in stretches(beside))
    spots = [place(i, point.value) for i, point in enumerate(points) if point.value is not None]
    return line, city, "".join(_band(points, part, place) for part in parts), spots, "".join(_whiskers(points, place))


def _line(spots: Sequence[Spot]) -> str:
    """A step of nothing makes a lonely point visible: the line has round ends."""
    return "M" + "L".join(map(str, spots)) + ("h0" if len(spots) == 1 else "")


def _band(points: Sequence[TrendPoint], part: Sequence[int], place: Place) -> str:
    ends = [(i, points[i].low, points[i].high) for i in part]
    known = [(i, low, high) for i, low, high in ends if low is not None and high is not None]
    if len(known) < 2 or len(known) != len(ends):
        return ""
    around = [*(place(i, high) for i, _low, high in known), *(place(i, low) for i, low, _high in reversed(known))]
    return "M" + "L".join(map(str, around)) + "Z"


def _whiskers(points: Sequence[TrendPoint], place: Place) -> Iterator[str]:
    """The margin of each point; also read where there is no band, as with one measurement."""
    for i, point in enumerate(points):
        if point.value is not None and point.low is not None and point.high is not None:
            top, foot = place(i, point.high), place(i, point.low)
            ends = f"M{coord(top.x - 5)},{top.sy}h10M{coord(foot.x - 5)},{foot.sy}h10"
            yield f"M{top}V{foot.sy}{ends}"


def _labels(points: Sequence[TrendPoint], place: Place, low: float) -> list[Line]:
    """First and last always, others where there is room."""
    lines: list[Line] = []
    room = (WIDTH - LEFT - RIGHT) / MOST_LABELS
    last = place(len(points) - 1, low).x if points else 0.0
    for i, point in enumerate(points):
        x = place(i, low).x
        fits = not lines or x - float(lines[-1].x) >= room * 0.8
        if i == len(points) - 1 or (fits and last - x >= room * 0.8) or i == 0:
            lines.append(Line(str(point.label), coord(x), str(HEIGHT - 12)))
    return lines


def _marks(points: Sequence[TrendPoint], at: Sequence[float], left: float, width: float) -> tuple[
    list[tuple[str, str]], list[tuple[str, str]]
]:  # fmt: skip
    """Breaks lie between two points; a new code is marked at the point itself."""
    breaks, codes, count = [], [], 0
    for i, point in enumerate(points):
        if point.broken:
            count += 1
            breaks.append((coord(left + width * (at[i] + at[i - 1]) / 2 if i else left), str(count)))
        if point.recoded:
            count += 1
            codes.append((coord(left + width * at[i]), str(count)))
    return breaks, codes


def remarks(points: Sequence[TrendPoint]) -> list[tuple[str, str, str, str]]:
    """(number, kind, label, words) of every mark, numbered as in the drawing."""
    found: list[tuple[str, str, str, str]] = []
    for point in points:
        for kind, words in (("break", point.broken), ("code", point.recoded)):
            if words:
                found.append((str(len(found) + 1), kind, str(point.label), str(words)))
    return found
