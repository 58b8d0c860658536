"""Who hears what about a round: those who speak for a party at the table."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.kernel.cycle.models import CalendarItem, Cycle
from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.kernel.people.models import Membership
from samenspel.kernel.people.states import PartyState


def at_the_table(place: int) -> set[int]:
    """The persons who speak for an active party of a place."""
    rows = Membership.objects.filter(
        party__place=place, party__state=PartyState.ACTIVE, speaks_for=True, until__isnull=True
    )
    return set(rows.values_list("person_id", flat=True))


def _to_the_table(place: int, words: str) -> list[Message]:
    return [Message(person, words) for person in sorted(at_the_table(place))]


@notice("cycle.cycle.open")
def tell_of_a_new_round(event: Event) -> Iterable[Message]:
    """Every party hears that a round began."""
    cycle: Cycle = event.thing
    return _to_the_table(cycle.place_id, _("%(round)s is begonnen. Schuif aan.") % {"round": cycle.title})


@notice("cycle.cycle.close")
def tell_of_the_end(event: Event) -> Iterable[Message]:
    """Every party is asked to look back."""
    cycle: Cycle = event.thing
    words = _("%(round)s is afgesloten. Schrijf ‘Toen en nu’.") % {"round": cycle.title}
    return _to_the_table(cycle.place_id, words)


@notice("cycle.calendar.change")
def tell_of_a_moved_date(event: Event) -> Iterable[Message]:
    """Every party hears that a date of the municipality moved, and why."""
    item: CalendarItem = event.thing
    facts = {"what": item.title, "day": date_format(item.date)}
    words = _("%(what)s is nu op %(day)s.") % facts
    return _to_the_table(item.place_id, f"{words} {event.reason}")
