"""What this room keeps of a person."""

from samenspel.stages.profile.models import ThemeView


def own_views(person: int) -> list[dict[str, object]]:
    """What somebody thought of figures, for their own export."""
    rows = ThemeView.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("cycle__slug", "indicator__key", "verdict", "explanation", "seen_on")]
