"""Every write about mandates, interests, staff sessions and levels of identity."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.access import notices, queries, rules  # noqa: F401 - importing notices registers them
from samenspel.kernel.access.models import (
    CastMember,
    Conflict,
    IdentityPolicy,
    Mandate,
    StaffAccount,
    StaffSession,
)
from samenspel.kernel.access.proof import Proof
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, action
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.models import Account, Party, Person
from samenspel.kernel.places.models import Place

LONGEST_SESSION = 4  # hours; who needs longer opens a new one, with a new reason


@action("access.mandate.give", rule=rules.may_give, label=_("Iemand een rol geven"), creates=True)
def give_mandate(
    place: Place,
    *,
    by: Actor,
    person: Person,
    role: str,
    given_by: str,
    party: Party | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Mandate:
    """Somebody may do something in this place from now on; who gave it and until when is public."""
    if party and party.place_id != place.pk:
        raise BadInput(_("Deze partij hoort bij een andere buurt. Er is niets bewaard. Kies een partij van hier."))
    return Mandate(
        person=person,
        party=party,
        role=role,
        place=place,
        since=since or today(),
        until=until,
        given_by=given_by,
    )


def _end(mandate: Mandate) -> Mandate:
    """It holds through yesterday, so it is over at once."""
    yesterday = today() - timedelta(days=1)
    if mandate.until is not None and mandate.until <= yesterday:
        raise AlreadyDone(_("Deze rol was al voorbij. U hoeft niets te doen."))
    mandate.since = min(mandate.since, yesterday)
    mandate.until = yesterday
    return mandate


@action("access.mandate.end", rule=rules.may_end, label=_("Een rol laten stoppen"))
def end_mandate(mandate: Mandate, *, by: Actor, reason: str) -> Mandate:
    """Somebody no longer may do this here; why is public."""
    return _end(mandate)


@action("access.mandate.lay_down", rule=rules.may_lay_down, label=_("Mijn rol neerleggen"))
def lay_down_mandate(mandate: Mandate, *, by: Actor) -> Mandate:
    """Somebody steps back from a role. 'Lukt nu niet' is enough."""
    return _end(mandate)


@action("access.conflict.declare", rule=rules.may_declare, label=_("Een eigen belang melden"), creates=True)
def declare_conflict(place: Place, *, by: Actor, node_code: str, what: str = "") -> Conflict:
    """Somebody says openly that this touches them, and steps aside when it is decided."""
    person = Person.objects.get(pk=by.person or 0)
    return Conflict(person=person, place=place, node_code=node_code.strip().upper(), what=what)


@action("access.staff_account.make", rule=rules.may_make_staff, label=_("Iemand beheerder maken"), creates=True)
def make_staff(account: Account, *, by: Actor, given_by: str) -> StaffAccount:
    """This person may help with the machine from now on, with the keys they have now and a reason that all can read."""
    if not queries.second_factors(account).exists():
        raise BadInput(_("Dit account heeft nog geen toegangssleutel. Log in, voeg er een toe en probeer het opnieuw."))
    row = StaffAccount.objects.filter(account=account).first() or StaffAccount(account=account)
    row.given_by, row.since = given_by, timezone.now()
    return row


@action(
    "access.staff_session.open",
    rule=rules.may_open_staff_session,
    label=_("Beheertoegang openen"),
    creates=True,
)
def open_staff_session(
    account: Account, *, by: Actor, reason: str, place: Place, proof: Proof | None, hours: int = 1
) -> StaffSession:
    """An administrator may do more in one place for a short time; when and why is public."""
    if not queries.is_staff_account(account):
        raise NotAllowed()
    if proof is None or not proof.is_recent() or not queries.trusted_factors(account).filter(pk=proof.factor).exists():
        raise NotAllowed(_("Laat eerst uw toegangssleutel zien. Daarna kan dit wel."))
    if queries.running_session(account, proof.login):
        raise AlreadyDone(_("U heeft al beheertoegang. U hoeft niets te doen."))
    if not 1 <= hours <= LONGEST_SESSION:
        raise BadInput(_("Kies een tijd van 1 tot en met 4 uur."))
    now = timezone.now()
    return StaffSession(
        account=account,
        place=place,
        login=proof.login,
        factor=proof.factor,
        reason=reason[:300],
        started=now,
        ends=now + timedelta(hours=hours),
    )


@action("access.staff_session.close", rule=rules.may_close_staff_session, label=_("Beheertoegang sluiten"))
def close_staff_session(session: StaffSession, *, by: Actor) -> StaffSession:
    """The administrator is an ordinary neighbour again."""
    if session.closed_at is not None:
        raise AlreadyDone(_("Deze beheertoegang was al gesloten. U hoeft niets te doen."))
    session.closed_at = timezone.now()
    return session


@action(
    "access.identity.set",
    rule=rules.may_set_identity,
    label=_("Kiezen hoe zeker we willen zijn wie iemand is"),
    creates=True,
)
def set_identity(place: Place, *, by: Actor, verb: str, level: int) -> IdentityPolicy:
    """The place decides how somebody shows who they are before doing this; the rule is public."""
    row = IdentityPolicy.objects.filter(place=place, verb=verb).first() or IdentityPolicy(place=place, verb=verb)
    row.level = level
    return row


@action("access.cast.add", rule=rules.may_cast, label=_("Iemand aan de voorbeeldbuurt toevoegen"), creates=True)
def add_cast(account: Account, *, by: Actor, slug: str, who: str, does: str, order: int = 0) -> CastMember:
    """A visitor of the example neighbourhood may look through the eyes of this person."""
    return CastMember(account=account, slug=slug, who=who, does=does, order=order)
