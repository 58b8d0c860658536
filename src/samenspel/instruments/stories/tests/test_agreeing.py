"""What a teller agrees to: until when; and a translation beside the own words."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from samenspel.instruments.stories import actions, queries, rules, tasks
from samenspel.instruments.stories.models import Story, StoryTranslation
from samenspel.instruments.stories.tests.test_stories import VISITOR, tell
from samenspel.kernel.action import BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.daily.jobs import JOBS, SITE
from samenspel.kernel.journal import clock
from samenspel.kernel.journal.clock import today
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.tests.cast import Cast


def for_a_year(cycle: Cycle, cast: Cast, on: date) -> Story:
    story = tell(cycle, cast.resident, keep_years=1, told_on=on)
    return actions.show_story(story, by=cast.professional)


def test_a_year_is_a_year(cycle: Cycle, cast: Cast) -> None:
    story = for_a_year(cycle, cast, today())
    assert story.show_until == today() + timedelta(days=365) and story.shows
    assert tell(cycle).show_until is None


def test_the_day_after_it_is_nowhere(cycle: Cycle, cast: Cast) -> None:
    story = for_a_year(cycle, cast, today() - timedelta(days=366))
    assert not story.shows and not queries.shown_stories(cycle).exists()
    assert not Story.objects.filter(rules.visible_to(VISITOR)).exists()
    assert queries.story_by_code(cycle, story.code, VISITOR) is None and not queries.told_stories(cycle).exists()


def test_the_daily_work_wipes_it(cycle: Cycle, cast: Cast) -> None:
    story, other = for_a_year(cycle, cast, today() - timedelta(days=366)), for_a_year(cycle, cast, today())
    assert tasks.expire_told.func() == 1 and JOBS["stories.expire_told"] is tasks.expire_told
    story.refresh_from_db()
    other.refresh_from_db()
    assert (story.state, story.words.body, story.person) == ("withdrawn", "", None) and other.state == "shown"
    assert tasks.expire_told.func() == 0 and not list(faults(cycle.place_id))


def test_nobody_wipes_it_before_its_day(cycle: Cycle, cast: Cast) -> None:
    story = for_a_year(cycle, cast, today())
    with pytest.raises(WrongState):
        actions.expire_story(story, by=SITE)
    with pytest.raises(NotAllowed):
        actions.expire_story(story, by=cast.professional)


def test_a_past_round_counts_from_its_own_day(cycle: Cycle, cast: Cast) -> None:
    with clock.at_moment(clock.now() - timedelta(days=400)):
        story = tell(cycle, keep_years=2)
    assert story.show_until == story.told_on + timedelta(days=730) and story.show_until > today()


def translated(cycle: Cycle, cast: Cast, **more: str) -> Story:
    story = actions.show_story(tell(cycle, words="نأكل معا", language="ar"), by=cast.professional)
    given = {"words": "Wij eten samen.", "language": "nl", "translator": "een buurvrouw", **more}
    return actions.translate_story(story, by=cast.professional, **given)


def test_a_translation_stands_beside_the_own_words(cycle: Cycle, cast: Cast) -> None:
    story = translated(cycle, cast)
    other = story.translated[0]
    assert story.words.body == "نأكل معا" and (other.words.body, other.translator) == (
        "Wij eten samen.",
        "een buurvrouw",
    )


def test_one_translation_a_language_and_never_into_its_own(cycle: Cycle, cast: Cast) -> None:
    story = translated(cycle, cast)
    with pytest.raises(ValidationError, match="al een vertaling"):
        actions.translate_story(story, by=cast.professional, words="Nog een.", language="nl")
    with pytest.raises(BadInput, match="al verteld"):
        actions.translate_story(story, by=cast.professional, words="x", language="ar")
    with pytest.raises(NotAllowed):
        actions.translate_story(story, by=cast.neighbour, words="x", language="en")


def test_a_wrong_translation_goes_and_the_words_stay(cycle: Cycle, cast: Cast) -> None:
    story = translated(cycle, cast)
    actions.remove_translation(story, by=cast.professional, translation=story.translated[0].pk)
    story.refresh_from_db()
    assert not StoryTranslation.objects.exists() and story.words.body == "نأكل معا"


def test_erasing_the_typist_takes_the_name(cycle: Cycle, cast: Cast) -> None:
    story = translated(cycle, cast, translator="Daan")
    erase_person(Person.objects.get(pk=cast.professional.person or 0), by=cast.professional)
    left = StoryTranslation.objects.get()
    assert (left.person, left.translator, left.words.body) == (None, "", "Wij eten samen.")
    assert story.words.body == "نأكل معا"
