"""Everything the front page of the room shows, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import questions_of
from samenspel.instruments.questions.states import QuestionState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.stages.budget.queries.lines import Shown, lines_of, shown_lines
from samenspel.stages.budget.queries.money import Money, Year, money
from samenspel.stages.budget.queries.pictures import LineSums, bars, confidence_table, line_sums, pot, year_table
from samenspel.ui.figures import BarChart, DataTable, Pot

FIRST = 8  # questions and lines on the front page; the rest has a page of its own


@dataclass(frozen=True, slots=True)
class Front:
    """The money of a place on one page."""

    money: Money
    lines: tuple[Shown, ...]
    all_lines: int
    sums: LineSums | None
    waiting: tuple[Question, ...]
    overdue: int
    editions: tuple[Edition, ...]

    @property
    def empty(self) -> bool:
        """Whether nobody brought anything in yet."""
        return not (self.money.years or self.lines or self.waiting)

    @property
    def shelves(self) -> Pot | None:
        """The newest year with certain money, by scheme."""
        return pot(self.shelf_year) if self.shelf_year else None

    @property
    def shelf_year(self) -> Year | None:
        """The newest year with certain money."""
        return next((year for year in self.money.years if year.sure_cents), None)

    @property
    def chart(self) -> BarChart:
        """Certain money by year."""
        return bars(self.money)

    @property
    def by_year(self) -> DataTable:
        """All years with the amount for each resident."""
        return year_table(self.money)

    @property
    def by_confidence(self) -> DataTable:
        """How sure we are of how much."""
        return confidence_table(self.money.by_confidence)


def front(cycle: Cycle, actor: Actor) -> Front:
    """The money of a place: grants, lines, questions that wait, and editions."""
    shown = shown_lines(lines_of(cycle, actor))
    waiting = list(questions_of(cycle, actor).filter(state=QuestionState.ASKED))
    return Front(
        money=money(cycle.place), lines=tuple(shown[:FIRST]), all_lines=len(shown), sums=line_sums(shown),
        waiting=tuple(waiting[:FIRST]), overdue=sum(q.is_overdue for q in waiting),
        editions=tuple(editions_of(cycle, "budget")[:5]),
    )  # fmt: skip
