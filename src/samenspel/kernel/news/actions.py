"""Following, stopping, and keeping track of what was told. None of it stands in the journal: reading is private."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks.base import Task

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import action, keep
from samenspel.kernel.journal.clock import now
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.news import queries, rules
from samenspel.kernel.news.models import Follow, Reader
from samenspel.kernel.news.queries import News, Target
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.states import NoticeBy, NoticeRhythm
from samenspel.kernel.places.models import Place

LEASE = timedelta(minutes=10)  # longer than any mail server may take; see EMAIL_TIMEOUT
WAITS = (1, 5, 15, 60, 240, 720, 1440)  # minutes before another try
AN_HOUR = timedelta(hours=1)
PENDING = 5  # links an hour to one mailbox, and at most one for the same wish
HOUR = 7  # nobody is told anything at night
DAYS_BETWEEN = {NoticeRhythm.DAY.value: 1, NoticeRhythm.WEEK.value: 7}


def _next(rhythm: str) -> datetime:
    """When a reader with this rhythm is looked at again: at once, or some morning."""
    if rhythm not in DAYS_BETWEEN:
        return now()
    day = timezone.localdate(now()) + timedelta(days=DAYS_BETWEEN[rhythm])
    return timezone.make_aware(datetime.combine(day, time(HOUR)))


def _follow(reader: Reader, target: Target) -> Follow:
    return Follow(
        reader=reader, place=target.place, node=target.node, cycle=target.cycle, room=target.room,
        told_seq=queries.head_of(target.place.pk),
    )  # fmt: skip


@action("news.follow.start", rule=rules.may_follow, creates=True, journaled=False, label=_("Iets volgen"))
def follow(reader: Reader, *, by: Actor, target: Target) -> Follow:
    """Somebody hears by mail what happens to this from now on."""
    if reader._state.adding:
        reader.next_at = _next(reader.how_often)
        keep(reader)
    made = _follow(reader, target)
    made.confirmed_at = now()
    return made


@action(
    "news.follow.ask",
    rule=rules.may_ask,
    creates=True,
    journaled=False,
    label=_("Iets volgen met alleen een e-mailadres"),
)
def ask(place: Place, *, by: Actor, email: str, language: str, target: Target, send: Task[[int], bool]) -> None:
    """Somebody without an account wants to follow; a link goes to their address first.

    For each address the same happens, whether we know it or not; only the link in the mail changes something.
    """
    email, hour_ago = email.strip().lower(), now() - AN_HOUR
    # Locked: who asks at the same moment waits, and then sees the link that went.
    reader = Reader.objects.select_for_update().filter(email=email).first()
    reader = reader or keep(Reader(email=email, language=language))
    known = Follow.objects.filter(reader=reader, node=target.node, cycle=target.cycle, room=target.room).first()
    told = known is not None and (known.confirmed_at is not None or known.asked_at > hour_ago)
    if told or queries.links_sent(email, hour_ago) >= PENDING:
        send.enqueue(0)
        return
    known = known or _follow(reader, target)
    known.asked_at = now()
    send.enqueue(keep(known).pk)


@action("news.follow.confirm", rule=rules.may_confirm, journaled=False, label=_("Bevestigen dat u iets volgt"))
def confirm(follow: Follow, *, by: Actor) -> Follow:
    """The address is proven: from now on news of this goes there."""
    if follow.confirmed_at is None:
        follow.confirmed_at, follow.told_seq = now(), queries.head_of(follow.place_id)
        follow.reader.next_at, follow.reader.tries = _next(follow.reader.how_often), 0
        keep(follow.reader)
    return follow


@action("news.follow.stop", rule=rules.may_change, journaled=False, label=_("Stoppen met volgen"))
def stop(follow: Follow, *, by: Actor) -> None:
    """Somebody does not want to hear of this any more; an address without follows is forgotten."""
    reader = follow.reader
    follow.delete()
    if reader.person is None and not reader.follows.exists():
        reader.delete()


@action("news.reader.set_rhythm", rule=rules.may_change, journaled=False, label=_("Kiezen hoe vaak u e-mail krijgt"))
def set_rhythm(reader: Reader, *, by: Actor, rhythm: str, messages: bool = False) -> Reader:
    """Somebody says how often we may mail them: at once, daily, weekly or never."""
    if reader.person is None:
        reader.rhythm = rhythm
    else:
        _prefer(reader.person, rhythm, messages)
    reader.tries, reader.next_at = 0, _next(rhythm)
    return reader


def _prefer(person: Person, rhythm: str, messages: bool) -> None:
    person.notice_rhythm = rhythm
    if messages:
        person.notice_by = NoticeBy.EMAIL
    elif person.notice_by == NoticeBy.EMAIL:
        person.notice_by = NoticeBy.PAGE
    person.version += 1
    keep(person)


@action("news.reader.stop", rule=rules.may_change, journaled=False, label=_("Geen e-mail meer krijgen"))
def stop_all(reader: Reader, *, by: Actor) -> None:
    """No more mail to somebody, at once. Of whoever has no account nothing stays."""
    if reader.person is None:
        reader.delete()
        return
    reader.person.notice_rhythm = NoticeRhythm.NEVER
    reader.person.version += 1
    keep(reader.person)


@action("news.reader.note", rule=rules.may_send, creates=True, journaled=False, label=_("Weten wie e-mail wil"))
def note(person: Person, *, by: Actor) -> Reader:
    """Somebody who agreed to mail gets their first messages at the time that they chose."""
    return Reader(person=person, next_at=_next(person.notice_rhythm))


@action("news.reader.claim", rule=rules.may_send, journaled=False, label=_("Beginnen met versturen"))
def claim(reader: Reader, *, by: Actor) -> bool:
    """One worker takes a reader for ten minutes; another one that comes at the same moment finds them taken."""
    if reader.next_at > now():
        return False
    reader.next_at = now() + LEASE
    keep(reader)
    return True


@action("news.reader.settle", rule=rules.may_send, journaled=False, label=_("Opschrijven dat het is verstuurd"))
def settle(reader: Reader, *, by: Actor, news: News) -> Reader:
    """What was told is not told again."""
    Notice.objects.filter(pk__in=news.notices, sent_at=None).update(sent_at=now())
    for place, seq in news.heads.items():
        reader.follows.filter(place=place, told_seq__lt=seq).update(told_seq=seq)
    reader.tries, reader.next_at = 0, _next(reader.how_often)
    return reader


@action("news.reader.fail", rule=rules.may_send, journaled=False, label=_("Later nog eens proberen"))
def fail(reader: Reader, *, by: Actor) -> Reader:
    """A mail could not be sent; it is tried again later, each time after a longer wait."""
    wait = WAITS[min(reader.tries, len(WAITS) - 1)]
    reader.tries, reader.next_at = reader.tries + 1, now() + timedelta(minutes=wait)
    return reader


@action(
    "news.follow.forget", rule=rules.may_send, creates=True, journaled=False, label=_("Niet bevestigde adressen wissen")
)
def forget(before: datetime, *, by: Actor) -> int:
    """Addresses that nobody confirmed in time are deleted."""
    gone, _tables = Follow.objects.filter(confirmed_at=None, asked_at__lt=before).delete()
    Reader.objects.filter(person=None, follows=None).delete()
    return gone
