"""Who calls to the table, who signs, who promises, and who says how it went."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, represents_owner, role, speaks_for_a_party, staff
from samenspel.stages.pact.models import PactParty

PAST = _("Deze dag is al voorbij. Kies vandaag of een dag die nog komt.")
REACH = timedelta(days=4 * 365 + 1)  # as long as a council sits: who promises is still there to ask
TOO_FAR = _("Deze dag is te ver weg. Kies een dag binnen vier jaar. Duurt het langer? Beloof dan de eerste stap.")

NOTERS = (Role.EDITOR, Role.BROKER, Role.ORGANISER, Role.DESK)
notes = role(*NOTERS)

receives = Rule(
    lambda actor, subject: any(actor.represents(party) for party in getattr(subject, "receiver_parties", ())),
    _("woordvoerder van de partij aan wie het is beloofd"),
)
by_volunteers = Rule(
    lambda actor, subject: bool(getattr(subject, "volunteers", False)), _("de gever een groep van vrijwilligers is")
)

may_convene = speaks_for_a_party | notes
may_describe = represents_owner | notes
may_open = represents_owner | notes
may_sign = speaks_for_a_party | notes
may_bring_into_force = represents_owner | role(Role.EDITOR, Role.BROKER, Role.ORGANISER)
may_end = represents_owner | role(Role.EDITOR, Role.ORGANISER)
may_promise = speaks_for_a_party | notes
may_keep = represents_owner | receives | notes
may_change = represents_owner | notes
may_step_back = by_volunteers & may_change
may_mark_late = represents_owner | receives | notes
may_mark_unanswered = receives | role(Role.EDITOR, Role.BROKER, Role.ORGANISER)
may_connect = represents_owner | notes
may_remind = staff | role(Role.EDITOR, Role.BROKER, Role.ORGANISER)
may_publish = role(Role.ORGANISER, Role.EDITOR)


def too_far(due: date, today: date) -> bool:
    """Whether nobody could follow this promise up: its day is out of reach."""
    return due - today > REACH


def notes_for_others(actor: Actor, place: int) -> bool:
    """Whether this actor may enter what others signed on paper or said at a table."""
    return any(actor.holds(r, place) for r in NOTERS)


def spoken_for(actor: Actor) -> frozenset[int]:
    """Parties for which this actor speaks."""
    return frozenset(m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party)


def visible_to(actor: Actor) -> Q:
    """A pact on the table is for everybody; a draft for the parties at the table and for who notes there."""
    return _seen_pact(actor, "", "pk")


def of_visible_pact(actor: Actor) -> Q:
    """Who is at the table and who signed shows with the pact."""
    return _seen_pact(actor, "pact__", "pact_id")


def commitments_visible_to(actor: Actor) -> Q:
    """A promise is for everybody, unless its pact is not on the table yet."""
    seen = _public_or_noted(actor, "")
    if parties := spoken_for(actor):
        seen |= Q(giver_id__in=parties) | Q(receiver_id__in=parties) | Q(pact_id__in=_tables_of(parties))
    return seen


def _seen_pact(actor: Actor, at: str, key: str) -> Q:
    seen = _public_or_noted(actor, at)
    if parties := spoken_for(actor):
        seen |= Q(**{f"{at}convener_id__in": parties}) | Q(**{f"{key}__in": _tables_of(parties)})
    return seen


def _public_or_noted(actor: Actor, at: str) -> Q:
    seen = Q(**{f"{at}node__public": True})
    if places := {m.place for m in actor.mandates if m.role in NOTERS}:
        seen |= Q(**{f"{at}node__place_id__in": places})
    return seen


def _tables_of(parties: frozenset[int]) -> QuerySet[PactParty, Any]:
    """A subquery instead of a join, so that a pact with two such parties is not counted twice."""
    return PactParty.objects.filter(party__in=parties).values_list("pact_id", flat=True)
