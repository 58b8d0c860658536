"""A story in another language, typed by a person."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import queries, rules
from samenspel.instruments.stories.actions.fitting import fit
from samenspel.instruments.stories.actions.forgetting import drop_translation
from samenspel.instruments.stories.models import Story, StoryTranslation
from samenspel.instruments.stories.states import StoryState
from samenspel.kernel.action import BadInput, NotThere, action, keep
from samenspel.kernel.people.models import Person
from samenspel.kernel.texts.actions import write_text

TOLD = {StoryState.RECEIVED, StoryState.SHOWN}


@action("stories.translation.add", source=TOLD, rule=rules.may_help, label=_("Een verhaal vertalen"))
def translate_story(story: Story, *, by: Actor, words: str, language: str, translator: str = "") -> Story:
    """Somebody types a story in another language; it stands beside the teller's own words, as a translation."""
    if not words.strip():
        raise BadInput(_("Schrijf de vertaling op."))
    if language == story.words.language:
        raise BadInput(_("In deze taal is het verhaal al verteld. Kies een andere taal."))
    if story.state == StoryState.SHOWN:
        fit(story, words)
    text = write_text(words, by=replace(by, person=None), person=story.person_id, language=language)
    typist = Person.objects.filter(pk=by.person, erased_at=None).first() if by.person else None
    keep(StoryTranslation(story=story, language=language, words=text, translator=translator.strip(), person=typist))
    story.tells_age = story.tells_age or rules.says_age(words)
    return story


@action("stories.translation.remove", rule=rules.may_help, label=_("Een vertaling weghalen"))
def remove_translation(story: Story, *, by: Actor, translation: int) -> Story:
    """A translation that is not right goes; the teller's own words stay."""
    found = queries.translation(story, translation)
    if found is None:
        raise NotThere()
    drop_translation(found)
    return story
