"""Who hears of a plan line, in plain Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samenspel.instruments.questions.queries import speakers_of
from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.stages.plan.models import PlanLine


def _around(line: PlanLine, words: str) -> Iterator[Message]:
    """The pair, the maker and the partners."""
    persons = {*line.owner_persons, *speakers_of(line.owner_parties)}
    for person in sorted(persons):
        yield Message(person, words % {"title": line.title, "code": line.code})


@notice("plan.plan_line.decide")
def tell_decision(event: Event) -> Iterable[Message]:
    """Who carries the line hears the decision and the reason first-hand."""
    words = _("Er is besloten over %(title)s (%(code)s). Lees het besluit en de reden op de bladzijde.")
    return _around(event.thing, words)


@notice("plan.plan_line.stop")
def tell_stopped(event: Event) -> Iterable[Message]:
    """Who carries the line hears that it stops."""
    return _around(event.thing, _("%(title)s (%(code)s) gaat niet door. De reden staat op de bladzijde."))


@notice("plan.plan_line.finish")
def tell_done(event: Event) -> Iterable[Message]:
    """Who carries the line hears that it is done."""
    return _around(event.thing, _("%(title)s (%(code)s) is gedaan. Bedankt voor wat u deed."))
