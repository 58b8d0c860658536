"""Every read of the pact room."""

from samenspel.stages.pact.queries.board import Board, PartyPromises, board, promises_by, promises_of, row_of, rows_of
from samenspel.stages.pact.queries.one import (
    choices_for,
    commitment,
    first_steps,
    may,
    pact,
    pacts,
    pacts_of,
    pacts_to_join,
    promised_in,
    public_commitments,
    public_pacts,
    to_remind,
    words_of,
)
from samenspel.stages.pact.queries.people import (
    own_signatures,
    parties_here,
    parties_to_sign,
    speakers,
    voices_of,
)

__all__ = [
    "Board",
    "PartyPromises",
    "board",
    "choices_for",
    "commitment",
    "first_steps",
    "may",
    "own_signatures",
    "pact",
    "pacts",
    "pacts_of",
    "pacts_to_join",
    "parties_here",
    "parties_to_sign",
    "promised_in",
    "promises_by",
    "promises_of",
    "public_commitments",
    "public_pacts",
    "row_of",
    "rows_of",
    "speakers",
    "to_remind",
    "voices_of",
    "words_of",
]
