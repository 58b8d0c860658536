"""Who hears what about groups and contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.kernel.people.models import Membership, Party


def speakers_of(party: Party | int) -> Iterator[int]:
    """The persons who speak for a party."""
    rows = Membership.objects.filter(party=party, until__isnull=True, speaks_for=True)
    yield from rows.values_list("person_id", flat=True)


@notice("people.party.join")
def tell_the_group(event: Event) -> Iterable[Message]:
    """The group hears that somebody joined."""
    membership: Membership = event.thing
    words = _("Er doet iemand nieuw mee met %(group)s.") % {"group": membership.party.name}
    return [Message(person, words) for person in speakers_of(membership.party)]


@notice("people.party.let_speak")
def tell_the_speaker(event: Event) -> Iterable[Message]:
    """Somebody hears that they may speak for the group, or no longer."""
    membership: Membership = event.thing
    if membership.speaks_for:
        words = _("U mag nu namens %(group)s spreken.")
    else:
        words = _("U spreekt niet meer namens %(group)s.")
    return [Message(membership.person_id, words % {"group": membership.party.name})]


@notice("people.party.join_into")
def tell_everybody(event: Event) -> Iterable[Message]:
    """Everybody of both groups hears that they go on together."""
    party: Party = event.thing
    if party.joined_into is None:
        return []
    words = _("%(one)s gaat verder samen met %(other)s.") % {"one": party.name, "other": party.joined_into.name}
    rows = Membership.objects.filter(party=party.joined_into, until__isnull=True)
    return [Message(person, words) for person in rows.values_list("person_id", flat=True)]


@notice("people.contact.name")
def tell_the_contact(event: Event) -> Iterable[Message]:
    """A contact and a stand-in hear that people may ask them."""
    point = event.thing
    words = _("Mensen kunnen u nu vragen stellen over %(code)s.") % {"code": point.code}
    return [Message(person, words) for person in (point.person_id, point.stand_in_id) if person]
