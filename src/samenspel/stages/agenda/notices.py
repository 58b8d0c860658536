"""Who hears what about the agenda."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as __

from samenspel.kernel.journal.notices import Event, Message, notice


@notice("agenda.priority.adopt")
def tell_pair_adopted(event: Event) -> Iterable[Message]:
    """The pair hears that their priority was adopted."""
    text = __("De buurt nam ‘%(title)s’ aan. U bent trekker. Reden: %(reason)s")
    return _to_pair(event, text)


@notice("agenda.priority.set_aside")
def tell_pair_set_aside(event: Event) -> Iterable[Message]:
    """The pair hears that the neighbourhood does not choose their priority now."""
    text = __("‘%(title)s’ is nu niet gekozen. Reden: %(reason)s")
    return _to_pair(event, text)


@notice("agenda.duo.name")
def tell_pair_named(event: Event) -> Iterable[Message]:
    """The pair hears that they carry a priority together."""
    return _to_pair(event, __("U bent nu trekker van ‘%(title)s’, samen met iemand anders."))


def _to_pair(event: Event, text: str) -> list[Message]:
    facts = {"title": event.thing.title, "reason": event.reason}
    return [Message(person, text % facts) for person in sorted(event.thing.owner_persons)]
