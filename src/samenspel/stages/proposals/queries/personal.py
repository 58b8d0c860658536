"""What the proposals room keeps of one person."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from samenspel.kernel.access.interests import made_by, of_parties_of
from samenspel.kernel.people.own_data import own_data
from samenspel.stages.proposals.models import Proposal


@made_by("proposals")
def made(person: int, after: date) -> QuerySet[Proposal]:
    """What somebody or a party of theirs proposed: they have an interest in what comes of it."""
    return Proposal.objects.filter(Q(person=person) | of_parties_of(person, "party", after))


@own_data("proposals")
def own_proposals(person: int) -> list[dict[str, object]]:
    """What somebody proposed, for their own export."""
    rows = Proposal.objects.filter(person=person).order_by("pk")
    fields = ("node__code", "node__title", "summary", "text__body", "where", "state", "handed_in_on")
    return [dict(row) for row in rows.values(*fields)]
