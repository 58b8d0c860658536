"""The word of the receipt: without an account it is the only key."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import queries, rules
from samenspel.instruments.stories.models import Story
from samenspel.kernel.action import NotAllowed

WRONG_WORD = _("Dit woord hoort niet bij dit verhaal. Kijk op uw bon, of vraag hulp aan de balie.")


def check_word(by: Actor, story: Story, word: str) -> None:
    """Whoever does something with a photo or recording tells, helps or reads here, or has the word of the receipt."""
    if not rules.needs_no_word(by, story) and not queries.is_take_back_word(story.code, word):
        raise NotAllowed(WRONG_WORD)
