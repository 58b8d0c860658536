"""What we keep of somebody's following; and what goes when they want to be forgotten."""

from __future__ import annotations

from samenspel.kernel.news.models import Follow
from samenspel.kernel.news.queries import readers_of
from samenspel.kernel.people.own_data import eraser, own_data


@own_data("mail")
def own_reader(person: int) -> list[dict[str, object]]:
    """Where and how often we mail somebody."""
    return [dict(row) for row in readers_of(person).values("email", "language", "rhythm", "next_at")]


@own_data("following")
def own_follows(person: int) -> list[dict[str, object]]:
    """What somebody follows."""
    rows = Follow.objects.filter(reader__in=readers_of(person)).order_by("pk")
    return [dict(row) for row in rows.values("node__code", "cycle__slug", "room", "asked_at", "confirmed_at")]


@eraser("news")
def erase_reader(person: int) -> int:
    """Nothing is kept of what somebody followed. Only inside the kernel's erase action."""
    return readers_of(person).delete()[0]
