"""What the proposals room keeps of one person."""

from __future__ import annotations

from samenspel.kernel.people.own_data import own_data
from samenspel.stages.proposals.models import Proposal


@own_data("proposals")
def own_proposals(person: int) -> list[dict[str, object]]:
    """What somebody proposed, for their own export."""
    rows = Proposal.objects.filter(person=person).order_by("pk")
    fields = ("node__code", "node__title", "summary", "text__body", "where", "state", "handed_in_on")
    return [dict(row) for row in rows.values(*fields)]
