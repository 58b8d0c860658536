"""Lines: recorded, corrected in sight, linked, and never dressed as more than they are."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor
from samenspel.contracts.budget import BudgetLine as Handed
from samenspel.contracts.budget import Question as HandedQuestion
from samenspel.instruments.questions import actions as questions
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.budget import actions, queries, rules
from samenspel.stages.budget.models import BudgetLine, BudgetSource, Correction
from samenspel.stages.budget.queries.money import roughly
from samenspel.stages.budget.tests.conftest import REGISTER, Record, take_in


def test_years_and_confidence_stay_apart(register: BudgetSource, place: Place) -> None:
    newest, older = queries.money(place).years
    assert (newest.year, newest.sure_cents, newest.wide_cents) == (2020, 0, 10_000)
    assert (older.sure_cents, older.wide_cents, older.asked_cents) == (940_000, 5_940_000, 1_050_000)
    assert older.schemes == {"Sociale basis": 900_000, "Bewoners": 40_000}


def test_each_resident_with_a_stated_number(register: BudgetSource, place: Place, cast: Cast) -> None:
    assert queries.money(place).years[1].sure_each is None
    actions.count_residents(place, by=cast.finance, year=2020, residents=300, source="CBS")
    actions.count_residents(place, by=cast.finance, year=2020, residents=3_000, source="CBS, later")
    year = queries.money(place).years[1]
    assert year.residents is not None and year.residents.source == "CBS, later"
    assert (year.sure_each, year.wide_each) == (300, 2_000)


def test_cents_are_rounded_once_and_whole() -> None:
    assert [queries.per_resident(c, 3) for c in (0, 1, 2, 100)] == [0, 0, 1, 33]


def test_unsure_sums_have_three_digits() -> None:
    assert [roughly(c) for c in (0, 7, 301_998_581, 5_940_000)] == [0, 7, 302_000_000, 5_940_000]


def test_a_total_that_disagrees_is_not_shown(place: Place, cast: Cast) -> None:
    take_in(place, cast, total_cents=5_950_001)
    (row,) = queries.sources_of(place)
    assert row.disagrees and row.shown_cents is None and row.cents == 5_950_000
    take_in(place, cast, total_cents=5_950_000)
    assert queries.sources_of(place)[0].shown_cents == 5_950_000


def test_a_line_takes_the_sum_of_what_it_cites(record: Record) -> None:
    line = record(cents=None, scheme="Sociale basis", year=2019)
    assert line.cents == line.low_cents == line.high_cents == 900_000
    with pytest.raises(BadInput):
        record(cents=None, scheme="Sociale basis", year=2001)


def test_parts_that_disagree_are_reported_and_not_shown(
    record: Record, register: BudgetSource, cycle: Cycle, place: Place, cast: Cast
) -> None:
    record(title="Rij", row=register.rows.get(number="S-1"), cents=None)
    record(title="Regeling", scheme="Sociale basis", cents=None)
    take_in(place, cast, REGISTER.replace(b"900000", b"950000"))
    shown = queries.shown_lines(queries.public_lines(cycle))
    assert [(s.disagrees, s.cents, s.parts_cents) for s in shown] == [(True, None, 950_000)] * 2
    sums = queries.line_sums(shown)
    assert sums is not None and (sums.high_cents, sums.left_out) == (0, 2)
    actions.publish_edition(cycle, by=cast.organiser, reason="r", missing="m")
    assert latest(Handed, cycle) == ()


def test_the_sums_say_what_comes_back_and_what_is_free(record: Record, cycle: Cycle) -> None:
    record(cents=200, low_cents=100, high_cents=300, confidence="estimated", regular=True)
    record(cents=50, free=True, regular=True)
    record(cents=999, confidence="unknown")
    record(cents=7, year=2018)
    sums = queries.line_sums(queries.shown_lines(queries.public_lines(cycle)))
    assert sums is not None
    assert (sums.low_cents, sums.high_cents, sums.regular_cents, sums.free_cents) == (150, 350, 250, 50)
    assert sums.left_out == 1


WRONG: tuple[dict[str, object], ...] = (
    {"cents": -1},
    {"low_cents": 200_000},
    {"high_cents": 50},
    {"year": 20},
    {"confidence": "heel zeker"},
    {"stage": "ooit"},
    {"until_year": 2018},
    {"method": ""},
)


def test_what_cannot_be_is_refused(record: Record) -> None:
    for facts in WRONG:
        with pytest.raises(ValidationError):
            record(**facts)
    for half in ({"cents": None}, {"confidence": "estimated"}, {"title": " "}):
        with pytest.raises(BadInput):
            record(**half)
    assert not BudgetLine.objects.exists()


def test_a_party_records_its_own_money_only(record: Record, cast: Cast) -> None:
    assert record(by=cast.provider, owner=cast.parties["provider"]).owner == cast.parties["provider"]
    for who, owner in (("provider", "initiative"), ("provider", ""), ("resident", "")):
        with pytest.raises(NotAllowed):
            record(by=cast.actors[who], owner=cast.parties.get(owner))


def test_a_source_of_elsewhere_is_refused(record: Record, elsewhere: Place) -> None:
    with acting():
        other = BudgetSource.objects.create(place=elsewhere, public_body="x", document="y", stage="draft")
    with pytest.raises(BadInput):
        record(source=other)


def test_the_owner_corrects_in_sight(line: BudgetLine, cast: Cast) -> None:
    right = actions.correct_line(line, by=cast.provider, cents=120_000, reason="De huur ging omhoog.")
    assert (right.cents, right.low_cents, right.corrected) == (120_000, 120_000, True)
    (correction,) = queries.line_page(right).corrections
    assert (correction.old_cents, correction.new_cents) == (100_000, 120_000)
    assert correction.party == cast.parties["provider"]
    assert list(faults(line.place_id)) == []


def test_others_do_not_correct(line: BudgetLine, cast: Cast) -> None:
    for who in ("resident", "initiative", "official", "organiser"):
        with pytest.raises(NotAllowed):
            actions.correct_line(line, by=cast.actors[who], cents=1, reason="Daarom")
    with pytest.raises(BadInput):
        actions.correct_line(line, by=cast.provider, cents=1, reason=" ")


def test_the_owner_hears_of_it(line: BudgetLine, cast: Cast) -> None:
    assert Notice.objects.filter(person=cast.provider.person or 0, verb="budget.budget_line.record").count() == 1


def test_a_withdrawn_line_is_nowhere(line: BudgetLine, cycle: Cycle, cast: Cast) -> None:
    actions.withdraw_line(line, by=cast.finance, reason="Dubbel")
    for actor in (Actor(), cast.finance, cast.provider):
        assert queries.line_by_code(cycle, line.code, actor) is None


def test_money_pays_a_line_of_the_plan(line: BudgetLine, cycle: Cycle, cast: Cast) -> None:
    with acting():
        open_, hidden = (
            new_node("plan_line", t, cycle=cycle, public=p) for t, p in (("Bomen", True), ("Geheim", False))
        )
    paid = actions.pay(line, by=cast.finance, plan_line=open_.code, reason="Uit groen")
    assert [e.source for e in queries.line_page(paid).pays] == [open_]
    for code in (hidden.code, line.code, "RG-XXXX"):
        with pytest.raises(BadInput):
            actions.pay(line, by=cast.finance, plan_line=code, reason="Uit groen")


def test_an_edition_has_lines_and_questions_and_no_names(line: BudgetLine, cycle: Cycle, cast: Cast) -> None:
    to = cast.parties["official"]
    facts: dict[str, Any] = {"title": "Waarom?", "body": "Geheime woorden", "addressee": to, "show_name": True}
    asked = questions.ask(cycle, by=cast.resident, about=line.node, **facts)
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="klaar", missing="jongeren")
    assert [x.code for x in latest(Handed, cycle)] == [line.code]
    (question,) = latest(HandedQuestion, cycle)
    assert (question.code, question.asker, question.satisfied) == (asked.code, "een bewoner", None)
    assert "Alice" not in edition.content and "Geheime" not in edition.content


def test_erasing_hides_who_corrected(line: BudgetLine, cast: Cast) -> None:
    actions.correct_line(line, by=cast.provider, cents=1, reason="Het was minder.")
    erase_person(Person.objects.get(pk=cast.provider.person or 0), by=STAFF)
    correction = Correction.objects.get()
    assert correction.person is None and correction.reason == "Het was minder."


@pytest.mark.parametrize("number", [1, 3])
def test_lines_cost_the_same(
    record: Record, register: BudgetSource, cycle: Cycle, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _i in range(number):
        record(scheme="Sociale basis", cents=None)
    with django_assert_num_queries(1):
        shown = queries.shown_lines(queries.public_lines(cycle))
        assert len([(s.cents, str(s.line.source), s.line.get_absolute_url()) for s in shown]) == number


def test_a_correction_is_as_public_as_its_line(line: BudgetLine, cast: Cast) -> None:
    actions.correct_line(line, by=cast.finance, cents=1, reason="Het was minder.")
    assert Correction.objects.filter(rules.of_visible_lines(Actor())).count() == 1
    actions.withdraw_line(BudgetLine.objects.get(pk=line.pk), by=cast.finance, reason="Dubbel.")
    assert not Correction.objects.filter(rules.of_visible_lines(Actor())).exists()
