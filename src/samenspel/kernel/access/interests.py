"""What somebody has an interest in: what they declared, what they made, and everything that came of it.

Rooms register what people made; the red thread registers how to follow it. Both live above this storey.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet

from samenspel.contracts.actor import Role
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.people.models import Membership

Maker: TypeAlias = Callable[[int, date], QuerySet[Any]]
Follower: TypeAlias = Callable[[frozenset[str]], frozenset[str]]

LASTS = timedelta(days=365)  # how long an interest goes on after somebody left a party

MADE: dict[str, Maker] = {}
FOLLOWERS: list[Follower] = []


def made_by(name: str) -> Callable[[Maker], Maker]:
    """Register a query (person, day -> rows with a `node`) for what somebody or their party made.

    The day: whoever left a party after it still has an interest in what that party made.
    """

    def register(function: Maker) -> Maker:
        MADE[name] = function
        return function

    return register


def of_parties_of(person: int, field: str, after: date) -> Q:
    """Whether a party in this field is one that somebody stands behind or speaks for, or did until after this day."""
    counts = Q(until__isnull=True) | Q(until__gt=after)
    member = Membership.objects.select_related(None).filter(counts, person=person).order_by()
    mandate = Mandate.objects.filter(counts, person=person, role=Role.REPRESENTATIVE).order_by()
    return Q(**{f"{field}__in": member.values("party")}) | Q(**{f"{field}__in": mandate.values("party")})


def followed(codes: frozenset[str]) -> frozenset[str]:
    """These codes, and those of everything that came of them."""
    return codes.union(*(follow(codes) for follow in FOLLOWERS)) if codes else codes
