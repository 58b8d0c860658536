"""Who is told what: partners when they are asked, and parties when money is given."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samenspel.instruments.ballots.queries import holders
from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.stages.commissioning.models import Award, Call, JointPlan
from samenspel.stages.commissioning.queries import voices_of


@notice("commissioning.joint_plan.ask")
def ask_partners(event: Event) -> Iterable[Message]:
    """Every partner hears that the plan waits for its answer."""
    plan: JointPlan = event.thing
    text = _("Het plan ‘%(title)s’ ligt klaar. Kan uw groep ermee leven? Zeg ja, ja met een zorg, of bezwaar.")
    for person in voices_of(partner.party_id for partner in plan.partners.all()):
        yield Message(person, text % {"title": plan.title})


@notice("commissioning.call.name_holders")
def tell_holders(event: Event) -> Iterable[Message]:
    """Three people hear that a part of the key waits for them, and where."""
    call: Call = event.thing
    text = _("U bent sleutelhouder van de stemming ‘%(title)s’. Log in en haal uw deel van de sleutel op: %(address)s")
    for holder in holders(call.code):
        if holder.person_id:
            yield Message(holder.person_id, text % {"title": call.title, "address": call.address("key")})


@notice("commissioning.award.give")
def tell_receiver(event: Event) -> Iterable[Message]:
    """Whoever gets money hears it first."""
    award: Award = event.thing
    text = _("Uw groep krijgt geld voor ‘%(title)s’. De reden staat erbij. Vraag gerust wat de volgende stap is.")
    for person in voices_of([award.party_id] if award.party_id else []):
        yield Message(person, text % {"title": award.title})
