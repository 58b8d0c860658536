"""Coordinates, angles and words that fit."""

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

SOFT = "\u00ad"


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


def wrapped(text: str, width: int, lines: int) -> list[str]:
    """Break into at most `lines` lines of about `width` letters; what does not fit ends in an ellipsis."""
    words = [piece for word in text.split() for piece in _pieces(word, width, lines)]
    needed = min(lines, max(1, _count(words, width)))
    # Even lines look calm: the narrowest width that needs no more lines.
    even = next((narrow for narrow in range(1, width) if _count(words, narrow) <= needed), width)
    rows = _filled(words, max(even, max((len(word) for word in words if len(word) <= width), default=1)))
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [row if len(row) <= width else f"{row[: width - 1].rstrip()}…" for row in rows]


def _pieces(word: str, width: int, lines: int) -> list[str]:
    """A word that is too long is broken once, where its maker said so or else before the end."""
    if len(word.replace(SOFT, "")) <= width or lines < 2:
        return [word.replace(SOFT, "")]
    head, _soft, tail = word.partition(SOFT)
    if not tail or len(head) >= width:
        bare = word.replace(SOFT, "")
        head, tail = bare[: width - 3], bare[width - 3 :]
    return [f"{head}-", tail.replace(SOFT, "")]


def _filled(words: Sequence[str], width: int) -> list[str]:
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + 1 + len(word) <= width and not rows[-1].endswith("-"):
            rows[-1] = f"{rows[-1]} {word}"
        else:
            rows.append(word)
    return rows


def _count(words: Sequence[str], width: int) -> int:
    return len(_filled(words, width))


def stacked(rows: Sequence[str], middle: Spot, step: float) -> list[Line]:
    """Lines of text, centred on a place."""
    top = middle.y - step * (len(rows) - 1) / 2
    return [Line(row, middle.sx, coord(top + step * index)) for index, row in enumerate(rows)]
