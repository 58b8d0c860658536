"""Answering: one letter is one answer, and nothing of a person stays with it."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from samenspel.contracts.actor import Channel
from samenspel.instruments.surveys import actions, queries
from samenspel.instruments.surveys.models import CodeUse, Kept, Remark, Response, Survey
from samenspel.instruments.surveys.rules.codes import digest_of
from samenspel.instruments.surveys.tests.conftest import VISITOR, Wave
from samenspel.kernel.action import BadInput, NotAllowed, NotThere, WrongState
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.tests.cast import Cast

pytestmark = pytest.mark.django_db


def said_to(wave: Wave, typed: str) -> str:
    letter = digest_of(wave.survey.pk, typed)
    with pytest.raises(NotThere) as refused:
        actions.give_answer(wave.survey, by=VISITOR, answers={"mark_day": (7,)}, letter=letter)
    return str(refused.value.message)


def test_a_letter_gives_one_answer(letters: Wave) -> None:
    letters.answer(0, mark_day=7)
    with pytest.raises(NotThere):
        letters.answer(0, mark_day=1)
    assert Response.objects.count() == CodeUse.objects.count() == 1


def test_wrong_used_and_blocked_get_the_same_words(letters: Wave) -> None:
    letters.answer(0, mark_day=7)
    actions.block_code(letters.survey, by=letters.organiser, serial=2, reason="verkeerde bus")
    heard = {said_to(letters, typed) for typed in ("AAAA CCCC DDDD", "", letters.codes[0], letters.codes[1])}
    assert len(heard) == 1


def test_a_letter_of_another_survey_does_not_work(letters: Wave, everybody: Wave) -> None:
    assert not queries.code_works(everybody.survey, digest_of(everybody.survey.pk, letters.codes[0]))


def test_a_new_code_replaces_the_old_one(letters: Wave) -> None:
    fresh = actions.reissue_code(letters.survey, by=letters.organiser, serial=1, reason="kwijt")
    said_to(letters, letters.codes[0])
    letters.codes[0] = fresh.code
    letters.answer(0, mark_day=7)
    with pytest.raises(WrongState):
        actions.reissue_code(letters.survey, by=letters.organiser, serial=fresh.serial, reason="nog eens")


def test_no_row_of_an_answer_knows_a_code_a_person_or_a_moment(letters: Wave) -> None:
    letters.answer(0, mark_day=7)
    assert {f.name for f in Response._meta.fields} == {"id", "survey", "channel", "area", "answers"}
    assert {f.name for f in CodeUse._meta.fields} == {"id", "code"}
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.subject) == ("surveys.response.give", letters.survey.code)


def test_after_the_close_the_order_of_rows_tells_nothing(letters: Wave) -> None:
    for number in range(20):
        letters.answer(number, mark_day=1 + number % 10)
    before = list(Response.objects.values_list("pk", flat=True))
    actions.close_survey(letters.survey, by=letters.organiser)
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM surveys_response")
        after = [row[0] for row in cursor.fetchall()]
    assert after != [f'{{"mark_day": [{1 + n % 10}]}}' for n in range(20)] and len(after) == 20
    assert not set(before) & set(Response.objects.values_list("pk", flat=True))


def test_only_questions_that_were_asked_are_kept(everybody: Wave) -> None:
    everybody.answer(0, change=1, mark_day=8, remarks={"why_worse": "Dit kan niet.", "remark": "Mooi hier."})
    assert Response.objects.get().answers == '{"mark_day": [8], "change": [1]}'
    assert list(Remark.objects.values_list("item", "text__body")) == [("remark", "Mooi hier.")]


def test_the_condition_opens_the_question(everybody: Wave) -> None:
    everybody.answer(0, change=3, remarks={"why_worse": "De winkel ging weg."})
    assert Remark.objects.get().item == "why_worse"


@pytest.mark.parametrize(
    ("key", "values"), [("mark_day", 11), ("mark_day", (3, 4)), ("change", 9), ("nonsense", 1), ("mark_day", -1)]
)
def test_an_answer_that_cannot_be_is_refused_whole(everybody: Wave, key: str, values: Any) -> None:
    with pytest.raises(BadInput):
        everybody.answer(0, **{key: values})
    assert not Response.objects.exists()


def test_an_empty_form_is_no_answer_and_uses_no_letter(letters: Wave) -> None:
    with pytest.raises(BadInput):
        letters.answer(0, age=2)
    assert not CodeUse.objects.exists()


def test_nobody_answers_a_draft_or_a_closed_survey(draft: Survey, everybody: Wave) -> None:
    closed = actions.close_survey(everybody.survey, by=everybody.organiser)
    for survey in (draft, closed):
        with pytest.raises(WrongState):
            actions.give_answer(survey, by=VISITOR, answers={"mark_day": (7,)})


def test_on_paper_only_who_helps_here(letters: Wave, cast: Cast) -> None:
    paper = replace(cast.professional, channel=Channel.PAPER, on_behalf_of="een bewoner", read_back=True)
    letters.answer(0, by=paper, mark_day=6)
    assert Response.objects.get().channel == "paper"
    with pytest.raises(NotAllowed):
        letters.answer(1, by=replace(cast.resident, channel=Channel.PAPER), mark_day=6)
    assert '"read_back":true' in Entry.objects.latest("pk").canonical.replace(" ", "")


def test_half_a_form_can_be_read_with_the_code_on_paper_only(everybody: Wave) -> None:
    survey = everybody.survey
    code = actions.keep_for_later(survey, by=VISITOR, answers={"mark_day": (7,)}, remarks={"remark": "Straks meer"})
    row = Kept.objects.get()
    assert b"Straks" not in bytes(row.sealed)
    found = queries.kept_answers(survey, code.lower())
    assert found and found[1] == {"answers": {"mark_day": [7]}, "remarks": {"remark": "Straks meer"}, "letter": ""}
    assert queries.kept_answers(survey, "ACDE FGHJ KMNP") is None


def test_what_was_kept_goes_when_it_is_sent_or_the_survey_closes(everybody: Wave) -> None:
    survey = everybody.survey
    first, _second = (actions.keep_for_later(survey, by=VISITOR, answers={"mark_day": (7,)}, remarks={}) for _n in "ab")
    found = queries.kept_answers(survey, first)
    assert found
    actions.give_answer(survey, by=VISITOR, answers={"mark_day": (7,)}, kept=found[0])
    assert Kept.objects.count() == 1
    actions.close_survey(survey, by=everybody.organiser)
    assert not Kept.objects.exists()
