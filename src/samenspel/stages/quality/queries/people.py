"""Parties that may sign, the people who speak for them, and what we keep of one person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.queries import parties_spoken_for, running
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.own_data import own_data
from samenspel.kernel.people.queries import parties_at
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place
from samenspel.stages.quality import rules
from samenspel.stages.quality.models import QualityDefinition, Signature


def parties_to_sign(actor: Actor, definition: QualityDefinition) -> QuerySet[Party]:
    """Parties for which this actor can enter a signature and that did not sign yet."""
    signed = Signature.objects.filter(definition=definition).values("party_id")
    return speakers(actor, definition.node.place).exclude(pk__in=signed)


def speakers(actor: Actor, place: Place) -> QuerySet[Party]:
    """Parties for which this actor can write: their own, and for those who note for others all parties here."""
    if not rules.notes_for_others(actor, place.pk):
        return parties_spoken_for(actor.mandates).filter(state=PartyState.ACTIVE).order_by("name")
    own = [m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party]
    here = parties_at(place).values("pk")
    return Party.objects.filter(Q(pk__in=here) | Q(pk__in=own)).select_related("place").order_by("name")


def voices_of(parties: Iterable[int]) -> list[int]:
    """The people who may speak for these parties."""
    wanted = set(parties)
    members = Membership.objects.filter(party_id__in=wanted, until__isnull=True, speaks_for=True)
    given = Mandate.objects.filter(running(), role=Role.REPRESENTATIVE, party_id__in=wanted)
    return sorted({*members.values_list("person_id", flat=True), *given.values_list("person_id", flat=True)})


@own_data("quality")
def own_signatures(person: int) -> list[dict[str, object]]:
    """What somebody signed for a party, for their own export."""
    rows = Signature.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("definition__node__code", "party__name", "name", "method", "on")]
