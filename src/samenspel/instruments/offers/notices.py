"""Who hears what about an offer."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samenspel.kernel.journal.notices import Event, Message, notice


@notice("offers.asset.show")
def tell_shown(event: Event) -> Iterable[Message]:
    """Who offers it hears that everybody can see it."""
    if event.thing.person_id:
        words = _("Uw aanbod %(code)s staat nu op de site. Fijn dat u meedoet.")
        yield Message(event.thing.person_id, words % {"code": event.subject})


@notice("offers.asset.match")
def tell_matched(event: Event) -> Iterable[Message]:
    """Who offers it hears that somebody needs it."""
    if event.thing.person_id:
        words = _("Iemand kan uw aanbod %(code)s goed gebruiken. De balie brengt u bij elkaar.")
        yield Message(event.thing.person_id, words % {"code": event.subject})
