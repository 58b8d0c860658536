"""Lines that can be talked about: with their parts, the plan lines they pay, and the questions they raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum

from samenspel.contracts.actor import Actor
from samenspel.contracts.plan import PlanLine
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import by_codes
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.lineage.models import Edge
from samenspel.stages.budget import rules
from samenspel.stages.budget.models import BudgetLine, Correction, MoneyRow
from samenspel.stages.budget.queries.money import AMOUNT

GONE = ("declined", "stopped")  # states of plan lines that ask for no money


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as a list shows it. `parts_cents`: the sum of the rows it cites, if it cites any."""

    line: BudgetLine
    parts_cents: int | None = None

    @property
    def disagrees(self) -> bool:
        """Whether its parts are another amount; a correction by who knows explains the difference."""
        return self.parts_cents is not None and self.parts_cents != self.line.cents and not self.line.corrected

    @property
    def cents(self) -> int | None:
        """The amount, unless it and its parts disagree."""
        return None if self.disagrees else self.line.cents


@dataclass(frozen=True, slots=True)
class LinePage:
    """One line with everything around it."""

    shown: Shown
    pays: tuple[Edge, ...]
    leads_to: tuple[Edge, ...]
    corrections: tuple[Correction, ...]
    questions: tuple[Question, ...]


def lines_of(cycle: Cycle, actor: Actor) -> QuerySet[BudgetLine]:
    """The lines of a round, newest year and largest amount first."""
    rows = BudgetLine.objects.filter(rules.visible_to(actor), node__cycle=cycle).annotate(parts_cents=_parts())
    return rows.select_related("node__place", "node__cycle", "owner__place").order_by("-year", "-cents", "pk")


def public_lines(cycle: Cycle) -> QuerySet[BudgetLine]:
    """The lines that everybody sees."""
    return lines_of(cycle, Actor())


def line_by_code(cycle: Cycle, code: str, actor: Actor) -> BudgetLine | None:
    """One line of this round."""
    return lines_of(cycle, actor).filter(node__code=code).first()


def _parts() -> Subquery:
    """The sum of the set of rows that a line cites."""
    same = MoneyRow.objects.filter(source=OuterRef("source"), scheme=OuterRef("scheme"), year=OuterRef("year"))
    return Subquery(same.order_by().values("source").annotate(total=Sum(AMOUNT)).values("total"))


def agreement(line: BudgetLine) -> Shown:
    """A line beside the sum of what it cites: one row, or a set of rows."""
    if line.row is not None:
        return Shown(line, line.row.cents)
    if not line.scheme:
        return Shown(line)
    if hasattr(line, "parts_cents"):  # lists bring the sums along
        return Shown(line, line.parts_cents or 0)
    rows = rows_of_set(line.source_id, line.scheme, line.year)
    return Shown(line, rows.aggregate(total=Sum(AMOUNT))["total"] or 0)


def shown_lines(lines: Iterable[BudgetLine]) -> list[Shown]:
    """Lines as a list shows them."""
    return [agreement(line) for line in lines]


def line_page(line: BudgetLine) -> LinePage:
    """A line with what it pays, what it led to, how it was corrected and what was asked about it."""
    node = line.node
    near, far = Q(target=node, source__public=True), Q(source=node, target__public=True)
    edges = list(Edge.objects.filter(near | far).select_related("source", "target").order_by("pk"))
    asked = [e.target.code for e in edges if e.source_id == node.pk and e.relation == "questioned_by"]
    return LinePage(
        shown=agreement(line),
        pays=tuple(e for e in edges if e.target_id == node.pk),
        leads_to=tuple(e for e in edges if e.source_id == node.pk and e.relation != "questioned_by"),
        corrections=tuple(line.corrections.select_related("party").order_by("on", "pk")),
        questions=tuple(by_codes(asked)) if asked else (),
    )


def plan_lines_to_pay(cycle: Cycle) -> tuple[PlanLine, ...]:
    """The lines of the newest plan that money can be linked to."""
    return tuple(line for line in latest(PlanLine, cycle) if line.state not in GONE)


def rows_of_set(source: int, scheme: str, year: int) -> QuerySet[MoneyRow]:
    """The rows of one scheme in one year."""
    return MoneyRow.objects.filter(source=source, scheme=scheme, year=year)
