"""Reading parties, members, contacts and what we keep of a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from samenspel.contracts.actor import Actor
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import messages_for, words_of
from samenspel.kernel.people import rules
from samenspel.kernel.people.models import (
    Account,
    ContactPoint,
    ContinuityMark,
    Duo,
    Membership,
    Party,
    Person,
)
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place

_now = Q(memberships__until__isnull=True)


def parties_at(place: Place, *, stopped: bool = False) -> QuerySet[Party]:
    """The parties of a place, each with the number of people behind it."""
    parties = Party.objects.filter(place=place).select_related("place")
    if not stopped:
        parties = parties.filter(state=PartyState.ACTIVE)
    return parties.annotate(people=Count("memberships", filter=_now))


def party(place: Place, slug: str) -> Party | None:
    """One party, with where it came from and where it went."""
    found = Party.objects.select_related("place", "split_from__place", "joined_into__place")
    return found.annotate(people=Count("memberships", filter=_now)).filter(place=place, slug=slug).first()


def family(place: Place, slug: str) -> tuple[Party | None, list[Party]]:
    """One party, and the groups that came out of it or went on in it; one query."""
    me = Q(place=place, slug=slug)
    mine = Q(split_from__place=place, split_from__slug=slug) | Q(joined_into__place=place, joined_into__slug=slug)
    found = Party.objects.select_related("place", "split_from__place", "joined_into__place")
    rows = list(found.filter(me | mine).annotate(people=Count("memberships", filter=_now)))
    party = next((row for row in rows if row.place_id == place.pk and row.slug == slug), None)
    return party, [row for row in rows if row is not party]


def party_by_pk(pk: int | None) -> Party | None:
    """One party by its key."""
    return Party.objects.select_related("place").filter(pk=pk or 0).first()


def parties_by_pk(keys: Iterable[int]) -> dict[int, Party]:
    """Some parties by their keys."""
    return {p.pk: p for p in Party.objects.select_related("place").filter(pk__in=set(keys))}


def party_named(field: str) -> Subquery:
    """The name of the party that another row has in this field, to ask along with that row."""
    return Subquery(Party.objects.filter(pk=OuterRef(field)).values("name")[:1])


def members_of(party: Party, actor: Actor) -> QuerySet[Membership]:
    """Who stands behind a party, as far as this reader may see names."""
    shown = Membership.objects.filter(rules.members_shown_to(actor), party=party)
    return shown.select_related("person", "party").order_by("-speaks_for", "since", "pk")


def membership(party: Party, person: int | None) -> Membership | None:
    """Whether somebody stands behind a party now."""
    return Membership.objects.filter(party=party, person=person, until__isnull=True).first() if person else None


def membership_by_pk(party: Party, pk: int) -> Membership | None:
    """One running membership of a party."""
    return Membership.objects.filter(party=party, pk=pk, until__isnull=True).first()


def memberships_of(person: int) -> QuerySet[Membership]:
    """The groups in which somebody takes part now."""
    rows = Membership.objects.filter(person=person, until__isnull=True)
    return rows.select_related("party__place").order_by("party__name")


def links_of(party: Party) -> QuerySet[ContinuityMark]:
    """How a community sees its own six links."""
    return ContinuityMark.objects.filter(party=party)


def person(pk: int | None) -> Person | None:
    """One person."""
    return Person.objects.select_related("place").filter(pk=pk or 0).first()


def names_of(keys: Iterable[int]) -> dict[int, str]:
    """Names to show for some persons, one query."""
    return {p.pk: p.shown_name for p in Person.objects.filter(pk__in=set(keys))}


def account_of(person: int | None) -> Account | None:
    """The account of a person, if they have one."""
    return Account.objects.filter(person=person).first() if person else None


def person_by_email(email: str) -> Person | None:
    """The person who logs in with this address; only for giving somebody a role."""
    account = Account.objects.filter(email__iexact=email.strip(), is_active=True).first()
    return account.person if account else None


def contact_for(code: str) -> ContactPoint | None:
    """Whom to ask about a thing, and who stands in."""
    return contacts_for([code]).get(code)


def contacts_for(codes: Iterable[str]) -> dict[str, ContactPoint]:
    """The contacts of some things, one query."""
    rows = ContactPoint.objects.filter(code__in=set(codes)).select_related("person", "party__place", "stand_in")
    return {row.code: row for row in rows}


def duos_at(place: Place) -> QuerySet[Duo]:
    """Residents and professionals who carry something together in this place."""
    return Duo.objects.filter(place=place).select_related("resident", "professional", "professional_party")


def messages_of(person: int) -> QuerySet[Notice]:
    """What somebody was told, newest first."""
    return messages_for(person)


def own_data(person: int) -> dict[str, Any]:
    """Everything that we keep of one person, room by room, for their own export."""
    me = Person.objects.filter(pk=person)
    groups = Membership.objects.filter(person=person)
    rows: dict[str, Any] = {
        "person": list(me.values("name", "channel", "place__name", "speaks", "contact_text", "notice_by",
                                 "notice_rhythm", "noted_at")),
        "account": list(Account.objects.filter(person=person).values("email", "is_active", "created_at")),
        "login": _login(person),
        "groups": list(groups.values("party__name", "since", "until", "speaks_for", "shown")),
        "duos": _duos(person),
        "contact_for": _contact_for(person),
        "messages": list(messages_for(person).values("at", "verb", "subject", "text", "read_at", "sent_at")),
        "journal": words_of(person),
    }  # fmt: skip
    return rows | dict(read_everywhere(person))


def _login(person: int) -> list[dict[str, Any]]:
    """How somebody logs in; the secrets of it are nobody's business, also not of an export."""
    addresses = EmailAddress.objects.filter(user__person=person).values("email", "verified", "primary")
    keys = Authenticator.objects.filter(user__person=person).values("type", "created_at", "last_used_at")
    other = SocialAccount.objects.filter(user__person=person).values("provider", "uid", "date_joined", "extra_data")
    return [*addresses, *keys, *other]


def _duos(person: int) -> list[dict[str, Any]]:
    rows = Duo.objects.filter(Q(resident=person) | Q(professional=person))
    return [dict(row) for row in rows.values("place__name", "professional_party__name", "formed_on")]


def _contact_for(person: int) -> list[dict[str, Any]]:
    rows = ContactPoint.objects.filter(Q(person=person) | Q(stand_in=person))
    return [dict(row) for row in rows.values("code", "reach", "since")]
