"""Every read of the assessment room."""

from samenspel.stages.assessment.queries.board import (
    Board,
    board,
    choices_for,
    concluded,
    first_steps,
    may,
    register,
    register_table,
    talk_rows,
)
from samenspel.stages.assessment.queries.one import (
    own_voices,
    parties_here,
    speakers_in,
    talk,
    talking_about,
    talks_about,
    task,
    voice,
    voices,
    voices_of,
)

__all__ = [
    "Board",
    "board",
    "choices_for",
    "concluded",
    "first_steps",
    "may",
    "own_voices",
    "parties_here",
    "register",
    "register_table",
    "speakers_in",
    "talk",
    "talk_rows",
    "talking_about",
    "talks_about",
    "task",
    "voice",
    "voices",
    "voices_of",
]
