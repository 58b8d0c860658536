"""Every write about money: rows from files, lines, and the edition."""

from samenspel.stages.budget.actions.files import add_source, count_residents, import_grants, import_task_fields
from samenspel.stages.budget.actions.lines import (
    correct_line,
    erase_person,
    pay,
    publish_edition,
    record_line,
    withdraw_line,
)

__all__ = [
    "add_source",
    "correct_line",
    "count_residents",
    "erase_person",
    "import_grants",
    "import_task_fields",
    "pay",
    "publish_edition",
    "record_line",
    "withdraw_line",
]
