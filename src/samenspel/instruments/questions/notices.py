"""Who hears of a question, in plain Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import speakers_of, who_answers
from samenspel.kernel.journal.notices import Event, Message, notice


def _to(persons: Iterable[int | None], words: str, question: Question) -> Iterator[Message]:
    facts = {"code": question.code, "title": question.title, "due": date_format(question.due, "j F Y")}
    for person in persons:
        if person:
            yield Message(person, words % facts)


@notice("questions.question.ask")
@notice("questions.question.let_through")
def tell_addressee(event: Event) -> Iterable[Message]:
    """The party that was asked knows by when it answers, as soon as everybody can read the question."""
    if not event.thing.node.public:
        return ()
    words = _("Er is een vraag aan u: %(title)s (%(code)s). Antwoord graag uiterlijk op %(due)s.")
    return _to(who_answers(event.thing), words, event.thing)


@notice("questions.question.answer")
def tell_asker(event: Event) -> Iterable[Message]:
    """Whoever asked reads the answer and may judge it."""
    words = _("Er is een antwoord op uw vraag %(title)s (%(code)s). Zegt u of het antwoord goed is?")
    return _to(_askers(event.thing), words, event.thing)


@notice("questions.question.forward")
def tell_other(event: Event) -> Iterable[Message]:
    """The other party says whether it is its task."""
    words = _("Een vraag is naar u doorgegeven: %(title)s (%(code)s). Neemt u de vraag aan?")
    return _to(speakers_of([event.thing.offered_to_id]), words, event.thing)


@notice("questions.question.accept")
def tell_asker_of_other(event: Event) -> Iterable[Message]:
    """Whoever asked knows who answers now."""
    words = _("Een andere partij heeft uw vraag %(title)s (%(code)s) aangenomen. U hoort het uiterlijk op %(due)s.")
    return _to(_askers(event.thing), words, event.thing)


@notice("questions.question.decline")
def tell_addressee_again(event: Event) -> Iterable[Message]:
    """The first party still owes the answer."""
    words = _("De andere partij nam de vraag %(title)s (%(code)s) niet aan. U geeft antwoord, uiterlijk op %(due)s.")
    return _to(who_answers(event.thing), words, event.thing)


@notice("questions.question.judge")
def tell_addressee_judged(event: Event) -> Iterable[Message]:
    """The party that answered hears whether it will do."""
    good = _("Wie het vroeg, is tevreden met uw antwoord: %(title)s (%(code)s).")
    not_yet = _("Wie het vroeg, is nog niet tevreden: %(title)s (%(code)s). U kunt nog een keer antwoorden.")
    words = good if event.thing.satisfied else not_yet
    return _to(who_answers(event.thing), words, event.thing)


@notice("questions.question.hide")
def tell_asker_hidden(event: Event) -> Iterable[Message]:
    """Whoever asked hears that it is out of sight, and why."""
    words = _("Uw vraag %(title)s (%(code)s) is niet meer openbaar.") + " " + event.reason.replace("%", "%%")
    return _to(_askers(event.thing), words, event.thing)


def _askers(question: Question) -> list[int | None]:
    return [question.asker_id, *speakers_of([question.asker_party_id])]
