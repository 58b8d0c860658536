"""What a visitor asks waits until it was read; what somebody takes back is gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.instruments.questions import actions, rules
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import answers_of
from samenspel.instruments.questions.tests.conftest import Ask
from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import at_moment
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import read_everywhere
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast

NOW = timezone.now


def waiting(ask: Ask, days: int = 0) -> Question:
    with at_moment(NOW() - timedelta(days=days)):
        return ask(by=Actor())


def seen(actor: Actor) -> int:
    return Question.objects.filter(rules.visible_to(actor)).count()


@pytest.mark.parametrize("days", [0, 10])
def test_the_clock_starts_when_it_was_read(ask: Ask, cast: Cast, days: int) -> None:
    asked = waiting(ask, days)
    assert asked.state == "waiting" and not asked.node.public
    read = actions.let_through(asked, by=cast.organiser)
    today = timezone.localdate()
    assert (read.state, read.node.public) == ("asked", True)
    assert (read.asked_on, read.due) == (today, today + timedelta(weeks=6))


def test_a_question_that_was_hidden_waits_no_longer(ask: Ask, question: Question, cast: Cast) -> None:
    hidden = actions.hide_question(waiting(ask), by=cast.organiser, reason="Noemt een buur.")
    assert (hidden.state, hidden.node.public) == ("asked", False)
    answered = actions.answer(question, by=cast.official, text="Zo.")
    assert actions.hide_question(answered, by=cast.organiser, reason="Noemt een buur.").state == "answered"
    assert actions.show_question(hidden, by=cast.organiser, reason="Het mag.").node.public


def test_who_works_here_sees_what_waits(ask: Ask, question: Question, cast: Cast, elsewhere: Place) -> None:
    waiting(ask)
    there = Actor(mandates=frozenset({Mandate(Role.EDITOR, elsewhere.pk)}))
    assert [seen(a) for a in (Actor(), cast.neighbour, there)] == [1, 1, 1]
    assert seen(cast.organiser) == 2


def test_what_is_no_question_is_not_the_municipalitys(cast: Cast) -> None:
    assert not rules.of_the_municipality(cast.official, object())


def test_a_question_hangs_on_what_everybody_sees_here(ask: Ask, cycle: Cycle, elsewhere: Place) -> None:
    with acting():
        hidden = new_node("plan_line", "Nog niet", cycle=cycle)
        there = new_node("plan_line", "Daar", place=elsewhere, public=True)
    for about in (hidden, there):
        with pytest.raises(BadInput, match="andere buurt, of is niet openbaar"):
            ask(about=about)


def test_what_people_ask_is_real_and_may_be_due_today(ask: Ask) -> None:
    asked = ask(due=timezone.localdate())
    assert asked.due == asked.asked_on and not asked.node.example


def test_after_taking_it_on_nothing_is_on_its_way(question: Question, cast: Cast) -> None:
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Dit doet welzijn.")
    assert actions.answer(passed, by=cast.provider, text="Wij doen dit.").offered_to is None


def test_who_passed_it_on_can_still_answer(question: Question, cast: Cast) -> None:
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Dit doet welzijn.")
    answered = actions.answer(passed, by=cast.official, text="Toch wij.")
    assert answered.addressee == answers_of(answered)[0].party == cast.parties["official"]


def test_words_taken_back_are_gone_and_the_answer_stays(ask: Ask, cast: Cast) -> None:
    asked = ask(addressee=None, addressee_name="Jan de Boer", document="https://example.org/jan", show_name=True)
    answered = actions.answer(asked, by=cast.official, text="Zo.", name="Esra")
    actions.judge(answered, by=cast.resident, satisfied=False, words="Ik, Alice, vind van niet.")
    assert dict(read_everywhere(cast.resident.person or 0))["questions"]
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=STAFF)
    gone = Question.objects.select_related("body", "judgement").get()
    assert gone.judgement and not gone.body.body and not gone.judgement.body
    assert (gone.asker, gone.show_name, gone.document) == (None, False, "") and "Jan" not in gone.addressee_name
    assert answers_of(gone)[0].text.body == "Zo."


def test_a_question_of_a_group_stays_when_its_speaker_goes(ask: Ask, cast: Cast) -> None:
    asked = ask(by=cast.initiative, party=cast.parties["initiative"], title="Wat kost het?", addressee_name="De raad")
    erase_person(Person.objects.get(pk=cast.initiative.person or 0), by=STAFF)
    asked.refresh_from_db()
    assert (asked.title, asked.addressee_name) == ("Wat kost het?", "De raad")


def test_who_answered_can_be_forgotten(question: Question, cast: Cast) -> None:
    answered = actions.answer(question, by=cast.official, text="Zo.", name="Esra")
    erase_person(Person.objects.get(pk=cast.official.person or 0), by=STAFF)
    (said,) = answers_of(answered)
    assert (said.person, said.name, said.text.body) == (None, "", "Zo.")
