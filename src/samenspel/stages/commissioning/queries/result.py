"""The result of a vote: who gets money and why, what was needed, and the files to check it."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from samenspel.instruments.ballots import queries as ballots
from samenspel.kernel.lineage.models import Node
from samenspel.stages.commissioning.models import Call, CallOption, ResultLine
from samenspel.stages.commissioning.states import Outcome
from samenspel_methods.allocation import pabulib
from samenspel_methods.allocation.explain import Needs, Reason, said, said_needs, said_rivals

CLOSEST = 3
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One plan in the result. `number` is its place among the funded ones; plans without money have no rank."""

    node: Node
    number: int
    cents: int
    category: str
    votes: int
    share: float
    left: int
    reason: str
    code: str
    votes_needed: int | None
    euro_needed: int | None
    needed: str
    rivals: str
    next_step: str
    url: str
    by_lot: bool


@dataclass(frozen=True, slots=True)
class Result:
    """The whole result in the order of the page."""

    funded: tuple[Row, ...]
    others: tuple[Row, ...]
    voters: int
    spent: int
    left: int
    budget: int

    @property
    def closest(self) -> tuple[Row, ...]:
        """The plans that came closest, most votes first; the page tells no rank, only the distance."""
        near = [row for row in self.others if row.votes_needed is not None]
        return tuple(sorted(near, key=lambda row: (row.votes_needed or 0, row.node.title))[:CLOSEST])


def result(call: Call) -> Result:
    """The result of a counted vote, in one query."""
    lines = ResultLine.objects.filter(option__call=call).select_related("option__node__place", "option__node__cycle")
    found = list(lines.order_by("turn"))
    names = {line.option.key: line.option.node.title for line in found}
    rows = [_row(line, call.voters or 0, names) for line in found]
    won = [row for row in rows if row.number]
    funded = tuple(_numbered(row, number) for number, row in enumerate(won, 1))
    others = sorted((row for row in rows if not row.number), key=lambda row: row.node.title.casefold())
    left = call.left_cents or 0
    return Result(funded, tuple(others), call.voters or 0, call.spent_cents or 0, left, call.budget_cents)


def _row(line: ResultLine, voters: int, names: Names) -> Row:
    option: CallOption = line.option
    facts: dict[str, Any] = json.loads(line.reason_facts)
    language, reason, needs = get_language() or "nl", _reason(line, facts), _needs(option.key, facts)
    why, needed = said(reason, language[:2], names), said_needs(needs, language[:2], names)
    return Row(
        node=option.node, number=int(line.outcome == Outcome.FUNDED), cents=option.cents, category=option.category,
        votes=line.votes, share=min(1.0, line.votes / voters) if voters else 0.0, left=line.left_cents,
        reason=f"{why} {needed}".strip(), code=line.reason_code, votes_needed=needs.votes, euro_needed=needs.budget,
        needed=needed, rivals=said_rivals(needs, language[:2], names),
        next_step=option.next_step, url=option.get_absolute_url(), by_lot=line.by_lot,
    )  # fmt: skip


def _reason(line: ResultLine, facts: Mapping[str, Any]) -> Reason:
    """What the method said, from what was kept of it; it says it in the language of the reader."""
    numbers = {name: value for name, value in facts.items() if isinstance(value, int | str)}
    return Reason(line.option.key, line.reason_code, numbers, tied=tuple(facts.get("tied", ())))


def _needs(key: str, facts: Mapping[str, Any]) -> Needs:
    names = ("votes_needed", "euro_needed", "cost_needed")
    votes, budget, cost = (facts.get(name) for name in names)
    return Needs(key, votes, budget, cost, tuple(facts.get("instead_of", ())))


def _numbered(row: Row, number: int) -> Row:
    values: dict[str, Any] = {name: getattr(row, name) for name in Row.__slots__}
    return Row(**{**values, "number": number})


def csv_text(call: Call) -> str:
    """The result as a table for a spreadsheet: codes, votes, costs, outcome and reason."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["code", "title", "category", "cents", "votes", "funded", "left_cents", "reason"])
    rows = ResultLine.objects.filter(option__call=call).select_related("option__node__place", "option__node__cycle")
    lines = list(rows.order_by("turn"))
    names = {line.option.key: line.option.node.title for line in lines}
    for line in lines:
        o, reason = line.option, _row(line, call.voters or 0, names).reason
        cells = [o.code, o.title, o.category, o.cents, line.votes, int(line.outcome == Outcome.FUNDED)]
        writer.writerow([_calm(cell) for cell in [*cells, line.left_cents, reason]])
    return out.getvalue()


def _calm(cell: object) -> object:
    """A text that a spreadsheet would read as a formula stays a text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def json_text(call: Call) -> str:
    """The certificate: rules, votes, costs and every step, for whoever wants to check."""
    return call.certificate


def pb_text(call: Call) -> str | None:
    """All ballots without names as a Pabulib file; nothing when the rules kept them sealed."""
    if not (call.ballots_public and call.has_result and call.box):
        return None
    return pabulib.write(ballots.count_input(call.box))
