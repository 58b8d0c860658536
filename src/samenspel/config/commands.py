"""What the command line does besides serving: adding places, naming an organiser or staff, reading files."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import slugify

from samenspel.contracts.actor import Actor, Channel, Mandate, Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.access.queries import second_factors
from samenspel.kernel.action import Refused
from samenspel.kernel.cycle.queries import current_cycle
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Account
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Place
from samenspel.kernel.places.queries import place_by_slug
from samenspel.stages.commissioning import actions as commissioning
from samenspel.stages.commissioning.tasks import count_votes

Say = Callable[[str], None]

# Whoever types on the machine itself: every role, and the journal says it came in by import.
OPERATOR = Actor(name="beheerder", channel=Channel.IMPORT, staff=True)


def operator_at(place: Place) -> Actor:
    """The operator with every role at one place."""
    mandates = frozenset(Mandate(role, place.pk) for role in Role)
    return Actor(name="beheerder", channel=Channel.IMPORT, staff=True, mandates=mandates)


def list_places(say: Say) -> int:
    """Every place there is."""
    for found in Place.objects.order_by("name"):
        say(f"{found.slug:<30} {found.name}")
    return 0


def add_place(say: Say, name: str, slug: str, kind: str) -> int:
    """Add an empty neighbourhood that already works."""
    if not name.strip():
        say("Geef een naam: ./samenspel place add 'Mijn buurt'")
        return 2
    try:
        made = places.add_place(None, by=OPERATOR, name=name, slug=slug or slugify(name), kind=kind)
    except (Refused, ValidationError) as refusal:
        say(sentence_of(refusal))
        return 1
    say(f"{made.name} staat klaar: /{made.slug}/")
    say(f"Wijs iemand aan die de eerste ronde opent: ./samenspel place organiser {made.slug} naam@voorbeeld.nl")
    return 0


def name_organiser(say: Say, slug: str, email: str) -> int:
    """Give somebody the roles to open and run rounds; they log in with a mailed code."""
    place = place_by_slug(slug)
    if place is None:
        say(f"De buurt {slug!r} is er niet. Zie ./samenspel place list")
        return 1
    try:
        validate_email(email)
        account = Account.objects.filter(email__iexact=email).first() or people.register_account(
            Account(email=email.lower()), by=OPERATOR, place=place
        )
        if (person := account.person) is None:
            raise Refused("Bij dit account hoort niemand meer. Kies een ander e-mailadres.")
        for role in (Role.ORGANISER, Role.EDITOR):
            access.give_mandate(place, by=OPERATOR, person=person, role=role, given_by="de beheerder van deze site")
    except (Refused, ValidationError) as refusal:
        say(sentence_of(refusal))
        return 1
    say(f"{email} kan nu rondes openen in {place.name}. Inloggen gaat met een code per e-mail.")
    return 0


def make_staff(say: Say, email: str, given_by: str) -> int:
    """Let somebody open staff sessions, and show with which second factors, so that the operator can ask about them."""
    account = Account.objects.filter(email__iexact=email, is_active=True).first()
    if account is None:
        say(f"Wij kennen geen account met {email}. Vraag deze persoon eerst in te loggen.")
        return 1
    try:
        access.make_staff(account, by=OPERATOR, given_by=given_by)
    except (Refused, ValidationError) as refusal:
        say(sentence_of(refusal))
        return 1
    say(f"{email} kan nu tijdelijk beheren. Vraag deze persoon of dit alles van hen is:")
    for factor in second_factors(account):
        say(f"  {factor.created_at:%Y-%m-%d %H:%M}  {factor}")
    say("Klopt er een niet? Haal die sleutel weg en geef dit commando opnieuw.")
    return 0


def sentence_of(problem: Refused | ValidationError) -> str:
    return str(problem.message) if isinstance(problem, Refused) else " ".join(problem.messages)


def vote_of(place: Place, cycle_slug: str, name: str, data: bytes, by: Actor) -> str:
    """A vote that was held elsewhere, in a round of the place."""
    cycle = next((c for c in place.cycles.all() if c.slug == cycle_slug), None) or current_cycle(place)
    if cycle is None:
        raise Refused("Deze buurt heeft nog geen ronde. Open eerst een ronde. Er is niets ingelezen.")
    vote = commissioning.read_vote(data, name)
    call = commissioning.import_vote(cycle, by=by, vote=vote, title=name, body="", source=name)
    commissioning.count_call(call, by=by)
    count_votes.func()
    call.refresh_from_db()
    if not call.has_result:
        raise Refused(f"De stemmen zijn ingelezen, maar het tellen lukte niet. Kijk in het log. Zie /d/{call.code}/")
    return f"stemming: {call.voters} stembiljetten, geteld. Zie /d/{call.code}/"
