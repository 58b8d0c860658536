"""Parties that may promise and sign, the people who speak for them, and what we keep of one person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.queries import running
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.own_data import own_data
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place
from samenspel.stages.pact import rules
from samenspel.stages.pact.models import Pact, Signature


def parties_here(place: Place) -> QuerySet[Party]:
    """Every party of a place that still does things."""
    return Party.objects.filter(place=place, state=PartyState.ACTIVE).select_related("place").order_by("name", "pk")


def speakers(actor: Actor, place: Place) -> QuerySet[Party]:
    """Parties for which this actor can write: their own, and for those who note for others all parties here."""
    wanted = Q(pk__in=rules.spoken_for(actor))
    if rules.notes_for_others(actor, place.pk):
        wanted |= Q(place=place)
    return Party.objects.filter(wanted, state=PartyState.ACTIVE).select_related("place").order_by("name", "pk")


def parties_to_sign(actor: Actor, pact: Pact) -> QuerySet[Party]:
    """Parties for which this actor can enter a signature and that did not sign yet."""
    signed = Signature.objects.filter(pact=pact).values("party_id")
    return speakers(actor, pact.node.place).exclude(pk__in=signed)


def voices_of(parties: Iterable[int]) -> list[int]:
    """The people who may speak for these parties."""
    wanted = set(parties)
    members = Membership.objects.filter(party_id__in=wanted, until__isnull=True, speaks_for=True)
    given = Mandate.objects.filter(running(), role=Role.REPRESENTATIVE, party_id__in=wanted)
    return sorted({*members.values_list("person_id", flat=True), *given.values_list("person_id", flat=True)})


@own_data("pact")
def own_signatures(person: int) -> list[dict[str, object]]:
    """What somebody signed for a party, for their own export."""
    rows = Signature.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("pact__node__code", "party__name", "name", "method", "on")]
