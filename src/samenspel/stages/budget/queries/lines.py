"""Lines that can be talked about: with their parts, the plan lines they pay, and the questions they raised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

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

Sums = dict[tuple[int, str, int], int]
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
    rows = BudgetLine.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    return rows.select_related("node__place", "node__cycle", "owner__place").order_by("-year", "-cents", "pk")


def public_lines(cycle: Cycle) -> QuerySet[BudgetLine]:
    """The lines that everybody sees."""
    return lines_of(cycle, Actor())


def line_by_code(cycle: Cycle, code: str, actor: Actor) -> BudgetLine | None:
    """One line of this round."""
    return lines_of(cycle, actor).filter(node__code=code).first()


def _sums(lines: Iterable[BudgetLine]) -> Sums:
    """The sums of all sets of rows that these lines cite, in one query."""
    sets = [line for line in lines if line.scheme]
    if not sets:
        return {}
    rows = MoneyRow.objects.filter(source__in={line.source_id for line in sets}, scheme__in={x.scheme for x in sets})
    summed = rows.order_by().values_list("source_id", "scheme", "year").annotate(total=Sum(AMOUNT))
    return {(source, scheme, year): total or 0 for source, scheme, year, total in summed}


def agreement(line: BudgetLine, sums: Sums) -> Shown:
    """A line beside the sum of what it cites."""
    if line.row is not None:
        return Shown(line, line.row.cents)
    return Shown(line, sums.get((line.source_id, line.scheme, line.year), 0) if line.scheme else None)


def shown_lines(lines: Sequence[BudgetLine]) -> list[Shown]:
    """Lines as a list shows them: one query for all sets of rows together."""
    sums = _sums(lines)
    return [agreement(line, sums) for line in lines]


def line_page(line: BudgetLine) -> LinePage:
    """A line with what it pays, what it led to, how it was corrected and what was asked about it."""
    node = line.node
    near, far = Q(target=node, source__public=True), Q(source=node, target__public=True)
    edges = list(Edge.objects.filter(near | far).select_related("source", "target").order_by("pk"))
    asked = [e.target.code for e in edges if e.source_id == node.pk and e.relation == "questioned_by"]
    return LinePage(
        shown=shown_lines([line])[0],
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
