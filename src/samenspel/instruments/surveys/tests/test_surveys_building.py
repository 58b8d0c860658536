"""Making a survey: ready questions, own ones, conditions, and what is fixed when it opens."""

import pytest
from django.utils import translation

from samenspel.instruments.surveys import actions, queries
from samenspel.instruments.surveys.models import Item, Survey
from samenspel.instruments.surveys.rules.questionnaire import Asked, frozen, is_asked, ranges, screens, thawed
from samenspel.instruments.surveys.rules.ready import ABOUT, READY
from samenspel.instruments.surveys.tests.conftest import Wave
from samenspel.kernel.action import BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast

pytestmark = pytest.mark.django_db
ALL = (*(asked for group in READY.values() for asked in group), *ABOUT)


def test_ready_questions_have_their_own_keys_and_fit_the_form() -> None:
    assert len({asked.key for asked in ALL}) == len(ALL) >= 20
    assert thawed(frozen(ALL)) == ALL


@pytest.mark.parametrize(
    ("words", "pairs"),
    [("3", ((3, 3),)), ("1-5, 8", ((1, 5), (8, 8))), ("ja", ((1, 1),)), ("vaak", None), ("", None), ("1-", None)],
)
def test_conditions_are_read_as_people_write_them(words: str, pairs: object) -> None:
    assert ranges(words) == pairs


def test_a_question_behind_a_hidden_question_is_hidden_too() -> None:
    form = (
        Asked("a", "yesno", "own", "", "A"), Asked("b", "yesno", "own", "", "B", only_if="a", only_values="ja"),
        Asked("c", "remark", "own", "", "C", only_if="b", only_values="ja"),
    )  # fmt: skip
    assert is_asked(form[2], form, {"a": (1,), "b": (1,)})
    assert not is_asked(form[2], form, {"a": (2,), "b": (1,)})


def test_i_do_not_know_opens_nothing() -> None:
    form = (Asked("a", "mark", "own", "", "A"), Asked("b", "remark", "own", "", "B", only_if="a", only_values="0-5"))
    assert not is_asked(form[1], form, {"a": (0,)}) and is_asked(form[1], form, {"a": (5,)})


def test_a_screen_never_holds_a_question_that_depends_on_it() -> None:
    form = (Asked("a", "mark", "own", "", "A"), Asked("b", "mark", "own", "", "B", only_if="a", only_values="1-5"))
    assert [[asked.key for asked in screen] for screen in screens(form, {"a": (3,)})] == [["a"], ["b"]]


def test_own_questions_come_before_the_questions_about_oneself(draft: Survey, cast: Cast) -> None:
    actions.add_item(draft, by=cast.organiser, text="Hebt u een tuin?", kind="yesno")
    actions.add_item(draft, by=cast.organiser, text="Wat mist u?", kind="remark", only_if="q1", only_values="nee")
    keys = [asked.key for asked in queries.form_of(draft)]
    assert keys[-4:] == ["q1", "q2", "age", "household"]


@pytest.mark.parametrize(
    "facts",
    [{"kind": "one", "choices": "maar een"}, {"kind": "mark", "only_if": "age", "only_values": "1"}, {"text": " "},
     {"kind": "mark", "only_if": "mark_day", "only_values": "vaak"}, {"kind": "yesno", "words_en": "One\nTwo"}],
)  # fmt: skip
def test_a_question_that_cannot_be_asked_is_refused(draft: Survey, cast: Cast, facts: dict[str, str]) -> None:
    before = Item.objects.count()
    with pytest.raises(BadInput):
        actions.add_item(draft, by=cast.organiser, **{"text": "Vraag?", "kind": "mark", **facts})
    assert Item.objects.count() == before


def test_removing_a_question_frees_what_followed(draft: Survey, cast: Cast) -> None:
    actions.add_item(draft, by=cast.organiser, text="Wat dan?", kind="remark", only_if="mark_day", only_values="1-5")
    actions.remove_item(draft, by=cast.organiser, key="mark_day")
    assert Item.objects.get(key="q1").only_if == ""


def test_nothing_changes_after_the_opening(everybody: Wave, cast: Cast) -> None:
    digest = everybody.survey.form_digest
    with pytest.raises(WrongState):
        actions.remove_item(everybody.survey, by=cast.organiser, key="mark_day")
    with pytest.raises(WrongState):
        actions.change_survey(everybody.survey, by=cast.organiser, title="Anders", period="2026", audience="all")
    assert len(digest) == 64 and Survey.objects.get().form_digest == digest


def test_a_second_wave_asks_the_same(everybody: Wave, cycle: Cycle, cast: Cast) -> None:
    again = actions.start_survey(cycle, by=cast.organiser, title="Nog eens", period="2028", previous=everybody.survey)
    assert queries.form_of(again) == queries.form_of(everybody.survey)


def test_residents_do_not_make_or_open_surveys(draft: Survey, cycle: Cycle, cast: Cast) -> None:
    for actor in (cast.resident, cast.official):
        with pytest.raises(NotAllowed):
            actions.start_survey(cycle, by=actor, title="Zo maar", period="2026")
        with pytest.raises(NotAllowed):
            actions.open_survey(draft, by=actor)


def test_a_draft_is_for_who_makes_it(draft: Survey, cycle: Cycle, cast: Cast) -> None:
    assert queries.survey_by_code(cycle, draft.code, cast.resident) is None
    assert queries.survey_by_code(cycle, draft.code, cast.organiser) == draft


def test_ready_questions_speak_the_language_of_the_reader(draft: Survey) -> None:
    with translation.override("tr"):
        texts = [question.text for question in queries.said(queries.form_of(draft))]
    assert texts[0].startswith("Gündüzleri") and not any(text.startswith("Hoe ") for text in texts)
