"""A voice: told aloud, written out by a helper, heard by an editor first, and gone with its story."""

from io import BytesIO

import pytest

from samenspel.instruments.stories import actions, queries
from samenspel.instruments.stories.actions import recordings
from samenspel.instruments.stories.models import Story, StoryRecording
from samenspel.instruments.stories.tests.test_stories import VISITOR, tell
from samenspel.kernel.action import BadInput, NotAllowed, NotThere
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.texts.models import Text
from samenspel.ui.sounds import heard
from samenspel.ui.tests.sounds import wav

SOUND = heard(BytesIO(wav()))
SAID = "Wij zingen hier elke week."


def spoken(cycle: Cycle, cast: Cast) -> Story:
    """Told aloud by the resident, and written out."""
    story = actions.speak_story(cycle, by=cast.resident, sound=SOUND, may_show=True)
    return actions.write_out(story, by=cast.professional, words=SAID, agreed=True)


def heard_by_all(cycle: Cycle, cast: Cast) -> Story:
    story = actions.show_story(spoken(cycle, cast), by=cast.professional)
    return actions.show_recording(story, by=cast.professional, recording=story.recording.pk)


def test_told_aloud_waits_for_its_words(cycle: Cycle, cast: Cast) -> None:
    story = actions.speak_story(cycle, by=VISITOR, sound=SOUND, may_show=True, language="ar")
    assert (story.state, story.words.body, story.words.language) == ("received", "", "ar")
    with pytest.raises(BadInput, match="Schrijf eerst op"):
        actions.show_story(story, by=cast.professional)
    with pytest.raises(BadInput, match="Schrijf eerst op"):
        actions.show_recording(story, by=cast.professional, recording=story.recording.pk)


def test_what_is_written_out_becomes_the_story(cycle: Cycle, cast: Cast) -> None:
    story = spoken(cycle, cast)
    assert (story.words.body, story.words.read_back, story.words.helpers_words) == (SAID, True, False)
    again = actions.write_out(story, by=cast.professional, words="Wij zingen.")
    assert (again.words.body, again.words.helpers_words) == ("Wij zingen.", True)
    assert Text.objects.filter(body=SAID).count() == 0


def test_words_that_were_typed_stay_beside_what_is_said(cycle: Cycle, cast: Cast) -> None:
    story = actions.add_recording(tell(cycle, cast.resident), by=cast.resident, sound=SOUND)
    story = actions.write_out(story, by=cast.professional, words=SAID)
    apart = StoryRecording.objects.get().written_apart
    assert story.words.body == "Wij eten samen." and apart is not None and apart.body == SAID


def test_who_hears_it_when(cycle: Cycle, cast: Cast) -> None:
    story = spoken(cycle, cast)

    def ears() -> list[bool]:
        actors = (VISITOR, cast.neighbour, cast.resident, cast.professional)
        return [queries.recording_of(cycle, story.code, by) is not None for by in actors]

    assert ears() == [False, False, True, True]
    actions.show_story(story, by=cast.professional)
    assert ears() == [False, False, True, True]
    actions.show_recording(story, by=cast.professional, recording=story.recording.pk)
    assert ears() == [True] * 4
    actions.hide_story(story, by=cast.professional, reason="Noemt een naam.")
    assert ears() == [False, False, True, True]


def test_a_new_recording_is_heard_again_first(cycle: Cycle, cast: Cast) -> None:
    story = heard_by_all(cycle, cast)
    old = story.recording.pk
    story = actions.add_recording(story, by=cast.resident, sound=SOUND)
    with pytest.raises(NotThere):
        actions.show_recording(story, by=cast.professional, recording=old)
    assert queries.waiting_stories(cycle).get() == story and StoryRecording.objects.get().state == "new"


@pytest.mark.parametrize("who", ["neighbour", "official", "councillor"])
def test_others_may_not(cycle: Cycle, cast: Cast, who: str) -> None:
    story, by = spoken(cycle, cast), cast.actors[who]
    with pytest.raises(NotAllowed):
        actions.add_recording(story, by=by, sound=SOUND)
    with pytest.raises(NotAllowed):
        actions.remove_recording(story, by=by)
    with pytest.raises(NotAllowed):
        actions.write_out(story, by=by, words="x")
    with pytest.raises(NotAllowed):
        actions.show_recording(story, by=by, recording=story.recording.pk)


def test_the_word_of_the_receipt_adds_and_removes(cycle: Cycle) -> None:
    story = tell(cycle)
    word = queries.take_back_word(story.code)
    actions.add_recording(story, by=VISITOR, sound=SOUND, word=word)
    actions.remove_recording(story, by=VISITOR, word=word)
    assert not StoryRecording.objects.exists()


def test_a_day_has_an_end(cycle: Cycle, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "MOST_A_DAY", 1)
    spoken(cycle, cast)
    with pytest.raises(BadInput, match="vandaag al"):
        spoken(cycle, cast)
    assert Story.objects.count() == 1


def test_taking_back_leaves_nothing(cycle: Cycle, cast: Cast) -> None:
    story = actions.translate_story(heard_by_all(cycle, cast), by=cast.professional, words="We sing.", language="en")
    actions.withdraw_story(story, by=cast.resident)
    assert not StoryRecording.objects.exists() and not story.translations.exists()
    assert set(Text.objects.values_list("body", flat=True)) == {""}


def test_erasing_a_person_takes_the_voice_along(cycle: Cycle, cast: Cast) -> None:
    heard_by_all(cycle, cast)
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    assert not StoryRecording.objects.exists() and not list(faults(cycle.place_id))


def test_a_piece_that_is_left_out_is_not_said_either(cycle: Cycle, cast: Cast) -> None:
    story = heard_by_all(cycle, cast)
    story = actions.shorten_story(story, by=cast.professional, piece="zingen", reason="Om te proberen.")
    assert not StoryRecording.objects.exists() and story.words.body == "Wij […] hier elke week."


def test_an_editor_takes_it_away_with_a_reason(cycle: Cycle, cast: Cast) -> None:
    story = heard_by_all(cycle, cast)
    actions.take_away_recording(story, by=cast.professional, reason="Er praat een kind.")
    said = Notice.objects.filter(person=cast.resident.person or 0).latest("pk").text
    assert not StoryRecording.objects.exists() and "Er praat een kind." in said
    story.words.refresh_from_db()
    assert story.words.body == SAID


def test_own_data_holds_the_voice(cycle: Cycle, cast: Cast) -> None:
    spoken(cycle, cast)
    row = dict(read_everywhere(cast.resident.person or 0))["stories"][0]
    assert row["recording_kind"] == "audio/wav" and row["recording_says"] == SAID and row["recording"]
