"""Who hears what about definitions of quality."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as __

from samenspel.kernel.journal.notices import Event, Message, notice
from samenspel.stages.quality.queries import voices_of


@notice("quality.definition.sign")
def tell_signed(event: Event) -> Iterable[Message]:
    """The parties that signed before hear that another party agrees."""
    text = __("Nog een partij tekende ‘%(title)s’. Bekijk wie er nu meedoen.")
    return _to_signers(event, text, event.thing)


@notice("quality.definition.replace")
def tell_replaced(event: Event) -> Iterable[Message]:
    """The parties that signed hear that somebody writes a new version, and why."""
    text = __("Er komt een nieuwe versie van ‘%(title)s’. Reden: %(reason)s Tot die op tafel ligt, geldt de oude.")
    return _to_signers(event, text, event.thing.replaces)


def _to_signers(event: Event, text: str, definition: object) -> list[Message]:
    parties = definition.signatures.values_list("party_id", flat=True)  # type: ignore[attr-defined]
    words = text % {"title": event.thing.title, "reason": event.reason}
    return [Message(person, words) for person in voices_of(parties)]
