"""Who writes down what is good, who signs, and who sees what is not on the table yet."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import represents_owner, role, speaks_for_a_party

WRITERS = (Role.EDITOR, Role.BROKER, Role.ORGANISER, Role.AREA_TEAM, Role.DESK)
NOTERS = (Role.EDITOR, Role.BROKER, Role.ORGANISER, Role.DESK)

may_draft = speaks_for_a_party | role(*WRITERS)
may_write = represents_owner | role(*WRITERS)
may_open = represents_owner | role(*WRITERS)
may_sign = speaks_for_a_party | role(*NOTERS)
may_replace = speaks_for_a_party | role(*WRITERS)
may_link = represents_owner | role(*WRITERS)
may_publish = role(Role.ORGANISER, Role.EDITOR)


def notes_for_others(actor: Actor, place: int) -> bool:
    """Whether this actor may enter what others signed on paper."""
    return any(actor.holds(r, place) for r in NOTERS)


def writes_here(actor: Actor, place: int) -> bool:
    """Whether this actor writes definitions at this place, without a party."""
    return any(actor.holds(r, place) for r in WRITERS)


def writes_at(actor: Actor) -> frozenset[int]:
    """Places where this actor sees drafts."""
    return frozenset(m.place for m in actor.mandates if m.role in WRITERS)


def visible_to(actor: Actor) -> Q:
    """What lies on the table is for everybody; a draft for the writers there and for its party."""
    return _seen(actor, "")


def details_visible_to(actor: Actor) -> Q:
    """Sentences and signatures show with their definition."""
    return _seen(actor, "definition__")


def _seen(actor: Actor, at: str) -> Q:
    seen = Q(**{f"{at}node__public": True})
    if places := writes_at(actor):
        seen |= Q(**{f"{at}node__place_id__in": places})
    if spoken := {m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party}:
        seen |= Q(**{f"{at}party_id__in": spoken})
    return seen
