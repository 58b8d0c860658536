"""Clocks, who sees what, and what is left after erasing."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import actions, queries
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.tests.conftest import Ask
from samenspel.kernel.action import NotAllowed
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import rows
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.queries import own_data
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many

TODAY = timezone.localdate


def _days_ago(days: int) -> dict[str, object]:
    return {"on": TODAY() - timedelta(days=days)}


def test_the_day_itself_is_not_late(ask: Ask) -> None:
    asked = ask(**_days_ago(42))
    assert asked.due == TODAY() and not asked.is_overdue
    assert asked.overdue_on(TODAY() + timedelta(days=1))


def test_late_is_computed_and_an_answer_ends_it(ask: Ask, cast: Cast) -> None:
    late, fine = ask(**_days_ago(43)), ask()
    assert list(queries.overdue(late.place_id)) == [late]
    assert {q.pk for q in queries.open_questions(late.place_id)} == {late.pk, fine.pk}
    answered = actions.answer(late, by=cast.official, text="Sorry, te laat.")
    assert not answered.is_overdue and answered.was_late
    assert list(queries.overdue(late.place_id)) == []


def test_the_clock_counts(ask: Ask, cycle: Cycle, cast: Cast) -> None:
    ask(**_days_ago(60))
    answered = actions.answer(ask(), by=cast.official, text="Zo.")
    actions.judge(answered, by=cast.resident, satisfied=True)
    clock = queries.clock_of(cycle)
    assert (clock.asked, clock.waiting, clock.overdue, clock.satisfied) == (2, 1, 1, 1)


@pytest.mark.parametrize("number", [1, 3, 200])
def test_a_list_costs_one_query(
    cycle: Cycle, ask: Ask, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    that_many(number, lambda _n: ask())
    with django_assert_num_queries(1):
        found = list(queries.questions_of(cycle, Actor()))
        assert len({(q.shown_asker, q.shown_addressee, q.body.body, q.node.place.slug) for q in found}) == 1


def test_a_hidden_question_is_nowhere(question: Question, cycle: Cycle, cast: Cast) -> None:
    actions.hide_question(question, by=cast.professional, reason="Noemt een buur.")
    for actor in (Actor(), cast.neighbour, cast.provider):
        assert queries.question_by_code(cycle, question.code, actor) is None
        assert not queries.questions_of(cycle, actor).exists()
    assert queries.question_by_code(cycle, question.code, cast.resident)
    assert queries.clock_of(cycle).asked == 0
    assert not list(rows(registered()["questions"], Actor()))


def test_only_editors_hide(question: Question, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.hide_question(question, by=cast.official, reason="Lastig.")


def test_open_data_has_no_words_and_no_persons(ask: Ask, cast: Cast) -> None:
    ask(by=Actor(), name="Geheime Naam", body="Geheime woorden")
    for row in rows(registered()["questions"], cast.organiser):
        assert "Geheime" not in str(row)


def test_rules_are_shared_between_neighbourhoods(ask: Ask, elsewhere: object) -> None:
    rule = ask(kind="rule", title="Geen barbecue in het park")
    ask()
    assert list(queries.rules_in_the_way()) == [rule]
    assert list(queries.rules_in_the_way(rule.place_id)) == [rule]
    assert list(queries.rules_in_the_way(elsewhere.pk)) == []  # type: ignore[attr-defined]


def test_erasing_takes_words_and_name_and_leaves_the_answer(question: Question, cycle: Cycle, cast: Cast) -> None:
    answered = actions.answer(question, by=cast.official, text="3.000 euro.")
    actions.judge(answered, by=cast.resident, satisfied=False, words="Te vaag.")
    person = Person.objects.get(pk=cast.resident.person or 0)
    assert "Ik zie nergens" in str(own_data(person.pk))
    erase_person(person, by=cast.resident)
    left = queries.question_by_code(cycle, question.code, Actor())
    assert left is not None and left.asker is None and left.title == "Ingetrokken vraag"
    assert left.body.erased and left.judgement is not None and left.judgement.erased
    assert queries.answers_of(left)[0].text.body == "3.000 euro."


def test_an_answer_outlives_who_typed_it(question: Question, cast: Cast) -> None:
    actions.answer(question, by=cast.official, text="3.000 euro.", name="Esra")
    person = Person.objects.get(pk=cast.official.person or 0)
    erase_person(person, by=cast.official)
    said = queries.answers_of(Question.objects.get(pk=question.pk))[0]
    assert (said.text.body, said.name, said.person) == ("3.000 euro.", "", None)


def test_buttons_fit_the_moment(question: Question, cast: Cast) -> None:
    assert queries.possible_acts(question, cast.official) == {"answer", "forward"}
    assert queries.possible_acts(question, cast.resident) == set()
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Welzijn.")
    assert queries.possible_acts(passed, cast.provider) == {"answer", "accept", "decline"}
    answered = actions.answer(passed, by=cast.provider, text="Ja.")
    assert queries.possible_acts(answered, cast.resident) == {"judge"}
