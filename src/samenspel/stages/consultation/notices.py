"""Who hears what about what they brought in."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samenspel.kernel.journal.notices import Event, Message, notice


def _to_bringer(event: Event, words: str) -> Iterable[Message]:
    if event.thing.person_id:
        yield Message(event.thing.person_id, words % {"code": event.subject, "reason": event.reason})


@notice("consultation.contribution.show")
def tell_shown(event: Event) -> Iterable[Message]:
    """Who brought it in hears that everybody can read it."""
    return _to_bringer(event, _("Uw bijdrage %(code)s staat nu op de site. Volg met de code wat ermee gebeurt."))


@notice("consultation.contribution.hide")
def tell_hidden(event: Event) -> Iterable[Message]:
    """Who brought it in hears that it is out of sight, and why."""
    words = _(
        "Uw bijdrage %(code)s staat niet op de site. De reden: %(reason)s "
        "Bent u het er niet mee eens? Vraag het de redactie."
    )
    return _to_bringer(event, words)


@notice("consultation.contribution.from_story")
def tell_became(event: Event) -> Iterable[Message]:
    """The teller hears that the story became a contribution."""
    return _to_bringer(event, _("Van uw verhaal is een bijdrage gemaakt: %(code)s. Zo telt het mee voor de agenda."))
