"""The same table for a phone: five questions as heads, plates below, the thread at the side."""

from dataclasses import dataclass
from itertools import groupby

from samenspel.ui.figures import Plate, Table

NBSP = "\u00a0"
LONG_VALUE, LONGER_VALUE = 4, 9


@dataclass(frozen=True, slots=True)
class Item:
    """A plate in the list."""

    plate: Plate
    ahead: bool
    last: bool
    here_after: bool
    value: str
    size: str


@dataclass(frozen=True, slots=True)
class LongMat:
    """The plates of one question."""

    question: str
    start: int
    ahead: bool
    items: list[Item]


def long_table(table: Table) -> list[LongMat]:
    """The plates in the order of the round."""
    items = [
        Item(
            plate=plate,
            ahead=position > table.here,
            last=position == len(table.plates),
            here_after=position == table.here,
            value=str(plate.value).replace(NBSP, " "),
            size=_size(str(plate.value)),
        )
        for position, plate in enumerate(table.plates, start=1)
    ]
    mats = []
    for question, group in groupby(items, key=lambda item: str(item.plate.question)):
        members = list(group)
        mats.append(LongMat(question, members[0].plate.number, members[0].ahead, members))
    return mats


def _size(value: str) -> str:
    """A long number is written smaller, so that it stays on its plate."""
    return "longer" if len(value) > LONGER_VALUE else "long" if len(value) > LONG_VALUE else ""
