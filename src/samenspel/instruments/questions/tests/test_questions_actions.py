"""Asking, answering, judging and passing on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from samenspel.contracts.actor import Actor, Channel, Mandate, Role
from samenspel.instruments.questions import actions
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.queries import answers_of, forwards_of, who_answers
from samenspel.instruments.questions.states import QuestionKind, QuestionState
from samenspel.instruments.questions.tests.conftest import Ask
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.lineage.queries import sources_of
from samenspel.kernel.people.models import Person
from samenspel.kernel.tests.cast import Cast

TODAY = timezone.localdate


def test_a_question_gets_six_weeks(question: Question) -> None:
    assert question.due == TODAY() + timedelta(weeks=6)
    assert question.state == QuestionState.ASKED and question.node.public


def test_anybody_may_ask_without_account(ask: Ask) -> None:
    asked = ask(by=Actor(), name="Mo", contact="mo@example.org")
    assert asked.asker is not None and asked.asker.contact_text == "mo@example.org"
    assert asked.shown_asker == "een bewoner"


def test_a_name_shows_only_with_a_yes(ask: Ask) -> None:
    assert ask(by=Actor(), name="Mo", show_name=True).shown_asker == "Mo"


def test_who_asks_in_an_office_says_so(ask: Ask, cast: Cast) -> None:
    assert ask(by=cast.councillor).shown_asker == "een raadslid of commissielid"
    assert ask(by=cast.councillor, show_name=True).shown_asker == "Hugo, een raadslid of commissielid"
    assert ask(by=cast.board).shown_asker == "een bestuurder"
    assert ask(by=cast.resident).shown_asker == ask(by=cast.official).shown_asker == "een bewoner"


def test_who_is_helped_by_somebody_in_an_office_stays_a_resident(ask: Ask, cast: Cast) -> None:
    helper = replace(cast.councillor, channel=Channel.STREET, on_behalf_of="een bewoner")
    assert ask(by=helper).shown_asker == "een bewoner"


def test_a_group_of_somebody_in_an_office_is_named_with_the_office(ask: Ask, cast: Cast) -> None:
    party = cast.parties["initiative"]
    both = replace(cast.councillor, mandates=cast.councillor.mandates | cast.initiative.mandates)
    assert ask(by=both, party=party).shown_asker == "Partij Carla, een raadslid of commissielid"


def test_without_name_nobody_is_kept(ask: Ask) -> None:
    before = Person.objects.count()
    assert ask(by=Actor()).asker is None
    assert Person.objects.count() == before


def test_a_helper_asks_for_somebody(ask: Ask, cast: Cast) -> None:
    helper = replace(cast.professional, channel=Channel.TABLE, on_behalf_of="een bewoner")
    asked = ask(by=helper)
    assert asked.asker_id != cast.professional.person
    assert asked.body.helpers_words


def test_a_group_asks_through_its_speaker(ask: Ask, cast: Cast) -> None:
    asked = ask(by=cast.initiative, party=cast.parties["initiative"], kind=QuestionKind.JOIN)
    assert asked.shown_asker == "Partij Carla"
    with pytest.raises(NotAllowed):
        ask(by=cast.resident, party=cast.parties["initiative"])


@pytest.mark.parametrize("days", [-1, 367])
def test_a_date_must_be_ahead_and_within_a_year(ask: Ask, days: int) -> None:
    with pytest.raises(BadInput):
        ask(due=TODAY() + timedelta(days=days))
    assert not Question.objects.exists()


@pytest.mark.parametrize("facts", [{"body": "  "}, {"title": " "}, {"on": timezone.localdate() + timedelta(days=1)}])
def test_half_a_question_is_refused(ask: Ask, facts: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        ask(**facts)
    assert not Question.objects.exists()


WRONG = [{"addressee_name": ""}, {"document": "javascript:alert(1)"}, {"document": "ftp://x.nl/a"}, {"kind": "gossip"}]


def test_what_cannot_be_is_refused(ask: Ask) -> None:
    for facts in WRONG:
        with pytest.raises(ValidationError):
            ask(**facts)


def test_a_double_click_asks_once(cycle: object, ask: Ask, cast: Cast) -> None:
    facts = {"title": "t", "body": "b", "addressee_name": "De raad", "by": cast.resident}
    actions.ask.run("token", None, cycle, **facts)
    with pytest.raises(AlreadyDone):
        actions.ask.run("token", None, cycle, **facts)
    assert Question.objects.count() == 1


def test_the_party_answers_and_the_asker_judges(question: Question, cast: Cast) -> None:
    answered = actions.answer(question, by=cast.official, text="3.000 euro.", name="Esra, gebiedsteam")
    assert answered.state == QuestionState.ANSWERED and answered.answered_on == TODAY()
    closed = actions.judge(answered, by=cast.resident, satisfied=True)
    assert closed.state == QuestionState.CLOSED_SATISFIED and closed.satisfied is True
    assert list(faults(question.place_id)) == []


def test_after_not_satisfied_comes_a_second_answer(question: Question, cast: Cast) -> None:
    first = actions.answer(question, by=cast.official, text="Weten wij niet.")
    unhappy = actions.judge(first, by=cast.resident, satisfied=False, words="Dat is geen antwoord.")
    again = actions.answer(unhappy, by=cast.finance, text="3.000 euro.")
    assert again.state == QuestionState.ANSWERED
    assert [a.text.body for a in answers_of(again)] == ["Weten wij niet.", "3.000 euro."]


def test_others_do_not_answer_for_the_municipality(question: Question, cast: Cast) -> None:
    for who in ("resident", "neighbour", "provider", "councillor", "organiser"):
        with pytest.raises(NotAllowed):
            actions.answer(question, by=cast.actors[who], text="Ik weet het.")


def test_finance_does_not_answer_for_others(ask: Ask, cast: Cast) -> None:
    asked = ask(addressee=cast.parties["provider"])
    with pytest.raises(NotAllowed):
        actions.answer(asked, by=cast.finance, text="Ik weet het.")


def test_only_who_asked_judges(question: Question, cast: Cast) -> None:
    answered = actions.answer(question, by=cast.official, text="Zo.")
    for who in ("neighbour", "official", "board"):
        with pytest.raises(NotAllowed):
            actions.judge(answered, by=cast.actors[who], satisfied=True)


def test_judging_comes_after_an_answer(question: Question, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.judge(question, by=cast.resident, satisfied=True)


def test_a_rule_in_the_way_needs_a_kind_of_answer(ask: Ask, cast: Cast) -> None:
    rule = ask(kind=QuestionKind.RULE, title="Geen stoep zonder vergunning")
    with pytest.raises(BadInput):
        actions.answer(rule, by=cast.official, text="Het kan.")
    answered = actions.answer(rule, by=cast.official, text="Tot 45 cm mag het.", verdict="possible")
    assert answers_of(answered)[0].get_verdict_display() == "het kan, en wel zo"


def test_an_answer_from_before_the_question_is_refused(question: Question, cast: Cast) -> None:
    with pytest.raises(BadInput):
        actions.answer(question, by=cast.official, text="Al.", on=TODAY() - timedelta(days=1))


def test_somebody_elses_task_counts_when_accepted(question: Question, cast: Cast) -> None:
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Dit doet welzijn.")
    assert passed.addressee == cast.parties["official"]
    with pytest.raises(NotAllowed):
        actions.accept(passed, by=cast.official)
    taken = actions.accept(passed, by=cast.provider)
    assert taken.addressee == cast.parties["provider"] and taken.due == question.due
    assert forwards_of(taken)[0].state == "accepted"


def test_a_declined_question_stays_where_it_was(question: Question, cast: Cast) -> None:
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Dit doet welzijn.")
    back = actions.decline(passed, by=cast.provider, reason="Nee, dit is groen.")
    assert back.addressee == cast.parties["official"] and back.offered_to is None
    actions.answer(back, by=cast.official, text="Wij zoeken het uit.")


def test_answering_takes_it_on(question: Question, cast: Cast) -> None:
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Dit doet welzijn.")
    answered = actions.answer(passed, by=cast.provider, text="Wij doen dit.")
    assert answered.addressee == cast.parties["provider"] and answers_of(answered)[0].party == answered.addressee


def test_passing_on_twice_or_to_itself_is_refused(question: Question, cast: Cast) -> None:
    with pytest.raises(BadInput):
        actions.forward(question, by=cast.official, to=cast.parties["official"], reason="Zelf.")
    passed = actions.forward(question, by=cast.official, to=cast.parties["provider"], reason="Welzijn.")
    with pytest.raises(WrongState):
        actions.forward(passed, by=cast.official, to=cast.parties["initiative"], reason="Toch niet.")


def test_accepting_nothing_is_refused(question: Question, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.accept(question, by=cast.official)


def test_people_hear_of_it(question: Question, cast: Cast) -> None:
    answered = actions.answer(question, by=cast.finance, text="Zo.")
    actions.judge(answered, by=cast.resident, satisfied=False)
    told = Notice.objects.filter(subject=question.code).values_list("person", "verb")
    due = date_format(question.due, "j F Y")
    assert Notice.objects.filter(verb="questions.question.ask", text__endswith=f"uiterlijk op {due}.").exists()
    assert (cast.official.person, "questions.question.ask") in told
    assert (cast.resident.person, "questions.question.answer") in told
    assert (cast.official.person, "questions.question.judge") in told


def test_a_question_to_a_name_reaches_the_municipality(ask: Ask, cast: Cast) -> None:
    asked = ask(addressee_name="De wethouder")
    told = set(Notice.objects.filter(subject=asked.code).values_list("person", flat=True))
    assert told == {cast.official.person, cast.finance.person}


def test_a_question_hangs_on_the_thread(ask: Ask, cast: Cast, line_node: object) -> None:
    asked = ask(about=line_node)
    assert [n.kind for n in sources_of([asked.node_id], "questioned_by")[asked.node_id]] == ["plan_line"]


def test_a_letter_to_the_council_is_answered_by_the_council(ask: Ask, cast: Cast) -> None:
    letter = ask(kind=QuestionKind.PETITION, addressee=None, addressee_name="Gemeenteraad")
    with pytest.raises(NotAllowed):
        actions.answer(letter, by=replace(cast.official, party=None), text="Nee.")
    assert actions.answer(letter, by=cast.councillor, text="Wij nemen het over.").state == QuestionState.ANSWERED


def test_nobody_answers_the_own_letter_to_the_council(ask: Ask, cast: Cast) -> None:
    letter = ask(by=cast.councillor, kind=QuestionKind.PETITION, addressee=None, addressee_name="Gemeenteraad")
    with pytest.raises(NotAllowed):
        actions.answer(letter, by=cast.councillor, text="Ik ben het met mij eens.")
    other = replace(cast.councillor, person=cast.neighbour.person)
    assert actions.answer(letter, by=other, text="Wij nemen het over.").state == QuestionState.ANSWERED


@pytest.mark.parametrize("role", [Role.CLERK, Role.DESK, Role.BROKER, Role.EDITOR])
def test_nor_at_the_desk_for_somebody(ask: Ask, cast: Cast, role: Role, cycle: Cycle) -> None:
    me = replace(cast.councillor, mandates=frozenset({Mandate(role, cycle.place_id)}))
    letter = ask(by=me, kind=QuestionKind.PETITION, addressee=None, addressee_name="Gemeenteraad")
    helping = replace(me, channel=Channel.DESK, on_behalf_of="een bewoner")
    for act in (actions.answer, actions.forward):
        assert not act.info.rule(helping, letter)
    with pytest.raises(NotAllowed):
        actions.answer(letter, by=helping, text="Ja, dat mag.")
    other = replace(helping, person=cast.neighbour.person)
    assert actions.answer(letter, by=other, text="Wij nemen het over.").state == QuestionState.ANSWERED


def test_the_council_hears_of_a_letter_and_the_area_team_does_not(ask: Ask, cast: Cast) -> None:
    letter = ask(kind=QuestionKind.PETITION, addressee=None, addressee_name="Gemeenteraad")
    assert cast.councillor.person in who_answers(letter) and cast.official.person not in who_answers(letter)
