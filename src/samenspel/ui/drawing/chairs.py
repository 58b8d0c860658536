"""The chairs around the round table, with the names beside them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.ui.drawing.shapes import Line, Spot, coord, on_circle, wrapped
from samenspel.ui.figures import Chair, Table

CHAIR_RING, FREE_RING = 460.0, 494.0
MOST_CHAIRS = 8
EDGE, TOP, BOTTOM = 714.0, -524.0, 566.0  # where words may stand in the drawing
LETTER = 11.2  # how wide a bold letter can be
NAMES = ((3, 14), (4, 14), (4, 17), (5, 17))  # lines and letters of a name: the first that needs no ellipsis


@dataclass(frozen=True, slots=True)
class DrawnChair:
    """A chair and its label."""

    name: str
    url: str
    spot: Spot
    angle: str
    labels: list[Line]
    anchor: str
    free: bool = False


def chairs(table: Table) -> list[DrawnChair]:
    """Everybody who sits, how many more there are, and one free chair at the lower left."""
    seats: list[tuple[Chair, bool]] = [(chair, False) for chair in table.chairs[:MOST_CHAIRS]]
    others = table.others + max(0, len(table.chairs) - MOST_CHAIRS)
    if others:
        seats.append((Chair(_("en nog %(number)d anderen") % {"number": others}, table.others_url), False))
    step = 360 / (len(seats) + 1)
    free_index = min(range(len(seats) + 1), key=lambda i: abs(step * (i + 0.5) - 202))
    seats.insert(free_index, (Chair(_("Hier is plaats"), table.join_url), True))
    return [_chair(chair, step * (index + 0.5), free) for index, (chair, free) in enumerate(seats)]


def _chair(chair: Chair, angle: float, free: bool) -> DrawnChair:
    spot = on_circle(angle, FREE_RING if free else CHAIR_RING)
    right = spot.x >= 0
    x = spot.x + (76 if right else -76)
    rows = _name(str(chair.name), EDGE - abs(x)) + ([_("Schuif aan")] if free else [])
    y = min(max(spot.y * 1.165 + 7 - 12 * (len(rows) - 1), TOP), BOTTOM - 24 * (len(rows) - 1))
    left = coord(_inside(x, rows))
    labels = [Line(row, left, coord(y + 24 * index)) for index, row in enumerate(rows)]
    return DrawnChair(str(chair.name), chair.url, spot, coord(angle), labels, "start" if right else "end", free)


def _name(name: str, room: float) -> list[str]:
    """A name in as few lines as fit between the chair and the edge of the drawing."""
    most = max(int(room / LETTER), 9)
    return min(
        (wrapped(name, min(wide, most), lines) for lines, wide in NAMES), key=lambda rows: "".join(rows).count("…")
    )


def _inside(x: float, rows: list[str]) -> float:
    """Where words begin, so that the longest line stays within the drawing."""
    most = EDGE - max((len(row) for row in rows), default=0) * LETTER
    return max(min(x, most), -most)
