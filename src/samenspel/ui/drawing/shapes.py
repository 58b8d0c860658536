"""Coordinates, angles and words that fit."""

from collections.abc import Sequence
from math import cos, hypot, radians, sin
from typing import NamedTuple


class Spot(NamedTuple):
    """A place in a drawing, written with a point whatever the language of the page."""

    x: float
    y: float

    @property
    def sx(self) -> str:
        return coord(self.x)

    @property
    def sy(self) -> str:
        return coord(self.y)

    def __str__(self) -> str:
        return f"{self.sx},{self.sy}"


class Line(NamedTuple):
    """A line of text and where it stands."""

    text: str
    x: str
    y: str


def coord(value: float) -> str:
    """One decimal is enough for a screen."""
    text = f"{value:.1f}"
    if text.endswith(".0"):
        text = text[:-2]
    return "0" if text == "-0" else text


def on_circle(angle: float, radius: float) -> Spot:
    """Clock angle in degrees (0 is up, going right) to a place."""
    return Spot(radius * sin(radians(angle)), -radius * cos(radians(angle)))


def away(spot: Spot, other: Spot) -> float:
    """Distance between two places."""
    return hypot(spot.x - other.x, spot.y - other.y)


def wrapped(text: str, width: int, lines: int) -> list[str]:
    """Break into at most `lines` lines of about `width` letters; what does not fit ends in an ellipsis."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] = f"{rows[-1]} {word}"
        else:
            rows.append(word)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [row if len(row) <= width else f"{row[: width - 1].rstrip()}…" for row in rows]


def stacked(rows: Sequence[str], middle: Spot, step: float) -> list[Line]:
    """Lines of text, centred on a place."""
    top = middle.y - step * (len(rows) - 1) / 2
    return [Line(row, middle.sx, coord(top + step * index)) for index, row in enumerate(rows)]
