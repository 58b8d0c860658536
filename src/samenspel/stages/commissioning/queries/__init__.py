"""Every read of the room."""

from samenspel.stages.commissioning.queries.board import (
    Board,
    board,
    call,
    calls,
    held,
    holders_shown,
    joint_plan,
    node_named,
    open_box,
    option,
    part_waits,
    plans,
    readiness,
    voices_of,
)
from samenspel.stages.commissioning.queries.money import award, award_page, awards, decided, money
from samenspel.stages.commissioning.queries.paper import Invitation, invitation, poster
from samenspel.stages.commissioning.queries.result import Result, Row, csv_text, json_text, pb_text, result
from samenspel.stages.commissioning.queries.rulebook import Clause, rulebook, rules_of
from samenspel.stages.commissioning.queries.shown import call_rows, options_of, plan_rows, pot, receipt_codes, tables

__all__ = [
    "Board",
    "Clause",
    "Invitation",
    "Result",
    "Row",
    "award",
    "award_page",
    "awards",
    "board",
    "call",
    "call_rows",
    "calls",
    "csv_text",
    "decided",
    "held",
    "holders_shown",
    "invitation",
    "joint_plan",
    "json_text",
    "money",
    "node_named",
    "open_box",
    "option",
    "options_of",
    "part_waits",
    "pb_text",
    "plan_rows",
    "plans",
    "poster",
    "pot",
    "readiness",
    "receipt_codes",
    "result",
    "rulebook",
    "rules_of",
    "tables",
    "voices_of",
]
