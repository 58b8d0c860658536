"""Every read of the agenda."""

from samenspel.stages.agenda.queries.board import (
    Board,
    adopted,
    block_marks,
    blocks,
    board,
    choices_for,
    dissent,
    live,
    parties,
    priority,
    telling,
)
from samenspel.stages.agenda.queries.personal import own_dissents
from samenspel.stages.agenda.queries.reasons import (
    ReasonLine,
    Suggestions,
    channels,
    lines,
    sequels,
    sources_by_code,
    suggestions,
)

__all__ = [
    "Board",
    "ReasonLine",
    "Suggestions",
    "adopted",
    "block_marks",
    "blocks",
    "board",
    "channels",
    "choices_for",
    "dissent",
    "lines",
    "live",
    "own_dissents",
    "parties",
    "priority",
    "sequels",
    "sources_by_code",
    "suggestions",
    "telling",
]
