"""In whose name somebody begins something; a plain function for inside actions."""

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.states import PartyState
from samenspel.stages.commissioning import rules


def in_name_of(by: Actor, party: Party | None, cycle: Cycle) -> None:
    """Whoever begins something for a party of this place speaks for it, or helps the parties here."""
    if party is None:
        return
    if party.place_id != cycle.place_id or party.state != PartyState.ACTIVE:
        raise BadInput(_("Deze groep is gestopt of hoort bij een andere buurt. Er is niets bewaard. Kies een andere."))
    if not (by.represents(party.pk) or rules.may_speak_for_others(by, cycle)):
        raise NotAllowed(_("U spreekt niet namens deze groep. Er is niets bewaard. Kies uw eigen groep."))
