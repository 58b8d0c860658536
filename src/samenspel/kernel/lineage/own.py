"""What we keep of somebody on the red thread: the links they laid, and why."""

from __future__ import annotations

from samenspel.kernel.lineage.actions import GONE
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.people.own_data import eraser, own_data


@own_data("links")
def own_links(person: int) -> list[dict[str, object]]:
    """Which things somebody tied together, and why."""
    rows = Edge.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("source__code", "target__code", "relation", "reason", "at")]


@eraser("lineage")
def erase_reasons(person: int) -> int:
    """Links stay; why somebody laid them, in their own words, goes. Only inside the kernel's erase action."""
    return Edge.objects.filter(person=person).update(reason=str(GONE), person=None)
