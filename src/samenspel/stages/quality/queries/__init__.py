"""Every read of the quality room."""

from samenspel.stages.quality.queries.board import (
    Board,
    agreed,
    board,
    choices_for,
    definition,
    first_steps,
    may,
    measured,
    standing,
    statement,
    with_words,
)
from samenspel.stages.quality.queries.people import own_signatures, parties_to_sign, speakers, voices_of

__all__ = [
    "Board",
    "agreed",
    "board",
    "choices_for",
    "definition",
    "first_steps",
    "may",
    "measured",
    "own_signatures",
    "parties_to_sign",
    "speakers",
    "standing",
    "statement",
    "voices_of",
    "with_words",
]
