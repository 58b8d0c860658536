"""Reading the journal and checking that nobody changed it."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, Max, OuterRef, Prefetch, QuerySet, Subquery, Sum
from django.db.models.functions import Cast

from samenspel.kernel.journal.chain import GENESIS, chained, digest
from samenspel.kernel.journal.models import Entry, EntryText, Head, Notice


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in a chain that does not verify. `code`: gap, text, chain, words, head, or anchor."""

    place: int
    seq: int
    code: str


def entries_of(place: int) -> QuerySet[Entry]:
    """Everything that happened at a place, newest first, with the words that are still there."""
    return Entry.objects.filter(place=place).prefetch_related("texts").order_by("-seq")


def entries_about(subject: str) -> QuerySet[Entry]:
    """The history of one thing, oldest first."""
    return Entry.objects.filter(subject=subject).prefetch_related("texts").order_by("place", "seq")


def reasoned(place: int, verbs: Collection[str], most: int, **also: Any) -> list[EntryText]:
    """The last reasons given with one of these verbs, each with its entry and what is asked along; one query."""
    found = EntryText.objects.filter(entry__place=place, entry__verb__in=verbs, field="reason", erased_at=None)
    return list(found.select_related("entry").annotate(**also).order_by("-entry__seq")[:most])


def histories(subjects: Collection[str], **also: Any) -> dict[str, list[Any]]:
    """What happened with each of these things, oldest first, with the reason that is still there; one query.

    `also`: what to look up beside each entry, such as the name of its party.
    """
    given = EntryText.objects.filter(entry=OuterRef("pk"), field="reason", erased_at=None).values("body")[:1]
    found: dict[str, list[Any]] = {}
    for entry in Entry.objects.filter(subject__in=subjects).annotate(reason=Subquery(given), **also).order_by("seq"):
        found.setdefault(entry.subject, []).append(entry)
    return found


def subjects_of(person: int, starting: str) -> set[str]:
    """The things of one sort that somebody did something with."""
    found = Entry.objects.filter(person=person, subject__startswith=starting)
    return set(found.values_list("subject", flat=True))


def words_of(person: int) -> list[dict[str, object]]:
    """What somebody did, and the words they gave with it, oldest first; for their own export."""
    acts = Entry.objects.filter(person=person).order_by("place", "seq").prefetch_related("texts")
    return [
        {
            "at": entry.at, "verb": entry.verb, "subject": entry.subject, "channel": entry.channel,
            "words": {t.field: t.body for t in entry.texts.all() if t.field != "person" and t.erased_at is None},
        }
        for entry in acts
    ]  # fmt: skip


def acts_by_channel(place: int, verbs: Collection[str], subjects: Any) -> list[tuple[str, str, int]]:
    """How often each of these acts was done to some things (codes, or a question for codes), by way; one query."""
    found = Entry.objects.filter(place=place, verb__in=verbs, subject__in=subjects)
    return list(found.values_list("verb", "channel").annotate(times=Count("pk")).order_by("verb", "channel"))


def last_acts(place: int) -> QuerySet[Any, Any]:
    """The number of the last entry of each party at a place: rows with its key as a name, for a larger query."""
    acted = Entry.objects.filter(place=place, party__isnull=False).order_by().values("party").annotate(last=Max("seq"))
    return acted.values_list(Cast("party", CharField()), "last")


def head_of(place: int) -> str:
    """The last hash of a place's chain, printed in editions and digests as an anchor."""
    return Head.objects.filter(place=place).values_list("hash", flat=True).first() or GENESIS


def last_act(place: int) -> Entry | None:
    """The last thing that happened at a place."""
    return Entry.objects.filter(place=place).order_by("-seq").first()


def position() -> int:
    """How many entries all chains hold together: every act, anywhere, moves it."""
    return int(Head.objects.aggregate(entries=Sum("seq"))["entries"] or 0)


def messages_for(person: int) -> QuerySet[Notice]:
    """What somebody was told, newest first."""
    return Notice.objects.filter(person=person).order_by("-at", "-pk")


def _entry_faults(entry: Entry, seq: int, previous: str) -> Iterator[Fault]:
    facts = json.loads(entry.canonical)
    if entry.seq != seq:
        yield Fault(entry.place, seq, "gap")
    if (facts["seq"], facts["verb"], facts["subject"]) != (entry.seq, entry.verb, entry.subject):
        yield Fault(entry.place, entry.seq, "text")
    if entry.hash != chained(previous, entry.canonical):
        yield Fault(entry.place, entry.seq, "chain")
    present = {t.field: t for t in entry.texts.all()}
    for field, expected in facts["words"].items():
        text = present.get(field)
        if text is None or (text.erased_at is None and digest(text.salt, text.body) != expected):
            yield Fault(entry.place, entry.seq, "words")


def faults(place: int, anchor: str = "") -> Iterator[Fault]:
    """Walk a place's whole chain; yields nothing when everything is as it was written."""
    previous, seq, anchored = GENESIS, 0, not anchor
    walk = Entry.objects.filter(place=place).order_by("seq")
    for entry in walk.prefetch_related(Prefetch("texts", EntryText.objects.all())).iterator(chunk_size=500):
        seq += 1
        yield from _entry_faults(entry, seq, previous)
        previous, seq = entry.hash, entry.seq
        anchored = anchored or anchor == entry.hash
    head = Head.objects.filter(place=place).first()
    if head and (head.seq, head.hash) != (seq, previous):
        yield Fault(place, seq, "head")
    if not anchored:
        yield Fault(place, seq, "anchor")


def places_with_a_journal() -> list[int]:
    """Every place that has a chain."""
    return list(Head.objects.order_by("place").values_list("place", flat=True))
