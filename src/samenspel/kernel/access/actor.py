"""From a request to the one who acts: at most two queries, none for a visitor without a session."""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from samenspel.contracts.actor import Actor, Identity, Role
from samenspel.kernel.access.proof import login_of
from samenspel.kernel.access.queries import Grants, grants_of
from samenspel.kernel.people.models import Account

VISITOR = Actor()
ACTING_PARTY = "acting_party"


def actor_for(request: HttpRequest) -> Actor:
    """Who acts in this request, with everything the rules need."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return VISITOR
    account = request.user
    if not isinstance(account, Account) or not account.is_active:
        return VISITOR
    party = request.session.get(ACTING_PARTY)
    return actor_of(account, party=party, identity=_identity(request), login=login_of(request.session))


def actor_of(
    account: Account, *, party: int | None = None, identity: Identity = Identity.EMAIL, login: str = ""
) -> Actor:
    """The actor behind an account; the party counts only when this person may speak for it."""
    grants = grants_of(account, login)
    return Actor(
        person=account.person_id,
        name=account.person.shown_name if account.person else "",
        party=_party(grants, party),
        mandates=grants.mandates,
        identity=identity,
        staff=grants.staff_at is not None,
        staff_at=grants.staff_at,
        conflicts=grants.conflicts,
    )


def _party(grants: Grants, wanted: int | None) -> int | None:
    spoken = {m.party for m in grants.mandates if m.role == Role.REPRESENTATIVE}
    return wanted if wanted in spoken else None


def _identity(request: HttpRequest) -> Identity:
    """A login through the identity provider counts for more than a mailed code."""
    methods = get_authentication_records(request, request.user)
    outside = any(m.get("method") == "socialaccount" for m in methods)
    return Identity.EID if outside else Identity.EMAIL
