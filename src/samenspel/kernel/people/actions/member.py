"""Writing about who stands behind a party: join, leave, speak for it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, NotThere, action
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people import rules
from samenspel.kernel.people.actions.party import stands_behind
from samenspel.kernel.people.actions.person import acting_person
from samenspel.kernel.people.models import Membership, Party, Person
from samenspel.kernel.people.states import PartyState


@action("people.party.join", source={PartyState.ACTIVE}, rule=rules.may_join, label=_("Meedoen met de groep"))
def join_party(party: Party, *, by: Actor, shown: bool = False) -> Membership:
    """Somebody stands behind the group from today; one person may be in many groups."""
    person = acting_person(by, party.place)
    if Membership.objects.filter(person=person, party=party, until=None).exists():
        raise AlreadyDone(_("U doet al mee met deze groep. U hoeft niets te doen."))
    return stands_behind(person, party, shown=shown)


@action("people.party.leave", rule=rules.may_leave, label=_("Stoppen met de groep"))
def leave_party(party: Party, *, by: Actor, person: Person | None = None) -> Membership:
    """Somebody steps back. 'Lukt nu niet' is enough; no reason is asked."""
    who = person.pk if person and by.on_behalf_of else by.person
    membership = Membership.objects.filter(person_id=who or 0, party=party, until=None).first()
    if membership is None:
        raise NotThere(_("U deed niet mee met deze groep. Er is niets veranderd."))
    membership.until, membership.speaks_for, membership.shown = today(), False, False
    return membership


@action("people.party.let_speak", rule=rules.may_let_speak, label=_("Iemand namens de groep laten spreken"))
def let_speak(membership: Membership, *, by: Actor, speaks: bool = True) -> Membership:
    """The group lets one of its people speak for it, or no longer."""
    if membership.until is not None:
        raise NotThere(_("Deze persoon doet niet meer mee met de groep. Er is niets veranderd."))
    others = Membership.objects.filter(party=membership.party, until=None, speaks_for=True)
    if not speaks and not others.exclude(pk=membership.pk).exists():
        raise BadInput(_("Iemand moet namens de groep spreken. Kies eerst een ander."))
    membership.speaks_for = speaks
    return membership
