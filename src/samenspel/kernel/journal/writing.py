"""Appending to the journal and blanking words in it. Called by the action machinery only."""

from collections.abc import Collection, Mapping
from datetime import datetime

from samenspel.contracts.actor import Actor
from samenspel.kernel.journal.chain import canonical, chained, digest, new_salt, stamp
from samenspel.kernel.journal.clock import now
from samenspel.kernel.journal.models import Entry, EntryText, Head, Notice


def _locked_head(place: int) -> Head:
    """The end of the chain, locked; made on the first act of a place."""
    Head.objects.get_or_create(place=place)
    return Head.objects.select_for_update().get(place=place)


def append(
    place: int,
    verb: str,
    subject: str,
    actor: Actor,
    facts: Mapping[str, object],
    words: Mapping[str, str],
    at: datetime,
) -> Entry:
    """Write one entry at the end of a place's chain."""
    # Who did it stands beside the chain, under a salted digest: published entries never tie acts to a person,
    # and a person can be forgotten without breaking the chain.
    beside = {**words, "person": "" if actor.person is None else str(actor.person)}
    salted = {field: (new_salt(), body) for field, body in beside.items() if body}
    head = _locked_head(place)
    text = canonical(
        {
            "place": place,
            "seq": head.seq + 1,
            "at": stamp(at),
            "verb": verb,
            "subject": subject,
            "party": actor.party,
            "channel": actor.channel.value,
            "facts": dict(facts),
            "words": {field: digest(salt, body) for field, (salt, body) in salted.items()},
        }
    )
    head.seq, head.hash = head.seq + 1, chained(head.hash, text)
    entry = Entry.objects.create(
        place=place, seq=head.seq, at=at, verb=verb, subject=subject, person=actor.person,
        party=actor.party, channel=actor.channel.value, canonical=text, hash=head.hash,
    )  # fmt: skip
    EntryText.objects.bulk_create(
        EntryText(entry=entry, field=field, person=actor.person, salt=salt, body=body)
        for field, (salt, body) in salted.items()
    )
    head.save(update_fields=["seq", "hash"])
    return entry


def rename_in_messages(subjects: Collection[str], old: str, new: str) -> None:
    """A name that was taken back goes from what others were told about these things."""
    for told in Notice.objects.filter(subject__in=subjects, text__contains=old):
        Notice.objects.filter(pk=told.pk).update(text=told.text.replace(old, new))


def erase_words(person: int) -> int:
    """Blank everything of a person in the journal, and what they were told; the chain still verifies."""
    Entry.objects.filter(person=person).update(person=None)
    Notice.objects.filter(person=person).delete()
    theirs = EntryText.objects.filter(person=person, erased_at=None)
    return theirs.update(body="", salt="", erased_at=now())
