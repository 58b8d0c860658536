"""Every read of the room."""

from samenspel.stages.commissioning.queries.board import (
    Board,
    board,
    call,
    calls,
    joint_plan,
    node_named,
    option,
    plans,
    readiness,
    voices_of,
)
from samenspel.stages.commissioning.queries.money import award, award_page, awards, money
from samenspel.stages.commissioning.queries.result import Result, Row, csv_text, json_text, pb_text, result
from samenspel.stages.commissioning.queries.rulebook import Clause, rulebook, rules_of

__all__ = [
    "Board",
    "Clause",
    "Result",
    "Row",
    "award",
    "award_page",
    "awards",
    "board",
    "call",
    "calls",
    "csv_text",
    "joint_plan",
    "json_text",
    "money",
    "node_named",
    "option",
    "pb_text",
    "plans",
    "readiness",
    "result",
    "rulebook",
    "rules_of",
    "voices_of",
]
