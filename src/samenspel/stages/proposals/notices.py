"""What makers hear about their proposal."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as __

from samenspel.kernel.journal.notices import Event, Message, notice


@notice("proposals.proposal.weigh_provisionally")
def tell_weighed(event: Event) -> Iterable[Message]:
    """The maker hears the provisional weighing with its reason, and what can still be done."""
    yes = __("Uw voorstel ‘%(title)s’ is voorlopig een ja. Reden: %(reason)s Dit is nog niet het antwoord.")
    no = __("Uw voorstel ‘%(title)s’ is voorlopig een nee. Reden: %(reason)s U kunt het nog aanpassen. %(next)s")
    return _to_maker(event, yes if event.thing.weighed_yes else no, event.thing.weighed_reason)


@notice("proposals.proposal.decide")
def tell_decided(event: Event) -> Iterable[Message]:
    """The maker hears the answer in writing too, after having heard it from a person."""
    yes = __("Het antwoord op ‘%(title)s’ is ja. Reden: %(reason)s")
    no = __("Het antwoord op ‘%(title)s’ is nee. Reden: %(reason)s Wat er wel kan: %(next)s")
    return _to_maker(event, yes if event.thing.state == "accepted" else no)


@notice("proposals.proposal.amend")
def tell_amended(event: Event) -> Iterable[Message]:
    """The maker hears that somebody else changed the words."""
    return _to_maker(event, __("Iemand anders heeft uw voorstel ‘%(title)s’ aangepast. Kijk of het nog klopt."))


@notice("proposals.proposal.merge")
def tell_merged(event: Event) -> Iterable[Message]:
    """The maker hears that two proposals go on as one."""
    return _to_maker(event, __("Uw voorstel ‘%(title)s’ gaat verder samen met een ander voorstel."))


@notice("proposals.proposal.hide")
def tell_hidden(event: Event) -> Iterable[Message]:
    """The maker hears that the editors took it away, and why."""
    return _to_maker(event, __("De redactie haalde uw voorstel ‘%(title)s’ weg. Reden: %(reason)s"))


def _to_maker(event: Event, text: str, reason: str = "") -> list[Message]:
    facts = {"title": event.thing.title, "reason": reason or event.reason, "next": event.thing.next_step}
    return [Message(person, (text % facts).strip()) for person in sorted(event.thing.owner_persons)]
