"""A round of the neighbourhood, and what belongs to the round as a whole."""

from samenspel.kernel.cycle.models.agreement import CarriedLesson, StartMark, ThenAndNow
from samenspel.kernel.cycle.models.calendar import Body, CalendarItem
from samenspel.kernel.cycle.models.cycle import Cycle, OfCycle, StageState

__all__ = [
    "Body",
    "CalendarItem",
    "CarriedLesson",
    "Cycle",
    "OfCycle",
    "StageState",
    "StartMark",
    "ThenAndNow",
]
