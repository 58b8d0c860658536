"""What the agenda keeps of one person."""

from __future__ import annotations

from samenspel.kernel.people.own_data import own_data
from samenspel.stages.agenda.models import Dissent


@own_data("agenda")
def own_dissents(person: int) -> list[dict[str, object]]:
    """Where somebody thought otherwise, for their own export."""
    rows = Dissent.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("priority__node__code", "text__body", "said_by", "said_on")]
