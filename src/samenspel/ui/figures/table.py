"""Inputs of the table with plates and of the red thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class Plate:
    """What lies on the table: one telling value with its unit. `state` is one of ui.marks.MARKS."""

    number: int
    name: Text
    value: Text = ""
    unit: Text = ""
    state: str = "later"
    url: str = ""
    question: Text = ""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who sits at the table."""

    name: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table. `here` is the number of the plate where the round is; 0 means before the first."""

    place: Text
    plates: Sequence[Plate]
    chairs: Sequence[Chair] = ()
    here: int = 0
    round_name: Text = ""
    period: Text = ""
    others: int = 0
    others_url: str = ""
    join_url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the red thread. `reason`: why the next step followed. `gap`: why it stood still after this."""

    number: int
    room: Text
    when: Text
    title: Text
    text: Text = ""
    reason: Text = ""
    who: Text = ""
    url: str = ""
    code: str = ""
    future: bool = False
    gap: Text = ""
    state: str = ""
    state_label: Text = ""
    figure: Text = ""
    quote: Text = ""
    link_label: Text = ""
    branch: bool = False
    year: Text = ""
    day: Text = ""
