"""The same table for a phone: five questions as heads, plates below, the thread at the side."""

from dataclasses import dataclass
from itertools import groupby

from samenspel.ui.figures import Plate, Table

LONG_VALUE = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A plate in the list."""

    plate: Plate
    ahead: bool
    last: bool
    here_after: bool
    long: bool


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
            long=len(str(plate.value)) > LONG_VALUE,
        )
        for position, plate in enumerate(table.plates, start=1)
    ]
    mats = []
    for question, group in groupby(items, key=lambda item: str(item.plate.question)):
        members = list(group)
        mats.append(LongMat(question, members[0].plate.number, members[0].ahead, members))
    return mats
