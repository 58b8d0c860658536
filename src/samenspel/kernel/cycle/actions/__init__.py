"""Every write about rounds, the start agreement, the calendar and bodies."""

from samenspel.kernel.cycle import notices  # noqa: F401 - importing is the registration
from samenspel.kernel.cycle.actions.calendar import add_body, add_date, change_date, describe_body
from samenspel.kernel.cycle.actions.round import close_cycle, move_stage, open_cycle, skip_stage
from samenspel.kernel.cycle.actions.table import mark_condition, write_then_and_now

__all__ = [
    "add_body",
    "add_date",
    "change_date",
    "close_cycle",
    "describe_body",
    "mark_condition",
    "move_stage",
    "open_cycle",
    "skip_stage",
    "write_then_and_now",
]
