"""Who hears what about pacts and promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as __

from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.stages.pact.queries import voices_of


@notice("pact.pact.open")
def tell_on_the_table(event: Event) -> Iterable[Message]:
    """Every party at the table hears that it can sign."""
    return _to_table(event, __("Het pact ‘%(title)s’ ligt op tafel. Lees het en beslis samen of uw groep tekent."))


@notice("pact.pact.bring_into_force")
def tell_in_force(event: Event) -> Iterable[Message]:
    """Every party at the table hears that the pact holds from now on."""
    return _to_table(event, __("Het pact ‘%(title)s’ geldt vanaf nu."))


@notice("pact.pact.end")
def tell_ended(event: Event) -> Iterable[Message]:
    """Every party at the table hears that the pact is over, and why."""
    return _to_table(event, __("Het pact ‘%(title)s’ is afgelopen. Reden: %(reason)s"))


@notice("pact.commitment.promise")
def tell_promised(event: Event) -> Iterable[Message]:
    """The giver hears what stands in its name, the receiver what was promised."""
    row = event.thing
    yield from _say(event, [row.giver_id], __("Er staat een belofte van uw groep: ‘%(title)s’, voor %(due)s."))
    yield from _say(event, row.receiver_parties, __("%(giver)s belooft uw groep: ‘%(title)s’, voor %(due)s."))


@notice("pact.commitment.keep")
def tell_kept(event: Event) -> Iterable[Message]:
    """Giver and receiver hear that the promise was kept."""
    return _say(event, _both(event.thing), __("De belofte ‘%(title)s’ is gehouden."))


@notice("pact.commitment.renegotiate")
def tell_renegotiated(event: Event) -> Iterable[Message]:
    """Giver and receiver hear the new day and the reason."""
    text = __("De belofte ‘%(title)s’ heeft een nieuwe datum: %(due)s. Reden: %(reason)s")
    return _say(event, _both(event.thing), text)


@notice("pact.commitment.withdraw")
def tell_withdrawn(event: Event) -> Iterable[Message]:
    """Giver and receiver hear that it will not be done, and why."""
    return _say(event, _both(event.thing), __("De belofte ‘%(title)s’ gaat niet door. Reden: %(reason)s"))


@notice("pact.commitment.step_back")
def tell_stepped_back(event: Event) -> Iterable[Message]:
    """The receiver hears it kindly; volunteers need no reason."""
    return _say(event, _both(event.thing), __("Het lukt %(giver)s nu niet: ‘%(title)s’. Dat mag."))


@notice("pact.commitment.mark_late")
def tell_late(event: Event) -> Iterable[Message]:
    """Giver and receiver hear that the day has passed."""
    text = __("De belofte ‘%(title)s’ was voor %(due)s. Is hij gehouden, of is er een nieuwe datum?")
    return _say(event, _both(event.thing), text)


@notice("pact.commitment.mark_not_answered")
def tell_not_answered(event: Event) -> Iterable[Message]:
    """The giver hears that everybody can see it did not answer."""
    return _say(event, [event.thing.giver_id], __("Bij de belofte ‘%(title)s’ staat nu: geen antwoord. %(reason)s"))


@notice("pact.commitment.remind")
def tell_due(event: Event) -> Iterable[Message]:
    """The giver hears in time that a promise is due."""
    return _say(event, [event.thing.giver_id], __("Uw groep beloofde: ‘%(title)s’, voor %(due)s. Lukt het?"))


def _both(row: Any) -> set[int]:
    return {row.giver_id, *row.receiver_parties}


def _say(event: Event, parties: Iterable[int], text: str) -> list[Message]:
    row = event.thing
    due = date_format(row.due, "j F Y")
    words = text % {"title": row.title, "due": due, "giver": row.giver.name, "reason": event.reason}
    return [Message(person, words.strip()) for person in voices_of(parties)]


def _to_table(event: Event, text: str) -> list[Message]:
    parties = event.thing.seats.values_list("party_id", flat=True)
    words = text % {"title": event.thing.title, "reason": event.reason}
    return [Message(person, words) for person in voices_of(parties)]
