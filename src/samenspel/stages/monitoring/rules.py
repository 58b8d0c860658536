"""Who says what came of it, who agrees, and who writes lessons."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, anyone, represents_owner, role, speaks_for_a_party

EDITORS = (Role.EDITOR, Role.ORGANISER)
WRITERS = (Role.EDITOR, Role.BROKER, Role.ORGANISER, Role.AREA_TEAM)

somebody_else = Rule(
    lambda actor, subject: (
        actor.person not in subject.owner_persons and not any(map(actor.represents, subject.owner_parties))
    ),
    _("wie het niet zelf opschreef"),
)

may_record = anyone
may_confirm = (speaks_for_a_party | role(*WRITERS)) & somebody_else
may_hide = role(*EDITORS)
may_draft = speaks_for_a_party | role(*WRITERS)
may_write = represents_owner | role(*WRITERS)
may_share = role(Role.EDITOR, Role.BROKER, Role.ORGANISER)
may_publish = role(*EDITORS)


def writes_here(actor: Actor, place: int) -> bool:
    """Whether this actor writes lessons at this place, without a party."""
    return any(actor.holds(r, place) for r in WRITERS)


def _places(actor: Actor, *roles: Role) -> frozenset[int]:
    return frozenset(m.place for m in actor.mandates if m.role in roles)


def spoken_for(actor: Actor) -> frozenset[int]:
    """Parties for which this actor speaks."""
    return frozenset(m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party)


def waits(actor: Actor) -> bool:
    """Whether somebody else reads it first: nobody knows a visitor without account."""
    return actor.person is None and not actor.mandates


def visible_to(actor: Actor) -> Q:
    """For everybody, once read. What waits is for who works here and who promised it; what is gone, for editors."""
    seen = Q(node__public=True)
    if places := _places(actor, *WRITERS):
        seen |= Q(node__place_id__in=places, state="recorded")
    if places := _places(actor, *EDITORS):
        seen |= Q(node__place_id__in=places)
    if actor.person is not None:
        seen |= Q(person=actor.person)
    if parties := spoken_for(actor):
        seen |= Q(giver_id__in=parties, state="recorded")
    return seen


def is_about(actor: Actor, giver: int | None) -> bool:
    """Whether this actor speaks for the party that promised it."""
    return giver is not None and actor.represents(giver)


def lessons_visible_to(actor: Actor) -> Q:
    """A shared lesson is for everybody; a draft for the writers there and the party that wrote it."""
    seen = Q(node__public=True)
    if places := _places(actor, *WRITERS):
        seen |= Q(node__place_id__in=places)
    if parties := spoken_for(actor):
        seen |= Q(party_id__in=parties)
    return seen
