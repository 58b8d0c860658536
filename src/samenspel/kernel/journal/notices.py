"""Who is told what: rooms subscribe to verbs, messages are written in the act's own transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samenspel.contracts.actor import Actor
from samenspel.kernel.journal.models import Notice


@dataclass(frozen=True, slots=True)
class Event:
    """What just happened, before it is committed. `thing` is the saved row."""

    verb: str
    subject: str
    place: int
    thing: Any
    actor: Actor
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """Words for one person (primary key)."""

    person: int
    text: str


Teller = Callable[[Event], Iterable[Message]]
TELLERS: dict[str, list[Teller]] = {}


def notice(verb: str) -> Callable[[Teller], Teller]:
    """Subscribe a function to a verb."""

    def register(teller: Teller) -> Teller:
        TELLERS.setdefault(verb, []).append(teller)
        return teller

    return register


def tell(event: Event) -> int:
    """Write the messages that an event asks for; nobody hears of their own act."""
    rows = [
        Notice(
            person=m.person,
            place=event.place,
            verb=event.verb,
            subject=event.subject,
            text=m.text,
            at=event.at,
        )
        for teller in TELLERS.get(event.verb, ())
        for m in teller(event)
        if m.person != event.actor.person
    ]
    Notice.objects.bulk_create(rows)
    return len(rows)
