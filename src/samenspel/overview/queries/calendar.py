"""The dates of a neighbourhood, for a page and for people's own calendars (RFC 5545). Only what is public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.instruments.questions import queries as questions
from samenspel.kernel.cycle import queries as cycles
from samenspel.overview.words import room_name
from samenspel.stages.commissioning import queries as commissioning
from samenspel.stages.pact import queries as pact

When = date | datetime
MOST = 2000  # events in one calendar


@dataclass(frozen=True, slots=True)
class Event:
    """One date: `key` never changes, so that a calendar moves an event instead of adding a second one."""

    key: str
    when: When
    title: str
    url: str
    about: str = ""

    @property
    def day(self) -> date:
        """The day on which it is."""
        return timezone.localtime(self.when).date() if isinstance(self.when, datetime) else self.when


def events(place: Any, only: Any = None) -> list[Event]:
    """Every date of a place, or of one round; five queries, however many rounds there are."""
    rounds = cycles.rounds_with_stages(place)
    chosen = {c: stages for c, stages in rounds.items() if only is None or c.pk == only.pk}
    found = [*_rounds(chosen), *_municipality(chosen), *_questions(chosen), *_promises(chosen), *_votes(chosen)]
    return sorted(found, key=lambda e: (e.day, e.key))[-MOST:]


def ahead(found: Iterable[Event]) -> list[Event]:
    """What is still to come."""
    return [e for e in found if e.day >= timezone.localdate()]


def _rounds(chosen: dict[Any, list[Any]]) -> Iterator[Event]:
    """When rounds and their steps begin and end."""
    for cycle, stages in chosen.items():
        spans = [(f"{cycle.slug}", cycle.title, cycle)]
        spans += [(f"{cycle.slug}-{s.stage}", room_name(s.stage), s) for s in stages if s.state != "skipped"]
        for key, name, row in spans:
            if row.opens_on:
                yield Event(
                    f"{key}-begin", row.opens_on, _("%(what)s begint") % {"what": name}, cycle.get_absolute_url()
                )
            if row.closes_on:
                yield Event(
                    f"{key}-end", row.closes_on, _("%(what)s eindigt") % {"what": name}, cycle.get_absolute_url()
                )


def _municipality(chosen: Iterable[Any]) -> Iterator[Event]:
    """When the municipality decides, and when what is meant for it must have arrived."""
    for item in cycles.dates_in(chosen):
        url, body = item.cycle.get_absolute_url() + "kalender/", item.body.name if item.body else ""
        kind = item.kind_beside
        about = f"{kind.capitalize()}. {body}".strip() if kind else body
        yield Event(f"date-{item.pk}", item.date, item.title, url, about)
        if item.must_arrive_by:
            title = _("Uiterlijk vandaag insturen: %(what)s") % {"what": item.title}
            yield Event(f"date-{item.pk}-papers", item.must_arrive_by, title, url, about)


def _questions(chosen: Iterable[Any]) -> Iterator[Event]:
    for asked in questions.waiting_in(chosen):
        title = _("Antwoord uiterlijk vandaag: %(what)s") % {"what": asked.title}
        yield Event(f"{asked.code}-due", asked.due, title, asked.get_absolute_url(), asked.code)


def _promises(chosen: Iterable[Any]) -> Iterator[Event]:
    for promise in pact.due_in(chosen):
        title = _("Beloofd voor vandaag: %(what)s") % {"what": promise.title}
        about = f"{promise.code}, {promise.giver.name}"
        yield Event(f"{promise.code}-due", promise.due, title, promise.get_absolute_url(), about)


def _votes(chosen: Iterable[Any]) -> Iterator[Event]:
    for call in commissioning.voting_in(chosen):
        facts, url = {"what": call.title}, call.get_absolute_url()
        if call.opens_at:
            yield Event(
                f"{call.code}-opens", call.opens_at, _("Stemmen kan vanaf nu: %(what)s") % facts, url, call.code
            )
        if call.closes_at:
            yield Event(
                f"{call.code}-closes", call.closes_at, _("Stemmen kan tot nu: %(what)s") % facts, url, call.code
            )


def ics(found: Iterable[Event], *, name: str, site: str, host: str, stamp: datetime) -> bytes:
    """The events as a file that calendar programs read. `stamp`: when anything last changed."""
    import icalendar  # only whoever asks for a calendar pays for it

    calendar = icalendar.Calendar()
    head = {"prodid": f"-//Samenspel//{host}//NL", "version": "2.0", "calscale": "GREGORIAN", "method": "PUBLISH",
            "x-wr-calname": name, "name": name, "x-wr-timezone": "Europe/Amsterdam"}  # fmt: skip
    for key, value in head.items():
        calendar.add(key, value)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for event in found:
        calendar.add_component(_component(icalendar.Event(), event, site, host, stamp))
    return bytes(calendar.to_ical())


def _component(made: Any, event: Event, site: str, host: str, stamp: datetime) -> Any:
    made.add("uid", f"{event.key}@{host}")
    made.add("dtstamp", stamp.astimezone(UTC))
    if isinstance(event.when, datetime):
        made.add("dtstart", event.when.astimezone(UTC))
    else:
        made.add("dtstart", event.when)
        made.add("dtend", event.when + timedelta(days=1))  # a whole day ends when the next one begins
    made.add("summary", event.title)
    made.add("url", f"{site}{event.url}")
    if event.about:
        made.add("description", event.about)
    made.add("transp", "TRANSPARENT")
    return made
