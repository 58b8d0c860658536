"""Who hears what about roles."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samenspel.kernel.access.models import Mandate
from samenspel.kernel.journal.notices import Event, Message, notice


def _words(mandate: Mandate, words: str) -> list[Message]:
    facts = {"role": mandate.get_role_display(), "place": mandate.place.name}
    return [Message(mandate.person_id, words % facts)]


@notice("access.mandate.give")
def tell_who_got_a_role(event: Event) -> Iterable[Message]:
    """Somebody hears what they may do from now on."""
    return _words(event.thing, _("U bent nu %(role)s in %(place)s."))


@notice("access.mandate.end")
def tell_who_lost_a_role(event: Event) -> Iterable[Message]:
    """Somebody hears that a role ended, and why."""
    return _words(event.thing, _("U bent niet meer %(role)s in %(place)s.") + f" {event.reason}")
