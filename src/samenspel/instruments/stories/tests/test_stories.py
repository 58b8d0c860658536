"""Stories: told by anybody, shown only with consent, taken back without breaking anything."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.stories import actions, queries, rules
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.states import StoryState
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import rows
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.tests.cast import Cast

VISITOR = Actor()


def tell(cycle: Cycle, by: Actor = VISITOR, **more: Any) -> Story:
    return actions.tell_story(cycle, by=by, **{"words": "Wij eten samen.", "may_show": True, **more})


def test_anybody_may_tell(cycle: Cycle) -> None:
    story = tell(cycle, theme="Samen leven")
    assert (story.state, story.theme, story.person, story.channel) == ("received", "together", None, "web")
    assert not story.node.public and story.title == "Verhaal over samen leven"


def test_an_empty_story_is_refused(cycle: Cycle) -> None:
    with pytest.raises(BadInput, match="Vertel iets"):
        tell(cycle, words="  ")


def test_a_helper_is_not_the_teller(cycle: Cycle, cast: Cast) -> None:
    by = Actor(person=cast.professional.person, channel=Channel.STREET, at="straattafel", on_behalf_of="een bewoner")
    story = tell(cycle, by)
    assert story.person_id not in (None, cast.professional.person) and story.words.person == story.person_id
    assert story.words.helpers_words and story.told_at == "straattafel" and story.channel == "street"


def test_contact_of_a_visitor_stays_with_the_person(cycle: Cycle) -> None:
    story = tell(cycle, contact="06 1")
    assert story.person and story.person.contact_text == "06 1"


def test_only_editors_show(cycle: Cycle, cast: Cast) -> None:
    story = tell(cycle)
    for who in (VISITOR, cast.resident, cast.official):
        with pytest.raises(NotAllowed):
            actions.show_story(story, by=who)
    assert actions.show_story(story, by=cast.professional).node.public


def test_without_consent_nothing_is_shown(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="wil niet"):
        actions.show_story(tell(cycle, may_show=False), by=cast.professional)


def test_the_database_refuses_a_shown_story_without_consent(cycle: Cycle) -> None:
    story = tell(cycle, may_show=False)
    story.state = StoryState.SHOWN
    with pytest.raises(ValidationError, match="mag niet worden getoond"):
        story.full_clean()


def test_quoting_needs_showing(cycle: Cycle) -> None:
    assert not tell(cycle, may_show=False, may_quote=True).may_quote


def test_hiding_needs_a_reason_that_is_public(cycle: Cycle, cast: Cast) -> None:
    story = actions.show_story(tell(cycle), by=cast.professional)
    with pytest.raises(BadInput, match="reden"):
        actions.hide_story(story, by=cast.professional, reason=" ")
    hidden = actions.hide_story(story, by=cast.professional, reason="Noemt een naam.")
    assert hidden.hidden_reason == "Noemt een naam." and not hidden.node.public


def test_the_teller_hears_of_it(cycle: Cycle, cast: Cast) -> None:
    story = actions.show_story(tell(cycle, cast.resident), by=cast.professional)
    actions.hide_story(story, by=cast.professional, reason="Noemt een naam.")
    texts = Notice.objects.filter(person=cast.resident.person or 0).order_by("pk").values_list("text", flat=True)
    assert [story.code in t for t in texts] == [True, True] and "Noemt een naam." in texts[1]


def test_an_owner_takes_back(cycle: Cycle, cast: Cast) -> None:
    story = actions.withdraw_story(tell(cycle, cast.resident), by=cast.resident)
    story.words.refresh_from_db()
    assert (story.state, story.words.body, story.person) == ("withdrawn", "", None)


def test_a_word_of_the_receipt_takes_back(cycle: Cycle) -> None:
    story = tell(cycle)
    with pytest.raises(NotAllowed):
        actions.withdraw_story(story, by=VISITOR, word="")
    typed = queries.take_back_word(story.code).lower().replace("-", " ")
    assert actions.withdraw_story(story, by=VISITOR, word=typed).state == "withdrawn"


def test_somebody_elses_word_does_not(cycle: Cycle) -> None:
    mine, other = tell(cycle), tell(cycle)
    with pytest.raises(NotAllowed):
        actions.withdraw_story(mine, by=VISITOR, word=queries.take_back_word(other.code))


def test_what_is_taken_back_stays_back(cycle: Cycle, cast: Cast) -> None:
    story = actions.withdraw_story(tell(cycle, cast.resident), by=cast.resident)
    with pytest.raises(WrongState):
        actions.show_story(story, by=cast.professional)


def test_erasing_words_keeps_the_journal_whole(cycle: Cycle, cast: Cast) -> None:
    story = actions.show_story(tell(cycle, cast.resident), by=cast.professional)
    before = story.words.digest
    actions.withdraw_story(story, by=cast.resident)
    story.refresh_from_db()
    assert not list(faults(cycle.place_id)) and (story.words.body, story.words.digest) == ("", before)


def test_erasing_a_person_takes_all_stories_back(cycle: Cycle, cast: Cast) -> None:
    story = actions.show_story(tell(cycle, cast.resident), by=cast.professional)
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    story.refresh_from_db()
    assert (story.state, story.person, story.words.body, story.node.public) == ("withdrawn", None, "", False)
    assert not list(faults(cycle.place_id))


def test_own_data_holds_the_words(cycle: Cycle, cast: Cast) -> None:
    tell(cycle, cast.resident)
    assert cast.resident.person is not None
    assert dict(read_everywhere(cast.resident.person))["stories"][0]["words"] == "Wij eten samen."


def test_a_story_answers_a_lesson(cycle: Cycle, past: Cycle) -> None:
    with acting():
        lesson = new_node("lesson", "Begin eerder", cycle=past, public=True)
    story = tell(cycle, lesson=lesson.code)
    assert Edge.objects.get(target=story.node).relation == "opened"


def test_an_unknown_lesson_is_left_aside(cycle: Cycle) -> None:
    assert tell(cycle, lesson="LS-XXXX").pk and not Edge.objects.exists()


def test_the_same_form_twice_is_one_story(cycle: Cycle) -> None:
    actions.tell_story.run("token", None, cycle, by=VISITOR, words="Een keer.")
    with pytest.raises(AlreadyDone):
        actions.tell_story.run("token", None, cycle, by=VISITOR, words="Een keer.")
    assert Story.objects.count() == 1


@pytest.mark.parametrize(("who", "n"), [("", 1), ("resident", 2), ("neighbour", 1), ("professional", 3)])
def test_who_sees_what(cycle: Cycle, cast: Cast, who: str, n: int) -> None:
    actions.show_story(tell(cycle), by=cast.professional)
    tell(cycle, cast.resident, may_show=False)
    tell(cycle, may_show=False)
    actor = cast.actors.get(who, VISITOR)
    assert Story.objects.filter(rules.visible_to(actor)).count() == n
    assert queries.stories_of(cycle, actor).count() == n


def test_the_open_export_has_no_words_and_no_names(cycle: Cycle, cast: Cast) -> None:
    actions.show_story(tell(cycle, cast.resident), by=cast.professional)
    export = registered()["stories"]
    assert not {"words", "person"} & {c.name for c in export.open_columns}
    assert len(list(rows(export, VISITOR, cycle.place_id))) == 1


def test_first_of_each_theme_counts_all(cycle: Cycle, cast: Cast) -> None:
    for theme in ("income", "income", "income", "income", "health"):
        actions.show_story(tell(cycle, theme=theme), by=cast.professional)
    found = queries.first_of_each_theme(cycle)
    assert sorted((s.theme, n) for s, n in found) == [("health", 1)] + [("income", 4)] * 3


def test_a_shown_story_that_is_taken_back_is_out_of_sight(cycle: Cycle, cast: Cast) -> None:
    shown = actions.show_story(tell(cycle, cast.resident), by=cast.organiser)
    gone = actions.withdraw_story(shown, by=cast.resident)
    assert (gone.node.public, gone.person, gone.place_text) == (False, None, "")


def test_only_whoever_looks_after_stories_has_a_place_to_do_so(cycle: Cycle, cast: Cast) -> None:
    assert set(rules.moderates(cast.organiser)) == {cycle.place_id}
    assert rules.moderates(cast.official) == rules.moderates(cast.councillor) == []
