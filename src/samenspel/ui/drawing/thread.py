"""The strip of the red thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_bidi

from samenspel.ui.drawing.shapes import coord
from samenspel.ui.figures import Step

STEP, MARGIN, HEIGHT = 132, 40, 37


@dataclass(frozen=True, slots=True)
class Knot:
    """One plate on the strip."""

    step: Step
    x: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Plates on a thread."""

    width: str
    knots: list[Knot]
    past: str
    future: str
    done: int


def strip(steps: Sequence[Step]) -> Strip:
    """Lay the steps out from left to right; what is still to come is dotted."""
    count = len(steps)
    places = [MARGIN + STEP * index for index in range(count)]
    if get_language_bidi():  # read from right to left
        places = [2 * MARGIN + STEP * max(count - 1, 7) - place for place in places]
    done = sum(1 for step in steps if not step.future)
    past: list[str] = []
    future: list[str] = []
    for index in range(1, count):
        lift = 3 if index % 2 else 71
        middle = (places[index - 1] + places[index]) / 2
        curve = f"M{places[index - 1]},{HEIGHT} Q{coord(middle)},{lift} {places[index]},{HEIGHT}"
        (future if steps[index].future else past).append(curve)
    knots = [Knot(step, str(place)) for step, place in zip(steps, places, strict=True)]
    return Strip(str(2 * MARGIN + STEP * max(count - 1, 7)), knots, " ".join(past), " ".join(future), done)
