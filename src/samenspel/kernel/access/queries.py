"""Reading mandates, interests and staff sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from allauth.mfa.models import Authenticator
from django.db.models import CharField, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from samenspel.contracts.actor import Mandate as Held
from samenspel.contracts.actor import Role
from samenspel.kernel.access.interests import LASTS, MADE, followed
from samenspel.kernel.access.models import (
    CastMember,
    Conflict,
    IdentityPolicy,
    Mandate,
    StaffAccount,
    StaffSession,
)
from samenspel.kernel.access.proof import KINDS
from samenspel.kernel.action.prepared import prepared
from samenspel.kernel.people.models import Account, Membership, Party
from samenspel.kernel.places.models import Place


@dataclass(frozen=True, slots=True)
class Grants:
    """Everything that decides what a logged-in person may do."""

    mandates: frozenset[Held] = frozenset()
    conflicts: frozenset[str] = frozenset()
    staff_at: int | None = None


def running(today: date | None = None) -> Q:
    """Mandates that hold today."""
    day = today or timezone.localdate()
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def _text(value: str) -> Any:
    return Cast(Value(value), CharField(max_length=80))


def _number(expression: Any) -> Any:
    return Cast(Coalesce(expression, Value(0)), IntegerField())


def _rows(rows: QuerySet[Any], what: Any, place: Any, party: Any, word: Any) -> QuerySet[Any, Any]:
    """One shape for four tables, so that one query fetches them all."""
    return rows.order_by().values_list(
        Cast(what, CharField(max_length=80)),
        _number(place),
        _number(party),
        Cast(word, CharField(max_length=80)),
    )


def grants_of(account: Account, login: str = "") -> Grants:
    """Mandates, groups, interests and the staff session of this login of one person, in one query.

    One more for whoever has a task here and an interest: that is followed along the red thread.
    """
    day = timezone.localdate()
    return _grants(_granted(account.person_id or 0, account.pk, login, timezone.now(), day, day - LASTS))


@prepared
def _granted(person: int, account: int, login: str, moment: datetime, today: date, after: date) -> QuerySet[Any, Any]:
    """The rows behind it. Every page of whoever is logged in starts here."""
    none, empty = Value(0), _text("")
    member = Membership.objects.select_related(None).filter(person=person, until__isnull=True)
    where = F("party__place_id"), F("party_id"), empty
    sessions = _open_sessions(account, login, moment).select_related(None)
    return _rows(
        Mandate.objects.filter(running(today), person=person), F("role"), F("place_id"), F("party_id"), empty
    ).union(
        _rows(member.filter(speaks_for=False), _text(Role.MEMBER), *where),
        _rows(member.filter(speaks_for=True), _text("member_speaks"), *where),
        _rows(Conflict.objects.filter(person=person), _text("conflict"), none, none, F("node_code")),
        *(_rows(made(person, after), _text("conflict"), none, none, F("node__code")) for made in MADE.values()),
        _rows(sessions, _text("staff"), F("place_id"), none, empty),
        all=True,
    )


def _grants(rows: Iterable[tuple[str, int, int, str]]) -> Grants:
    held: set[Held] = set()
    conflicts: set[str] = set()
    staff_at = None
    for what, place, party, word in rows:
        if what == "staff":
            staff_at = place
        elif what == "conflict":
            conflicts.add(word)
        elif what == "member_speaks":
            held |= {Held(Role.MEMBER, place, party), Held(Role.REPRESENTATIVE, place, party)}
        else:
            held.add(Held(Role(what), place, party or None))
    decides = any(h.role not in (Role.MEMBER, Role.REPRESENTATIVE) for h in held)
    touched = frozenset(conflicts)
    return Grants(frozenset(held), followed(touched) if decides else touched, staff_at)


def mandates_at(place: Place) -> QuerySet[Mandate]:
    """Who may do what in this place, for the public page."""
    return Mandate.objects.filter(running(), place=place).select_related("person", "party", "party__place")


def mandates_of(person: int) -> QuerySet[Mandate]:
    """What one person may do, and where."""
    return Mandate.objects.filter(running(), person=person).select_related("place", "party", "party__place")


def mandate(pk: int) -> Mandate | None:
    """One mandate."""
    return Mandate.objects.select_related("person", "place", "party").filter(pk=pk).first()


def conflicts_at(place: Place) -> QuerySet[Conflict]:
    """Which interests people declared in this place."""
    return Conflict.objects.filter(place=place).select_related("person")


def staff_sessions(place: Place | None = None) -> QuerySet[StaffSession]:
    """When an administrator looked in, and why; public."""
    sessions = StaffSession.objects.select_related("account__person")
    return sessions.filter(place=place) if place else sessions


def _open_sessions(account: int, login: str, moment: datetime) -> QuerySet[StaffSession]:
    factors = trusted_factors(account).values("pk")
    running = Q(closed_at__isnull=True, started__lte=moment, ends__gt=moment)
    return StaffSession.objects.filter(running, account=account, login=login, factor__in=factors)


def running_session(account: Account, login: str) -> StaffSession | None:
    """The staff session that is open in this login."""
    return _open_sessions(account.pk, login, timezone.now()).select_related("account__person", "place").first()


def is_staff_account(account: Account) -> bool:
    """Whether this account may open a staff session at all."""
    return StaffAccount.objects.filter(account=account).exists()


def second_factors(account: Account | int) -> QuerySet[Any]:
    """The passkeys and the app that this account has besides mail."""
    return cast("QuerySet[Any]", Authenticator.objects.filter(user=account, type__in=KINDS).order_by("created_at"))


def trusted_factors(account: Account | int) -> QuerySet[Any]:
    """Those that were there when this account became staff; a later one may be of whoever reads the mail."""
    return second_factors(account).filter(user__staff__since__gte=F("created_at"))


def required_level(place: int, verb: str) -> int:
    """How sure this place wants to be who somebody is before they may do this."""
    level = IdentityPolicy.objects.filter(place=place, verb=verb).values_list("level", flat=True).first()
    return int(level or 0)


def identity_levels(place: Place) -> QuerySet[IdentityPolicy]:
    """All levels that this place chose, for the public page."""
    return IdentityPolicy.objects.filter(place=place)


def cast_list() -> QuerySet[CastMember]:
    """The people of the example neighbourhood whose place a visitor may take."""
    return CastMember.objects.select_related("account__person__place")


def cast_member(slug: str) -> CastMember | None:
    """One of the cast."""
    return cast_list().filter(slug=slug, account__is_active=True).first()


def parties_spoken_for(mandates: Iterable[Held]) -> QuerySet[Party]:
    """The parties in whose name this actor may speak."""
    keys = [m.party for m in mandates if m.role == Role.REPRESENTATIVE and m.party]
    return Party.objects.filter(pk__in=keys).select_related("place")
