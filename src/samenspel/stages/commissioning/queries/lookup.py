"""To which votes somebody is led who types a receipt or a voting code where other codes belong."""

from samenspel.instruments.ballots import queries as ballots
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.states import CallState

MOST = 50


def votes_open() -> list[Call]:
    """The votes of every neighbourhood in which somebody can vote now."""
    found = Call.objects.filter(state=CallState.OPEN, box__isnull=False, node__public=True)
    return list(found.select_related("node__place", "node__cycle").order_by("closes_at", "pk")[:MOST])


def votes_with(receipt: str) -> list[Call]:
    """The counted votes with this receipt in their list."""
    counted = (CallState.COUNTED, CallState.DECIDED)
    found = Call.objects.filter(state__in=counted, box__in=ballots.boxes_with(receipt), node__public=True)
    return list(found.select_related("node__place", "node__cycle").order_by("pk")[:MOST])
