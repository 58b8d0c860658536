"""Every write of the consultation room."""

from samenspel.stages.consultation.actions.contribution import (
    Line,
    SheetTwice,
    contribution_from_story,
    enter_sheet,
    erase_person,
    give_contribution,
    hide_contribution,
    show_contribution,
    sort_contribution,
    withdraw_contribution,
)
from samenspel.stages.consultation.actions.harvest import count_group, publish_edition, write_harvest

__all__ = [
    "Line",
    "SheetTwice",
    "contribution_from_story",
    "count_group",
    "enter_sheet",
    "erase_person",
    "give_contribution",
    "hide_contribution",
    "publish_edition",
    "show_contribution",
    "sort_contribution",
    "withdraw_contribution",
    "write_harvest",
]
