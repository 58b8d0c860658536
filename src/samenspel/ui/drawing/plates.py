"""One plate with its words, fitted inside the circle."""

from dataclasses import dataclass

from samenspel.ui.drawing.shapes import Line, Spot, coord, wrapped
from samenspel.ui.figures import Plate
from samenspel.ui.marks import mark

NAME_WIDTH, UNIT_WIDTH = 14, 15
LETTER = 9.4
SIZES = ((4, 37), (6, 31), (9, 26), (12, 20))


@dataclass(frozen=True, slots=True)
class DrawnPlate:
    """A plate on the round table."""

    plate: Plate
    spot: Spot
    names: list[Line]
    value_y: str
    value_size: str
    beside: str
    below: str
    mark: str
    word: str
    mark_x: str
    word_x: str
    later: bool


def drawn_plate(plate: Plate, spot: Spot) -> DrawnPlate:
    """Fit name, value, unit and state."""
    names = wrapped(str(plate.name), NAME_WIDTH, 2)
    beside, below = _unit(str(plate.value), str(plate.unit), len(names) > 1)
    state = mark(plate.state)
    half = len(str(state.word)) * LETTER / 2 + 8
    return DrawnPlate(
        plate=plate,
        spot=spot,
        names=[Line(name, "0", coord(-26 + 19 * i if len(names) > 1 else -23)) for i, name in enumerate(names)],
        value_y="29" if len(names) > 1 else "12",
        value_size=str(min(value_size(str(plate.value)), 33) if len(names) > 1 else value_size(str(plate.value))),
        beside=beside,
        below=below,
        mark=state.key,
        word=str(state.word),
        mark_x=coord(-half),
        word_x=coord(-half + 15),
        later=plate.state == "later",
    )


def value_size(value: str) -> int:
    """The longer the value, the smaller it is written."""
    return next((size for letters, size in SIZES if len(value) <= letters), 16)


def _unit(value: str, unit: str, two_names: bool) -> tuple[str, str]:
    """A short value has room beside it: "7 plannen" and then "in uitvoering"."""
    first, _, rest = unit.partition(" ")
    fits = len(value) * 2 + len(first) <= 12
    if two_names:
        return (first, "") if fits else ("", "")
    if len(unit) <= UNIT_WIDTH:
        return "", unit
    if fits and rest:
        return first, wrapped(rest, UNIT_WIDTH, 1)[0]
    return "", wrapped(unit, UNIT_WIDTH, 1)[0]
