"""What the money room hands over: the lines that agree with their parts, and the questions with their clocks."""

from __future__ import annotations

from django.utils.translation import gettext as __

from samenspel.contracts import budget as contract
from samenspel.contracts.actor import Actor
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import questions_of
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.budget import queries
from samenspel.stages.budget.models import BudgetLine


def items(cycle: Cycle) -> list[contract.BudgetLine | Said]:
    """Lines and questions as everybody sees them. A line that disagrees with its parts is not handed over."""
    lines = [s.line for s in queries.shown_lines(queries.public_lines(cycle)) if not s.disagrees]
    paid = sources_of([line.node_id for line in lines], "paid_by")
    questions = questions_of(cycle, Actor()).order_by("asked_on", "pk")
    return [
        *(_line(line, tuple(node.code for node in paid[line.node_id])) for line in lines),
        *(_question(q) for q in questions),
    ]


def _line(line: BudgetLine, plan_lines: tuple[str, ...]) -> contract.BudgetLine:
    return contract.BudgetLine(
        code=line.code, title=line.title, source=str(line.source), year=line.year, stage=line.stage, cents=line.cents,
        low_cents=line.low_cents, high_cents=line.high_cents, method=line.method, confidence=line.confidence,
        regular=line.regular, free=line.free, decides=line.decides, plan_lines=plan_lines,
    )  # fmt: skip


def _question(question: Question) -> Said:
    """A person is "een bewoner" here, or has an office, also with a name on the page: names can be taken back."""
    asker = question.asked_as or __("een bewoner")
    item = contract.Question(
        code=question.code, asker=asker, addressee=question.shown_addressee, asked_on=question.asked_on.isoformat(),
        due=question.due.isoformat(), satisfied=question.satisfied,
        answered_on=question.answered_on.isoformat() if question.answered_on else "",
    )  # fmt: skip
    typed = ("addressee",) if question.addressee is None else ()
    return Said(item, typed, None if question.asker_party_id else question.asker_id)
