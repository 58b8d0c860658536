"""Inputs of the table that lays figures beside what people say."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.ui.figures.base import Text
from samenspel.ui.figures.trends import TrendLine


@dataclass(frozen=True, slots=True)
class ConfrontRow:
    """One subject. Counts are None when nobody looked; `agree`: "agree", "shifted" or "unknown".

    `mark`: the mark residents gave, as written; `mark_margin`: how sure it is ("± 0,3"), `mark_from`: of how many.
    """

    name: Text
    url: str = ""
    value: Text = ""
    value_note: Text = ""
    reference: Text = ""
    trend: TrendLine | None = None
    mark: Text = ""
    mark_margin: Text = ""
    mark_from: Text = ""
    stories: int | None = None
    stories_url: str = ""
    photos: int | None = None
    photos_url: str = ""
    assets: int | None = None
    assets_url: str = ""
    agree: str = "unknown"
    agree_label: Text = ""
    explanation: Text = ""
    ask: Text = ""
    name_note: Text = ""


@dataclass(frozen=True, slots=True)
class Confrontation:
    """Figures and people side by side: a table on a wide screen, cards on a phone."""

    title: Text
    rows: Sequence[ConfrontRow]
    here: Text = ""
    reference: Text = ""
    room: int = 1
    note: Text = ""
    hide_caption: bool = False
