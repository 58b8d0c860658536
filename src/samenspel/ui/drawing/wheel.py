"""The round table: plates on mats, the red thread, chairs around."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from django.utils.translation import gettext as _

from samenspel.ui.drawing.chairs import DrawnChair, chairs
from samenspel.ui.drawing.plates import DrawnPlate, drawn_plate
from samenspel.ui.drawing.shapes import Line, Spot, coord, on_circle, stacked, wrapped
from samenspel.ui.figures import Plate, Table

RING, RADIUS, INNER = 352.0, 84.0, 236.0
MAT_EXTRA = 0.266  # a little more air between two mats than between two plates
LETTER_27, LETTER_20 = 13.6, 10.6  # how wide a letter is at this size
WIDTHS = (11, 12, 13, 14)  # letters of a question on a line: the least that needs no ellipsis
NEAREST = 130.0  # a question never comes closer to the middle, where the round stands
BETWEEN_ROUNDS = Spot(0, -112)


@dataclass(frozen=True, slots=True)
class Mat:
    """The plates of one question on one mat."""

    question: str
    lines: list[Line]
    arc: str
    plates: list[DrawnPlate]


@dataclass(frozen=True, slots=True)
class Wheel:
    """Everything the template draws."""

    mats: list[Mat]
    chairs: list[DrawnChair]
    past: str
    future: str
    here: Spot
    here_lines: list[Line]
    here_anchor: str


def angles(plates: Sequence[Plate]) -> list[float]:
    """Where the plates lie: evenly, with the gap between last and first at the top."""
    if not plates:
        return []
    breaks = [a.question != b.question for a, b in pairwise(plates)]
    step = 360 / (len(plates) + MAT_EXTRA * (sum(breaks) + 1))
    found = [step * (1 + MAT_EXTRA) / 2]
    for new_mat in breaks:
        found.append(found[-1] + step * (1 + MAT_EXTRA if new_mat else 1))
    return found


def wheel(table: Table) -> Wheel:
    """Lay the table."""
    at = angles(table.plates)
    done = min(max(table.here, 0), len(at))
    knot = _knot(at, done)
    mats = _mats(table.plates, at, knot)
    spots = [on_circle(angle, RING) for angle in at]
    lines, anchor = _here_words(knot, [line for mat in mats for line in mat.lines], spots)
    return Wheel(mats, chairs(table), _past(at, done, knot), _future(at, done, knot), knot, lines, anchor)


def _mats(plates: Sequence[Plate], at: list[float], knot: Spot) -> list[Mat]:
    mats = []
    for question, group in groupby(zip(plates, at, strict=True), key=lambda pair: str(pair[0].question)):
        members = list(group)
        first, last = members[0][1], members[-1][1]
        start, end = on_circle(first, RING), on_circle(max(last, first + 0.02), RING)
        big = int(last - first > 180)
        lines = _question(question, (first + last) / 2, knot)
        drawn = [drawn_plate(plate, on_circle(angle, RING)) for plate, angle in members]
        mats.append(Mat(question, lines, f"M{start} A352,352 0 {big} 1 {end}", drawn))
    return mats


def _question(question: str, angle: float, knot: Spot) -> list[Line]:
    """The question of a mat, inside the plates; a wide one, or one beside the knot, stands closer to the middle."""
    rows = min((wrapped(question, wide, 3) for wide in WIDTHS), key=lambda rows: "".join(rows).count("…"))
    half = max((len(row) for row in rows), default=0) * LETTER_27 / 2
    aside = abs(on_circle(angle, 1).x)
    away = min(190.0, (RING - 112 - half) / aside if aside > 0.4 else 190.0)
    mark = _box(knot.x, knot.y + 7, 44, 44)
    while True:
        lines = stacked(rows, on_circle(angle, away), 29)
        boxes = [_box(float(line.x), float(line.y), len(line.text) * LETTER_27, 29) for line in lines]
        if away <= NEAREST or not any(_overlap(box, mark) for box in boxes):
            return lines
        away -= 10


def _knot(at: list[float], done: int) -> Spot:
    """Where we are: just past the last plate that was reached; between two rounds it lies in the middle."""
    if not 0 < done < len(at):
        return BETWEEN_ROUNDS
    return on_circle(at[done - 1] + (at[done] - at[done - 1]) * 0.41, INNER)


def _bend(one: float, other: float) -> str:
    """The thread swings inward between two plates."""
    return f"Q{on_circle((one + other) / 2, 258)} {on_circle(other, RING)}"


def _past(at: list[float], done: int, knot: Spot) -> str:
    if not done:
        return ""
    bends = [_bend(one, other) for one, other in pairwise(at[:done])]
    return " ".join([f"M{on_circle(at[0], RING)}", *bends, f"Q{on_circle(at[done - 1] + 6, 252)} {knot}"])


def _future(at: list[float], done: int, knot: Spot) -> str:
    ahead = at[done:]
    if not ahead:
        return ""
    bends = [_bend(one, other) for one, other in pairwise(ahead)]
    return " ".join([f"M{knot} Q{on_circle(ahead[0] - 8, 252)} {on_circle(ahead[0], RING)}", *bends])


def _here_words(knot: Spot, taken: Sequence[Line], plates: Sequence[Spot]) -> tuple[list[Line], str]:
    """ "Hier zijn we nu" beside the knot in one line or two, where nothing else stands."""
    words = str(_("Hier zijn we nu"))
    boxes = [_box(float(line.x), float(line.y), len(line.text) * LETTER_27, 29) for line in taken]
    boxes += [_box(0, 16, 150, 66)]
    boxes += [_box(spot.x, spot.y + 7, 1.8 * RADIUS, 1.8 * RADIUS) for spot in plates]
    best = min(
        (_crowded(knot, rows, option, boxes), len(rows), rows, option)
        for rows in (wrapped(words, 11, 2), [words])
        for option in _beside(23.0 * len(rows))
    )
    rows, (anchor, dx, dy) = best[2], best[3]
    spot = Spot(knot.x + dx, knot.y + dy)
    return [Line(row, spot.sx, coord(spot.y + 23 * index)) for index, row in enumerate(rows)], anchor


def _beside(high: float) -> list[tuple[str, float, float]]:
    """Places for the words: anchor and distance from the knot."""
    return [
        ("start", 25.0, -4.0), ("end", -25.0, -4.0), ("middle", 0.0, 40.0), ("middle", 0.0, -22 - high),
        ("end", -18.0, 38.0), ("start", 18.0, 38.0), ("end", -18.0, -14 - high), ("end", -14.0, 32.0),
    ]  # fmt: skip


def _crowded(
    knot: Spot, rows: list[str], option: tuple[str, float, float], boxes: list[tuple[float, float, float, float]]
) -> float:
    """How much the words would cover of what stands there already."""
    anchor, dx, dy = option
    wide, high = max(len(row) for row in rows) * LETTER_20, 23.0 * len(rows)
    x = knot.x + dx + {"start": wide / 2, "end": -wide / 2, "middle": 0.0}[anchor]
    mine = _box(x, knot.y + dy + 11 * (len(rows) - 1), wide, high)
    outside = max(abs(x) + wide / 2, abs(knot.y + dy)) > RING - RADIUS
    return sum(_overlap(mine, box) for box in boxes) + (1e6 if outside else 0)


def _box(x: float, y: float, wide: float, high: float) -> tuple[float, float, float, float]:
    """A box around a line of text; y is the foot of the letters."""
    return x - wide / 2, y - 7 - high / 2, x + wide / 2, y - 7 + high / 2


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
