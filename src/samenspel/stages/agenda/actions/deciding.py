"""What the neighbourhood decides: the order, yes, not now, and what it publishes."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.agenda import handover, queries, rules
from samenspel.stages.agenda.actions.writing import LIVE, WRITABLE
from samenspel.stages.agenda.models import Priority
from samenspel.stages.agenda.queries.board import MOST_ADOPTED
from samenspel.stages.agenda.states import PriorityState


def _not_later_than_today(day: date | None) -> date:
    if day and day > today():
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    return day or today()


@action("agenda.priority.rank", source=LIVE, rule=rules.may_rank, label=_("Een andere plaats geven"))
def rank_priority(priority: Priority, *, by: Actor, rank: int) -> Priority:
    """The order of the agenda changes; the others move up or down."""
    if rank < 1:
        raise BadInput(_("De eerste plaats is nummer 1."))
    others = [p for p in queries.live(priority.cycle) if p.pk != priority.pk]
    others.insert(rank - 1, priority)
    for place, row in enumerate(others, 1):
        row.rank = place
    Priority.objects.bulk_update([p for p in others if p.pk != priority.pk], ["rank"])
    return priority


@action(
    "agenda.priority.adopt", source={PriorityState.OPEN}, target=PriorityState.ADOPTED, rule=rules.may_decide,
    label=_("Prioriteit aannemen"),
)  # fmt: skip
def adopt_priority(
    priority: Priority, *, by: Actor, reason: str, adopted_by: str = "", adopted_on: date | None = None
) -> Priority:
    """The neighbourhood adopts a priority; from now on the plan must answer it."""
    cycle = Cycle.objects.select_for_update().get(pk=priority.cycle.pk)
    if Priority.objects.filter(node__cycle=cycle, state=PriorityState.ADOPTED).count() >= MOST_ADOPTED:
        raise BadInput(
            _(
                "Er zijn al zes prioriteiten aangenomen. Meer dan zes tegelijk lukt niemand. "
                "Zet er eerst één opzij, of laat deze nog even wachten."
            )
        )
    if not priority.reasons.filter(source__public=True).exists():
        raise BadInput(_("Er is nog geen reden gekozen. Voeg eerst een cijfer, verhaal, bijdrage of les toe."))
    priority.reason, priority.adopted_by = cleaned(reason), cleaned(adopted_by)
    priority.adopted_on = _not_later_than_today(adopted_on)
    return priority


@action(
    "agenda.priority.set_aside", source={*WRITABLE, PriorityState.ADOPTED}, target=PriorityState.SET_ASIDE,
    rule=rules.may_decide, label=_("Nu niet kiezen"),
)  # fmt: skip
def set_aside_priority(priority: Priority, *, by: Actor, reason: str) -> Priority:
    """The neighbourhood does not choose this now; it stays to be read, with the reason."""
    priority.reason, priority.rank = cleaned(reason), 0
    return priority


@action("agenda.edition.publish", rule=rules.may_publish, label=_("Agenda uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The agenda as it is now gets a number and never changes again; the next rooms build on it."""
    return freeze("agenda", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)
