"""The voice beside a story, and what is said in it."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import queries, rules
from samenspel.instruments.stories.actions.fitting import fit
from samenspel.instruments.stories.actions.forgetting import drop_recording
from samenspel.instruments.stories.actions.words import check_word
from samenspel.instruments.stories.models import Story, StoryRecording
from samenspel.instruments.stories.states import PartState, StoryState
from samenspel.kernel.action import BadInput, NotThere, action, keep
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.ui.sounds import Sound

TOLD = {StoryState.RECEIVED, StoryState.SHOWN}
MOST_A_DAY = 100  # in one neighbourhood


def keep_recording(story: Story, sound: Sound) -> StoryRecording:
    """Lay a recording with a saved story, in place of an earlier one."""
    if queries.recordings_today(story.place_id) >= MOST_A_DAY:
        raise BadInput(_("Er kwamen vandaag al 100 opnamen binnen. Probeer het morgen weer, of bel de balie."))
    drop_recording(story)
    return keep(StoryRecording(story=story, data=sound.data, kind=sound.kind))


@action("stories.recording.add", source=TOLD, rule=rules.may_add_part, label=_("Een opname bij een verhaal doen"))
def add_recording(story: Story, *, by: Actor, sound: Sound, word: str = "") -> Story:
    """The teller adds their voice, or another recording than before; an editor hears it before everybody does."""
    check_word(by, story, word)
    if not story.takes_photo:
        raise BadInput(_("Alleen de redactie leest dit verhaal. Er kan geen opname bij."))
    keep_recording(story, sound)
    return story


@action(
    "stories.recording.write_out", source=TOLD, rule=rules.may_help, label=_("Opschrijven wat er in een opname staat")
)
def write_out(story: Story, *, by: Actor, words: str, agreed: bool = False) -> Story:
    """A helper writes down what is said, in the language of the teller; read back and agreed, or the helper's words."""
    found = StoryRecording.objects.filter(story=story).select_related("transcript").first()
    if found is None:
        raise NotThere()
    if not words.strip():
        raise BadInput(_("Schrijf op wat u hoort. Verstaat u iets niet? Schrijf dan: (niet te verstaan)."))
    helper = replace(by, person=None, on_behalf_of=__("de verteller"), read_back=agreed)
    text = write_text(words, by=helper, person=story.person_id, language=story.words.language)
    old, found.transcript = found.transcript, text
    keep(found)
    if (old is None and not story.words.body) or (old and old.pk == story.words_id):
        old, story.words = story.words, text
    if old:
        erase_text(old)
    if story.state == StoryState.SHOWN:
        fit(story, words)
    story.tells_age = story.tells_age or rules.says_age(words)
    return story


@action("stories.recording.show", source=TOLD, rule=rules.may_show_part, label=_("Opname bij een verhaal tonen"))
def show_recording(story: Story, *, by: Actor, recording: int) -> Story:
    """An editor has heard this very recording: from now on it is heard wherever its story is read."""
    found = StoryRecording.objects.filter(pk=recording, story=story).first()
    if found is None:
        raise NotThere()
    if found.transcript is None:
        raise BadInput(_("Schrijf eerst op wat er in de opname gezegd wordt. Daarna kunt u het tonen."))
    fit(story)
    found.state = PartState.SHOWN
    keep(found)
    return story


@action("stories.recording.remove", rule=rules.may_remove_part, label=_("Mijn opname weghalen"))
def remove_recording(story: Story, *, by: Actor, word: str = "") -> Story:
    """The teller takes the voice away and leaves the words; nothing of the voice is kept."""
    check_word(by, story, word)
    if not drop_recording(story):
        raise NotThere()
    return story


@action("stories.recording.take_away", rule=rules.may_take_away_part, label=_("Opname weghalen met een reden"))
def take_away_recording(story: Story, *, by: Actor, reason: str) -> Story:
    """An editor takes a recording away for good, and says why."""
    if not drop_recording(story):
        raise NotThere()
    return story
