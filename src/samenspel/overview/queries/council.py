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
from samenspel.stages.pact import queries as pact
from samenspel.ui.figures import Row

MOST = 10


@dataclass(frozen=True, slots=True)
class Council:
    """Priorities, certain money, promises, late questions and decisions."""

    cycle: Any
    priorities: list[Any]
    money: list[tuple[int, int]]
    promises: Any
    late: list[Row]
    decided: tuple[Row, ...]


def council(place: Any) -> Council:
    """What a council member reads before a meeting: seven queries."""
    cycle = cycles.current_cycle(place)
    sure = budget.grants_of(place, confidence="measured").order_by("-year").values_list("year")
    return Council(
        cycle=cycle,
        priorities=agenda.adopted(cycle) if cycle else [],
        money=list(sure.annotate(sure=Sum("granted_cents"))[:5]),
        promises=pact.promises_of(place),
        late=rule_rows(questions.overdue(place)[:MOST]),
        decided=decided(place.pk),
    )
