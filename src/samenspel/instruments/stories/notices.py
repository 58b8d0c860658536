"""Who hears what about a story."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samenspel.kernel.journal.notices import Event, Message, notice


@notice("stories.story.show")
def tell_shown(event: Event) -> Iterable[Message]:
    """The teller hears that everybody can read it."""
    if event.thing.person_id:
        words = _("Uw verhaal %(code)s staat nu op de site. Iedereen kan het lezen.")
        yield Message(event.thing.person_id, words % {"code": event.subject})


@notice("stories.story.hide")
def tell_hidden(event: Event) -> Iterable[Message]:
    """The teller hears that it is out of sight, and why."""
    if event.thing.person_id:
        facts = {"code": event.subject, "reason": event.reason}
        words = _(
            "Uw verhaal %(code)s staat niet op de site. De reden: %(reason)s "
            "Bent u het er niet mee eens? Vraag het de redactie."
        )
        yield Message(event.thing.person_id, words % facts)


@notice("stories.photo.take_away")
def tell_photo_taken_away(event: Event) -> Iterable[Message]:
    """The teller hears that the photo is gone, and why; the words stay."""
    if event.thing.person_id:
        words = _("De foto bij uw verhaal %(code)s is weggehaald. Uw woorden blijven staan. De reden: %(reason)s")
        yield Message(event.thing.person_id, words % {"code": event.subject, "reason": event.reason})


@notice("stories.recording.take_away")
def tell_recording_taken_away(event: Event) -> Iterable[Message]:
    """The teller hears that the recording is gone, and why; the words stay."""
    if event.thing.person_id:
        words = _("De opname bij uw verhaal %(code)s is weggehaald. Uw woorden blijven staan. De reden: %(reason)s")
        yield Message(event.thing.person_id, words % {"code": event.subject, "reason": event.reason})


@notice("stories.story.shorten")
def tell_shortened(event: Event) -> Iterable[Message]:
    """The teller hears that a piece was left out, and why."""
    if event.thing.person_id:
        words = _("Uit uw verhaal %(code)s is een stukje weggelaten. De reden: %(reason)s")
        yield Message(event.thing.person_id, words % {"code": event.subject, "reason": event.reason})
