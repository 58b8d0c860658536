"""Writing about a party as a whole: found, describe, split, go on together, stop."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed, action, keep
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people import rules
from samenspel.kernel.people.actions.person import acting_person
from samenspel.kernel.people.models import ContinuityMark, Membership, Party, Person
from samenspel.kernel.people.names import checked_name, name_key
from samenspel.kernel.people.slugs import free_slug
from samenspel.kernel.people.states import PartyKind, PartyPhase, PartyState
from samenspel.kernel.people.validators import RESERVED
from samenspel.kernel.places.models import Place

PARTY_WORDS = ("name", "why", "what", "for_whom", "needs", "gives", "phase")


def _slug(place: Place, name: str) -> str:
    known = Party.objects.filter(place=place)
    return free_slug(name, lambda slug: slug in RESERVED or known.filter(slug=slug).exists())


def _new(place: Place, by: Actor, name: str, kind: str, **words: Any) -> Party:
    """A party with a name and a kind that are its own; saved."""
    if kind not in rules.kinds_for(by, place):
        raise NotAllowed(
            _(
                "Een gemeente of instelling begint hier via de organisator of de beheerder. Er is niets bewaard. "
                "Vraag het aan hen, of kies een andere soort."
            )
        )
    return keep(_named(Party(place=place, slug=_slug(place, name), kind=kind, founded_at=today(), **words), name))


def _named(party: Party, name: str) -> Party:
    """Names of a place are given out one by one, so that the second of two at once hears that it is taken."""
    Place.objects.select_for_update(no_key=True).get(pk=party.place_id)
    party.name = checked_name(name)
    party.name_key = name_key(party.name)
    return party


def stands_behind(person: Person, party: Party, *, speaks_for: bool = False, shown: bool = False) -> Membership:
    """A membership from today that is not saved yet."""
    return Membership(person=person, party=party, since=today(), speaks_for=speaks_for, shown=shown)


@action("people.party.found", target=PartyState.ACTIVE, rule=rules.may_found, label=_("Een groep beginnen"))
def found_party(
    place: Place,
    *,
    by: Actor,
    name: str,
    kind: str = PartyKind.COMMUNITY,
    why: str = "",
    what: str = "",
    for_whom: str = "",
    phase: str = PartyPhase.START,
    with_founder: bool = True,
    speaker: Person | None = None,
) -> Party:
    """People are a party from now on, at the same table as everybody; it takes a minute and no legal form.

    An organiser or administrator may begin it for others: then `speaker` is the first who speaks for it.
    """
    if speaker and not rules.may_found_any_kind(by, place):
        raise NotAllowed()
    party = _new(place, by, name, kind, why=why, what=what, for_whom=for_whom, phase=phase)
    if speaker or with_founder:
        keep(stands_behind(speaker or acting_person(by, place), party, speaks_for=True))
    return party


@action(
    "people.party.describe",
    source={PartyState.ACTIVE},
    rule=rules.may_describe,
    label=_("De pagina bijwerken"),
)
def describe_party(party: Party, /, *, by: Actor, **words: Any) -> Party:
    """The group says in its own words why it exists, what it needs and what it gives."""
    for field, value in words.items():
        if field not in PARTY_WORDS:
            raise BadInput()
        setattr(party, field, value)
    return _named(party, words["name"]) if "name" in words else party


@action("people.party.split", source={PartyState.ACTIVE}, rule=rules.may_describe, label=_("De groep splitsen"))
def split_party(party: Party, *, by: Actor, name: str, why: str = "", what: str = "", for_whom: str = "") -> Party:
    """Part of the group goes on as a group of its own, and it stays visible where it came from."""
    new = _new(party.place, by, name, party.kind, why=why, what=what, for_whom=for_whom, split_from=party)
    keep(stands_behind(acting_person(by, party.place), new, speaks_for=True))
    return new


@action(
    "people.party.join_into",
    source={PartyState.ACTIVE},
    target=PartyState.STOPPED,
    rule=rules.may_describe,
    label=_("Samen verder met een andere groep"),
)
def join_into(party: Party, *, by: Actor, other: Party) -> Party:
    """Two groups go on as one, with a yes of both; the name of the first stays known."""
    if other.pk == party.pk or other.state != PartyState.ACTIVE:
        raise BadInput(_("Kies een andere groep die nog actief is."))
    if not by.represents(other.pk):
        raise NotAllowed(_("De andere groep moet ook ja zeggen. Vraag een woordvoerder van die groep mee te doen."))
    there = set(Membership.objects.filter(party=other, until=None).values_list("person_id", flat=True))
    for membership in Membership.objects.filter(party=party, until=None).select_related("person"):
        if membership.person_id not in there:
            keep(stands_behind(membership.person, other, shown=membership.shown))
        membership.until = today()
        keep(membership)
    party.joined_into, party.stopped_at = other, today()
    return party


@action(
    "people.party.stop",
    source={PartyState.ACTIVE},
    target=PartyState.STOPPED,
    rule=rules.may_describe,
    label=_("Stoppen als groep"),
)
def stop_party(party: Party, *, by: Actor) -> Party:
    """The group stops; what it did and gave stays on its page."""
    party.stopped_at = today()
    return party


@action(
    "people.party.mark_link",
    source={PartyState.ACTIVE},
    rule=rules.may_describe,
    label=_("Kijken wat de groep sterk maakt"),
)
def mark_link(party: Party, *, by: Actor, link: str, mark: str, note: str = "") -> ContinuityMark:
    """The group looks at one of the six links that keep it going; only for itself, never compared."""
    row = ContinuityMark.objects.filter(party=party, link=link).first() or ContinuityMark(party=party, link=link)
    row.mark, row.note, row.marked_on = mark, note, today()
    return row
