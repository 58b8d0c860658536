"""The table, the chairs and the red thread."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from samenspel.ui.drawing.long_table import long_table
from samenspel.ui.drawing.shapes import on_circle
from samenspel.ui.drawing.thread import strip
from samenspel.ui.drawing.wheel import wheel
from samenspel.ui.figures import Cell, Column, DataTable, Step, Table
from samenspel.ui.figures.base import Text
from samenspel.ui.marks import MARKS
from samenspel.ui.tags.components import data_table
from samenspel.ui.tags.library import figure, part, register

CHAIR_ANGLES = tuple(22.5 + 45 * index for index in range(8))
PLATE_ANGLES = (18.5, 47.7, 84.6, 121.6, 150.8, 187.8, 216.9, 246.1, 275.3, 304.6, 341.5)
FREE_CHAIR = 4


@register.simple_tag
def table_of_plates(table: Table) -> SafeString:
    """The table of a neighbourhood: round on a wide screen, long on a phone and on paper."""
    return figure("table_of_plates", table=table, wheel=wheel(table), long=long_table(table))


@register.simple_tag
def state_legend() -> SafeString:
    """What the marks mean."""
    return figure("state_legend", marks=[mark for mark in MARKS.values() if mark.legend])


@register.simple_tag
def mini_table(number: int, name: Text = "") -> SafeString:
    """The small table; the plate where you are is filled."""
    return _mini_table(number, str(name), get_language())


@lru_cache(maxsize=128, typed=True)
def _mini_table(number: int, name: str, _language: str | None) -> SafeString:
    """Drawn once for each room and language: it stands on every page of a room."""
    chairs = [
        (on_circle(angle, 122 if index == FREE_CHAIR else 116), angle, index == FREE_CHAIR)
        for index, angle in enumerate(CHAIR_ANGLES)
    ]
    plates = [(on_circle(angle, 83), index + 1 == number) for index, angle in enumerate(PLATE_ANGLES)]
    return figure("mini_table", number=number, name=name, chairs=chairs, plates=plates, count=len(plates))


@register.simple_tag
def chair(free: bool = False) -> SafeString:
    """One chair."""
    return format_html(
        '<svg class="seat" viewBox="-56 -70 112 110" width="60" height="59" aria-hidden="true" focusable="false">'
        '<use href="#chair" class="chair{}"/></svg>',
        " free" if free else "",
    )


@register.simple_tag
def room_plate(number: int, name: Text = "", url: str = "") -> SafeString:
    """A small plate with its number, to point at a room."""
    return part("room_plate", number=number, name=name, url=url)


@register.simple_tag
def thread_picture(steps: Sequence[Step]) -> SafeString:
    """A strip of the whole thread."""
    return figure("thread_picture", strip=strip(steps)) if steps else SafeString("")


@register.simple_tag
def thread_list(steps: Sequence[Step]) -> SafeString:
    """The red thread, top to bottom, with reasons and gaps."""
    drawn = [
        (step, bool(step.future or (index + 1 < len(steps) and steps[index + 1].future)))
        for index, step in enumerate(steps)
    ]
    return figure("thread_list", steps=drawn)


@register.simple_tag
def thread_table(steps: Sequence[Step], caption: Text = "") -> SafeString:
    """The same thread as a table."""
    columns = [
        Column(pgettext("thread", "Bord")), Column(pgettext("thread", "Wat")),
        Column(pgettext("thread", "Code")), Column(pgettext("thread", "Wanneer")), Column(pgettext("thread", "Wie")),
    ]  # fmt: skip
    rows = [
        [Cell(step.room, room=step.number), Cell(step.title, url=step.url), Cell(step.code), Cell(step.when),
         Cell(step.who)]
        for step in steps
    ]  # fmt: skip
    return data_table(DataTable(caption or _("Alles op een rij"), columns, rows))
