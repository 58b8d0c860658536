"""Writing what parties say in a round."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import NotAllowed, action
from samenspel.kernel.cycle import notices, rules  # noqa: F401 - importing notices registers them
from samenspel.kernel.cycle.models import (
    Cycle,
    StartMark,
    ThenAndNow,
)
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models import Party


def _needs_word_of(by: Actor, party: Party) -> None:
    if not by.represents(party.pk):
        raise NotAllowed(_("Alleen wie namens deze partij spreekt, kan dit invullen. Er is niets veranderd."))


@action(
    "cycle.start_agreement.mark",
    source={CycleState.OPEN},
    rule=rules.may_mark,
    label=_("Zeggen hoe het met een voorwaarde staat"),
)
def mark_condition(
    cycle: Cycle, *, by: Actor, party: Party, condition: str, mark: str, what_we_do: str = ""
) -> StartMark:
    """A party says whether a condition is there, and what it does about it when it is not."""
    _needs_word_of(by, party)
    row = StartMark.objects.filter(cycle=cycle, party=party, condition=condition).first()
    row = row or StartMark(cycle=cycle, party=party, condition=condition)
    row.mark, row.what_we_do, row.marked_on = mark, what_we_do, today()
    return row


@action("cycle.then_and_now.write", rule=rules.may_write, label=_("Toen en nu schrijven"))
def write_then_and_now(
    cycle: Cycle, *, by: Actor, party: Party, changed: str, asked: str, came: str, ask_now: str
) -> ThenAndNow:
    """A community looks back: what changed, what it asked, what came, and what it asks now."""
    _needs_word_of(by, party)
    row = ThenAndNow.objects.filter(cycle=cycle, written_by=party).first()
    row = row or ThenAndNow(cycle=cycle, written_by=party)
    row.changed, row.asked, row.came, row.ask_now = changed, asked, came, ask_now
    row.written_on = today()
    return row
