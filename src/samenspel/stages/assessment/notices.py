"""Who hears what about talks over a task."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as __

from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.stages.assessment.queries import speakers_in, voices_of


@notice("assessment.talk.open")
def tell_provider(event: Event) -> Iterable[Message]:
    """Who does the task is asked to take part from the start."""
    text = __("Er begint een gesprek over uw taak: ‘%(title)s’. Praat mee: wat gaat goed, wat kan anders?")
    return [Message(person, text % {"title": event.thing.title}) for person in voices_of(event.thing.owner_parties)]


@notice("assessment.talk.conclude")
def tell_concluded(event: Event) -> Iterable[Message]:
    """Who spoke and who does the task hear what the parties conclude together."""
    return _to_all(event, __("Er is een advies over ‘%(title)s’: %(verdict)s. Reden: %(reason)s"))


@notice("assessment.talk.reply")
def tell_replied(event: Event) -> Iterable[Message]:
    """Who spoke hears the reply, and why."""
    return _to_all(event, __("%(who)s gaf antwoord op het advies over ‘%(title)s’. Reden: %(reason)s"))


@notice("assessment.talk.hide_voice")
def tell_hidden(event: Event) -> Iterable[Message]:
    """Whoever said it hears that it was taken away, and why."""
    text = __("De redactie haalde uw woorden weg uit een gesprek. Reden: %(reason)s")
    return [Message(person, text % {"reason": event.reason}) for person in event.thing.owner_persons]


def _to_all(event: Event, text: str) -> list[Message]:
    talk = event.thing
    facts = {"title": talk.title, "verdict": talk.get_verdict_display(), "reason": event.reason, "who": talk.replied_by}
    people = {*speakers_in(talk), *voices_of(talk.owner_parties)}
    return [Message(person, text % facts) for person in sorted(people)]
