"""Inputs of the components of a page. Texts may be lazy translations."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class Room:
    """Where a page belongs: colour, number and name, always together."""

    number: int
    name: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way to this page."""

    label: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class ActionCard:
    """Something a person can do now; `label` is the verb on the button."""

    title: Text
    text: Text
    label: Text
    url: str
    room: int = 0
    picture: str = "talk"


@dataclass(frozen=True, slots=True)
class Row:
    """A decision, a step, a promise: what, when, and why."""

    title: Text
    url: str = ""
    kicker: Text = ""
    when: Text = ""
    text: Text = ""
    reason: Text = ""
    room: int = 0
    state: str = ""
    state_label: Text = ""
    code: str = ""
    who: Text = ""
    note: Text = ""
    actions: Sequence[tuple[Text, str]] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers line up at the end."""

    label: Text
    number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than words. `part` (0..1) draws a bar, `svg` holds a drawing made by this app.

    `number` stands on a small plate in the colour of the table.
    """

    text: Text
    url: str = ""
    sub: Text = ""
    room: int = 0
    state: str = ""
    part: float | None = None
    svg: str = ""
    number: int = 0
    spare: bool = False  # left out on a phone, where it would only be one more line

    @property
    def blank(self) -> bool:
        """Nothing to show: on a phone the whole line goes."""
        bare = not (self.text or self.sub or self.state or self.svg or self.number) and self.part is None
        return bare or self.spare


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table that stacks on a phone, `dense` in few lines. The first cell of a row is its header."""

    caption: Text
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell | Text]]
    note: Text = ""
    room: int = 0
    hide_caption: bool = False
    dense: bool = False


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A small first step on an empty page."""

    title: Text
    text: Text = ""
    label: Text = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A slip with a big code. `words` is the form that can be said aloud."""

    code: str
    title: Text = ""
    words: str = ""
    lines: Sequence[Text] = ()
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person with a chair."""

    name: Text
    role: Text = ""
    url: str = ""
    free: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A party at the table, on the same chair as every other party."""

    name: Text
    url: str = ""
    about: Text = ""
    promises: Text = ""
    free: bool = False
