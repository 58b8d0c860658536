"""What somebody wrote, wherever it stands, for their own export."""

from __future__ import annotations

from samenspel.kernel.people.own_data import own_data
from samenspel.kernel.texts.models import Text


@own_data("texts")
def own_texts(person: int) -> list[dict[str, object]]:
    """All words of one person that are still there, the newest last."""
    rows = Text.objects.filter(person=person, erased_at=None).order_by("pk")
    return [dict(row) for row in rows.values("body", "language", "read_back", "helpers_words", "written_at")]
