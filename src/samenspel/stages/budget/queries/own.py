"""What this room keeps of a person."""

from samenspel.stages.budget.models import Correction


def own_data(person: int) -> list[dict[str, object]]:
    """The corrections that somebody made."""
    rows = Correction.objects.filter(person=person).select_related("line__node")
    return [{"code": c.line.code, "on": c.on.isoformat(), "reason": c.reason} for c in rows]
