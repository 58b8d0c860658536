"""Every read of the monitoring room."""

from samenspel.stages.monitoring.queries.board import (
    Board,
    board,
    first_steps,
    lesson_rows,
    lessons_for_next,
    may,
    outcome_rows,
    public_lessons,
    public_outcomes,
)
from samenspel.stages.monitoring.queries.one import (
    choices_for,
    lesson,
    outcome,
    outcomes_of,
    own_outcomes,
    speakers,
    unread_by,
    written_by,
)

__all__ = [
    "Board",
    "board",
    "choices_for",
    "first_steps",
    "lesson",
    "lesson_rows",
    "lessons_for_next",
    "may",
    "outcome",
    "outcome_rows",
    "outcomes_of",
    "own_outcomes",
    "public_lessons",
    "public_outcomes",
    "speakers",
    "unread_by",
    "written_by",
]
