"""A photo beside a story: added by who told it, looked at by an editor, and gone when the story is."""

import pytest

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.stories import actions, queries
from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.states import PartState
from samenspel.instruments.stories.tests.test_stories import VISITOR, tell
from samenspel.kernel.action import BadInput, NotAllowed, NotThere, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry, Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.tests.cast import Cast
from samenspel.ui.photos import Photo

PHOTO = Photo(b"bytes", 40, 30)


def add(story: Story, by: Actor, photo: Photo = PHOTO, word: str = "") -> Story:
    return actions.add_photo(story, by=by, photo=photo, alt="Een geheime bank", faces="nobody", word=word)


def told(cycle: Cycle, cast: Cast) -> Story:
    """A shown story of the resident with a shown photo."""
    story = add(actions.show_story(tell(cycle, cast.resident), by=cast.professional), cast.resident)
    return actions.show_photo(story, by=cast.professional, photo=story.photo.pk)


def test_the_word_of_the_receipt_adds_and_removes(cycle: Cycle) -> None:
    story = tell(cycle)
    word = queries.take_back_word(story.code)
    assert add(story, VISITOR, word=word).photo.state == "new"
    actions.remove_photo(story, by=VISITOR, word=word)
    assert not StoryPhoto.objects.exists()


def test_desk_and_editor_may_too(cycle: Cycle, cast: Cast) -> None:
    helped = Actor(
        person=cast.professional.person, mandates=cast.professional.mandates, channel=Channel.DESK,
        on_behalf_of="een bewoner",
    )  # fmt: skip
    for by in (helped, cast.professional):
        assert add(tell(cycle), by).photo.pk


@pytest.mark.parametrize("who", ["visitor", "neighbour", "official", "councillor"])
def test_others_may_not(cycle: Cycle, cast: Cast, who: str) -> None:
    story, by = add(tell(cycle, cast.resident), cast.resident), cast.actors.get(who, VISITOR)
    other = queries.take_back_word(tell(cycle).code)
    with pytest.raises(NotAllowed):
        add(story, by, word=other)
    with pytest.raises(NotAllowed):
        actions.remove_photo(story, by=by, word=other)
    with pytest.raises(NotAllowed):
        actions.show_photo(story, by=by, photo=story.photo.pk)
    with pytest.raises(NotAllowed):
        actions.take_away_photo(story, by=by, reason="Zo maar.")


def test_what_only_editors_read_takes_no_photo(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="geen foto bij"):
        add(tell(cycle, cast.resident, may_show=False), cast.resident)


def test_a_photo_needs_words_for_who_does_not_see_it(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="wat er op de foto staat"):
        actions.add_photo(tell(cycle, cast.resident), by=cast.resident, photo=PHOTO, alt="  ", faces="nobody")


def test_another_photo_takes_the_place_and_is_looked_at_again(cycle: Cycle, cast: Cast) -> None:
    story = told(cycle, cast)
    seen = story.photo.pk
    add(story, cast.resident, Photo(b"other", 1, 1))
    with pytest.raises(NotThere):
        actions.show_photo(story, by=cast.professional, photo=seen)
    left = StoryPhoto.objects.get()
    assert (bytes(left.data), left.state) == (b"other", PartState.NEW)


def test_who_sees_it_when(cycle: Cycle, cast: Cast) -> None:
    story = add(tell(cycle, cast.resident), cast.resident)

    def seen() -> list[bool]:
        actors = (VISITOR, cast.neighbour, cast.resident, cast.professional)
        return [queries.photo_of(cycle, story.code, by) is not None for by in actors]

    assert seen() == [False, False, True, True]
    actions.show_photo(story, by=cast.professional, photo=story.photo.pk)
    assert seen() == [False, False, True, True]
    actions.show_story(story, by=cast.professional)
    assert seen() == [True] * 4
    actions.hide_story(story, by=cast.professional, reason="Noemt een naam.")
    assert seen() == [False, False, True, True]


def test_a_photo_that_waits_brings_its_story_back_to_the_editors(cycle: Cycle, cast: Cast) -> None:
    story = actions.show_story(tell(cycle, cast.resident), by=cast.professional)
    assert not queries.waiting_stories(cycle).exists()
    add(story, cast.resident)
    assert queries.waiting_stories(cycle).get() == story
    actions.show_photo(story, by=cast.professional, photo=StoryPhoto.objects.get().pk)
    assert not queries.waiting_stories(cycle).exists()


def test_an_editor_takes_it_away_with_a_reason(cycle: Cycle, cast: Cast) -> None:
    story = told(cycle, cast)
    with pytest.raises(BadInput, match="reden"):
        actions.take_away_photo(story, by=cast.professional, reason=" ")
    actions.take_away_photo(story, by=cast.professional, reason="Er staat een kind op.")
    said = Notice.objects.filter(person=cast.resident.person or 0).latest("pk").text
    assert not StoryPhoto.objects.exists() and "Er staat een kind op." in said


def test_no_photo_is_nothing_to_take_away(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotThere):
        actions.remove_photo(tell(cycle, cast.resident), by=cast.resident)


def test_taking_the_story_back_takes_the_photo_along(cycle: Cycle, cast: Cast) -> None:
    story = told(cycle, cast)
    actions.withdraw_story(story, by=cast.resident)
    assert not StoryPhoto.objects.exists()
    with pytest.raises(WrongState):
        add(story, cast.resident)


def test_erasing_a_person_takes_the_photo_along(cycle: Cycle, cast: Cast) -> None:
    told(cycle, cast)
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    assert not StoryPhoto.objects.exists() and not list(faults(cycle.place_id))


def test_the_journal_names_the_act_and_none_of_the_words(cycle: Cycle, cast: Cast) -> None:
    story = told(cycle, cast)
    entry = Entry.objects.get(verb="stories.photo.add")
    assert entry.subject == story.code and "geheime" not in entry.canonical


def test_own_data_holds_the_photo(cycle: Cycle, cast: Cast) -> None:
    told(cycle, cast)
    row = dict(read_everywhere(cast.resident.person or 0))["stories"][0]
    assert (row["photo_of"], row["photo_jpeg"]) == ("Een geheime bank", "Ynl0ZXM=")
