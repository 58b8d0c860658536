"""The table for on paper. A PDF knows no style sheet inside a drawing, so colours are written out, from the tokens."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

from samenspel.ui.drawing.shapes import Spot
from samenspel.ui.drawing.wheel import wheel
from samenspel.ui.figures import Chair, Plate, Table

TOKEN = re.compile(r"--(?P<name>[a-z0-9-]+):\s*(?P<value>#[0-9a-fA-F]{3,8})\s*;")
SEATS = 7  # and one free
AWAY = 1.1  # a poster is seen from afar: chairs are bigger, and stand further from the table
QUESTIONS = ((1, 2), (3,), (4, 5), (6, 7, 8, 9, 10), (11,))  # which plates lie on one mat


@lru_cache
def _tokens() -> dict[str, str]:
    """The colours of the theme: the first value of each name, that of a plain screen."""
    found: dict[str, str] = {}
    for line in TOKEN.finditer(Path(str(finders.find("ui/tokens.css"))).read_text(encoding="utf-8")):
        found.setdefault(line["name"], line["value"])
    return found


def colour(name: str) -> str:
    """A colour of the theme, as a drawing in a PDF needs it."""
    return _tokens().get(name, "#000")


@dataclass(frozen=True, slots=True)
class PosterTable:
    """Chairs, mats and plates with their colours."""

    mats: list[str]
    plates: list[tuple[str, str, str]]
    chairs: list[tuple[Spot, str, bool]]


@lru_cache
def poster_table() -> PosterTable:
    """The table as it stands on every poster: no names, one chair free."""
    plates = [Plate(n, "", question=str(mat)) for mat, group in enumerate(QUESTIONS) for n in group]
    drawn = wheel(Table("", plates, chairs=(Chair(""),) * SEATS))
    laid = [p for mat in drawn.mats for p in mat.plates]
    return PosterTable(
        [mat.arc for mat in drawn.mats],
        [(p.spot.sx, p.spot.sy, colour(f"room-{p.plate.number}-fill")) for p in laid],
        [(Spot(c.spot.x * AWAY, c.spot.y * AWAY), c.angle, c.free) for c in drawn.chairs],
    )
