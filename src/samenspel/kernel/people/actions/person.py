"""Writing about one person: note, register, prefer, erase."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.journal.clock import now, today
from samenspel.kernel.journal.writing import erase_words
from samenspel.kernel.people import rules
from samenspel.kernel.people.models import Account, ContactPoint, Duo, Membership, Person
from samenspel.kernel.people.own_data import erase_everywhere
from samenspel.kernel.people.states import NoticeBy
from samenspel.kernel.places.models import Place


def note_person(
    name: str = "",
    contact: str = "",
    channel: Channel | str = Channel.WEB,
    place: Place | None = None,
    speaks: str = "nl",
) -> Person:
    """Keep somebody without an account; only inside an action."""
    by_mail = NoticeBy.EMAIL if "@" in contact else NoticeBy.PAGE
    return keep(
        Person(
            name=name,
            contact_text=contact,
            channel=str(channel),
            place=place,
            speaks=speaks,
            notice_by=by_mail,
        )
    )


def acting_person(by: Actor, place: Place | None) -> Person:
    """The person who does it, or whom a helper does it for; only inside an action."""
    if by.on_behalf_of:
        return note_person(name=by.on_behalf_of, channel=by.channel, place=place)
    person = Person.objects.filter(pk=by.person or 0, erased_at=None).first()
    if person is None:
        raise BadInput(_("Wij weten niet wie dit doet. Log in, of vraag hulp aan de balie."))
    return person


@action("people.account.register", rule=rules.may_register, label=_("Een account maken"), creates=True)
def register_account(
    account: Account, *, by: Actor, name: str = "", place: Place | None = None, by_library: bool = False
) -> Account:
    """Somebody can log in from now on, and is a person of the neighbourhood like everybody else.

    The login library keeps its own row of the address; when it is not the one who asks, we make that row.
    """
    if account.person is None:
        account.person = note_person(name=name, place=place)
    if not account.password:
        account.set_unusable_password()
    if not by_library:
        EmailAddress.objects.create(user=keep(account), email=account.email, primary=True)
    return account


@action("people.account.change_email", rule=rules.is_self, label=_("Een ander e-mailadres nemen"))
def change_email(account: Account, *, by: Actor, email: str) -> Account:
    """Somebody reads mail at another address; login codes go there from now on."""
    email = email.strip().lower()
    if Account.objects.filter(email__iexact=email).exclude(pk=account.pk).exists():
        raise BadInput(_("Dit adres kunnen wij niet gebruiken. Neem een ander adres."))
    EmailAddress.objects.filter(user=account).delete()
    EmailAddress.objects.create(user=account, email=email, primary=True, verified=True)
    account.email = email
    return account


@action("people.person.prefer", rule=rules.is_self, label=_("Mijn gegevens bijwerken"))
def prefer(
    person: Person,
    *,
    by: Actor,
    name: str = "",
    speaks: str = "nl",
    contact_text: str = "",
    notice_by: str = NoticeBy.PAGE,
    notice_rhythm: str = "week",
    place: Place | None = None,
) -> Person:
    """Somebody says how they want to be called and how we reach them."""
    person.name, person.speaks, person.contact_text = name, speaks, contact_text
    person.notice_by, person.notice_rhythm, person.place = notice_by, notice_rhythm, place
    return person


@action("people.person.erase", rule=rules.may_erase, label=_("Mijn gegevens laten wissen"))
def erase_person(person: Person, *, by: Actor) -> Person:
    """Somebody takes back what we keep of them; what was decided stays, their name and words go."""
    day = today()
    for membership in Membership.objects.filter(person=person):
        membership.until, membership.shown = membership.until or day, False
        membership.speaks_for = False
        keep(membership)
    _out_of_duos(person)
    ContactPoint.objects.filter(person=person).update(reach="")
    erase_everywhere(person.pk)  # before the account: what somebody followed is found by their address
    erase_words(person.pk)
    _close_account(person)
    person.name = person.contact_text = ""
    person.speaks, person.place, person.erased_at = "nl", None, now()
    person.notice_by = NoticeBy.PAGE
    return person


def _out_of_duos(person: Person) -> None:
    """A name that was typed beside a duo goes too, when this person is called just that and takes part there."""
    name = person.name.strip().casefold()
    places = {person.place_id, *Membership.objects.filter(person=person).values_list("party__place", flat=True)}
    typed = Duo.objects.filter(place__in=places - {None}).exclude(resident_name="", professional_name="")
    for duo in typed if name else ():
        for side in ("resident_name", "professional_name"):
            if getattr(duo, side).strip().casefold() == name:
                Duo.objects.filter(pk=duo.pk).update(**{side: ""})


def _close_account(person: Person) -> None:
    """Nobody can log in with it any more; the address is free again."""
    account = Account.objects.filter(person=person).first()
    if account is None:
        return
    EmailAddress.objects.filter(user=account).delete()
    Authenticator.objects.filter(user=account).delete()
    SocialAccount.objects.filter(user=account).delete()
    account.email, account.is_active = f"erased-{account.pk}@invalid.example", False
    account.set_unusable_password()
    keep(account)
