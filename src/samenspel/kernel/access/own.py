"""What we keep of somebody about roles, interests and managing; and what goes when they want to be forgotten."""

from __future__ import annotations

from samenspel.kernel.access.models import CastMember, Conflict, Mandate, StaffAccount, StaffSession
from samenspel.kernel.people.own_data import eraser, own_data


@own_data("roles")
def own_roles(person: int) -> list[dict[str, object]]:
    """What somebody may or might do, where and until when."""
    rows = Mandate.objects.filter(person=person)
    asked = rows.values("role", "place__name", "party__name", "since", "until", "given_by")
    return [dict(row) for row in asked]


@own_data("interests")
def own_interests(person: int) -> list[dict[str, object]]:
    """Where somebody said to have an interest."""
    rows = Conflict.objects.filter(person=person)
    return [dict(row) for row in rows.values("node_code", "place__name", "what", "declared_at")]


@own_data("managing")
def own_managing(person: int) -> list[dict[str, object]]:
    """When somebody managed the site, and why."""
    asked = StaffSession.objects.filter(account__person=person).order_by("started")
    given = StaffAccount.objects.filter(account__person=person)
    played = CastMember.objects.filter(account__person=person)
    times = asked.values("place__name", "reason", "started", "ends", "closed_at")
    found: list[dict[str, object]] = [dict(row) for row in given.values("given_by", "since")]
    found += [dict(row) for row in times]
    return found + [dict(row) for row in played.values("who", "does")]


@eraser("access")
def erase_person(person: int) -> int:
    """That somebody stepped aside stays; their own words about why go. Only inside the kernel's erase action."""
    return Conflict.objects.filter(person=person).update(what="")
