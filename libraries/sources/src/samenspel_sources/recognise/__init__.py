"""What is this file? Read from its content: figures, boundaries, codes, postcodes, budgets, grants, elections."""

from samenspel_sources.recognise.model import (
    ColumnGuess,
    Hints,
    Kind,
    Postcode,
    Recognised,
    Role,
    Sketch,
)
from samenspel_sources.recognise.read import preview, recognise, recognise_together

__all__ = [
    "ColumnGuess",
    "Hints",
    "Kind",
    "Postcode",
    "Recognised",
    "Role",
    "Sketch",
    "preview",
    "recognise",
    "recognise_together",
]
