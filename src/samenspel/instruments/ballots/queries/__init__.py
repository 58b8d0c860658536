"""Reading boxes, codes and what the count left."""

from samenspel.instruments.ballots.queries.boxes import (
    Turnout,
    box_for,
    boxes_with,
    code_works,
    count_input,
    counted_ballots,
    holders,
    receipts,
    rules_of,
    seal_of,
    tallies,
    turnout,
    voted_before,
)
from samenspel.instruments.ballots.queries.paper import Line, Paper, Theme, paper, projects

__all__ = [
    "Line",
    "Paper",
    "Theme",
    "Turnout",
    "box_for",
    "boxes_with",
    "code_works",
    "count_input",
    "counted_ballots",
    "holders",
    "paper",
    "projects",
    "receipts",
    "rules_of",
    "seal_of",
    "tallies",
    "turnout",
    "voted_before",
]
