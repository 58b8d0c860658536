"""Every write about stories."""

from samenspel.instruments.stories.actions.forgetting import erase_person
from samenspel.instruments.stories.actions.photos import add_photo, remove_photo, show_photo, take_away_photo
from samenspel.instruments.stories.actions.recordings import (
    MOST_A_DAY,
    add_recording,
    remove_recording,
    show_recording,
    take_away_recording,
    write_out,
)
from samenspel.instruments.stories.actions.showing import expire_story, hide_story, show_story, withdraw_story
from samenspel.instruments.stories.actions.telling import shorten_story, speak_story, tell_story
from samenspel.instruments.stories.actions.translating import remove_translation, translate_story
from samenspel.instruments.stories.actions.words import WRONG_WORD, check_word

__all__ = [
    "MOST_A_DAY",
    "WRONG_WORD",
    "add_photo",
    "add_recording",
    "check_word",
    "erase_person",
    "expire_story",
    "hide_story",
    "remove_photo",
    "remove_recording",
    "remove_translation",
    "shorten_story",
    "show_photo",
    "show_recording",
    "show_story",
    "speak_story",
    "take_away_photo",
    "take_away_recording",
    "tell_story",
    "translate_story",
    "withdraw_story",
    "write_out",
]
