"""Taking back: the words go, and everything that stood beside them."""

from __future__ import annotations

from samenspel.instruments.stories import queries
from samenspel.instruments.stories.models import Story, StoryPhoto, StoryRecording, StoryTranslation
from samenspel.instruments.stories.states import StoryState
from samenspel.kernel.lineage.actions import hide
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.texts.actions import erase_text


def drop_photo(story: Story) -> int:
    """The picture itself goes, and what was written about it."""
    return StoryPhoto.objects.filter(story=story).delete()[0]


def drop_recording(story: Story) -> int:
    """The voice goes, and what was written out of it; words that are the story itself stay."""
    found = StoryRecording.objects.filter(story=story).select_related("transcript").first()
    if found is None:
        return 0
    found.delete()
    if found.transcript and found.transcript_id != story.words_id:
        erase_text(found.transcript)
    return 1


def drop_translation(found: StoryTranslation) -> None:
    """The words in the other language go, and who typed them."""
    found.delete()
    erase_text(found.words)


def forget(story: Story) -> None:
    """Nothing of what was told is left; the row says that there was a story."""
    drop_recording(story)
    drop_photo(story)
    for found in StoryTranslation.objects.filter(story=story).select_related("words"):
        drop_translation(found)
    erase_text(story.words)
    hide(story.node)
    story.person, story.area, story.place_text, story.hidden_reason = None, None, "", ""
    story.age_group, story.tells_age = "", False


reader("stories")(queries.own_data)


@eraser("stories")
def erase_person(person: int) -> int:
    """Take back every story of a person, and their name under translations; only inside the kernel's erase action."""
    theirs = list(Story.objects.filter(person=person).select_related("node", "words"))
    for story in theirs:
        forget(story)
        story.state = StoryState.WITHDRAWN
        story.save()
    typed = StoryTranslation.objects.filter(person=person).update(person=None, translator="")
    return len(theirs) + typed
