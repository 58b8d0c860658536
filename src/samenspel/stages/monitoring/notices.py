"""Who hears what about outcomes."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as __

from samenspel.instruments.questions.queries import speakers_of
from samenspel.kernel.journal.notices import Event, Message, notice


@notice("monitoring.outcome.record")
def tell_giver(event: Event) -> Iterable[Message]:
    """The party that promised it reads first what somebody says came of it."""
    words = __("Iemand vertelt wat er kwam van ‘%(title)s’. Lees het: klopt het, of ziet uw groep het anders?")
    facts = {"title": event.thing.of.title}
    return [Message(person, words % facts) for person in speakers_of([event.thing.giver_id])]


@notice("monitoring.outcome.confirm")
def tell_confirmed(event: Event) -> Iterable[Message]:
    """Whoever wrote it down hears that somebody else agrees."""
    return _to_writer(event, __("Iemand anders bevestigt wat u opschreef over ‘%(title)s’."))


@notice("monitoring.outcome.hide")
def tell_hidden(event: Event) -> Iterable[Message]:
    """Whoever wrote it down hears that the editors took it away, and why."""
    return _to_writer(event, __("De redactie haalde ‘%(title)s’ weg. Reden: %(reason)s"))


def _to_writer(event: Event, text: str) -> list[Message]:
    words = text % {"title": event.thing.title, "reason": event.reason}
    return [Message(person, words) for person in sorted(event.thing.owner_persons)]
