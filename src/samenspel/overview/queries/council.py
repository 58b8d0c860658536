"""The neighbourhood in ten minutes, for who sits in a council."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from samenspel.instruments.questions import queries as questions
from samenspel.kernel.cycle import queries as cycles
from samenspel.overview.queries.home import decided
from samenspel.overview.queries.subjects import rule_rows
from samenspel.stages.agenda import queries as agenda
from samenspel.stages.budget import queries as budget
from samenspel.stages.commissioning import queries as commissioning
from samenspel.stages.pact import queries as pact
from samenspel.ui.figures import Row

MOST = 10


@dataclass(frozen=True, slots=True)
class Council:
    """Priorities, certain money, promises, late questions, decisions and votes."""

    cycle: Any
    priorities: list[Any]
    money: list[tuple[int, int]]
    promises: Any
    late: list[Row]
    decided: tuple[Row, ...]
    voting: tuple[Any, ...]
    counted: Any

    @property
    def counted_url(self) -> str:
        """The page with the last result."""
        return str(self.counted.address("result"))


def council(place: Any) -> Council:
    """What a council member reads before a meeting: eight queries."""
    votes = commissioning.last_votes(place.pk)
    cycle = cycles.current_cycle(place)
    sure = budget.grants_of(place, confidence="measured").order_by("-year").values_list("year")
    return Council(
        cycle=cycle,
        priorities=agenda.adopted(cycle) if cycle else [],
        money=list(sure.annotate(sure=Sum("granted_cents"))[:5]),
        promises=pact.promises_of(place),
        late=rule_rows(questions.overdue(place)[:MOST]),
        decided=decided(place.pk),
        voting=tuple(v for v in votes if v.state == "open"),
        counted=next((v for v in votes if v.has_result), None),
    )
