"""The register and the talks: what happens, and who may do it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from samenspel.contracts.actor import Actor
from samenspel.contracts.assessment import Assessment as TalkItem
from samenspel.contracts.assessment import Task as TaskItem
from samenspel.kernel.action import AlreadyDone, BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.queries import entries_about, messages_for
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.assessment import actions, queries
from samenspel.stages.assessment.models import Assessment, Task, Voice
from samenspel.stages.assessment.tests.conftest import ADVICE, facts, make_node


def told(cast: Cast, who: str) -> list[str]:
    return [n.text for n in messages_for(getattr(cast, who).person or 0)]


@pytest.mark.parametrize("who", ["official", "finance", "professional", "organiser"])
def test_who_works_at_the_place_registers(cycle: Cycle, cast: Cast, who: str) -> None:
    made = actions.register_task(cycle, by=getattr(cast, who), **facts(cast))
    assert (made.node.public, made.done_by) == (True, "Partij Ina")


@pytest.mark.parametrize("who", ["resident", "provider", "initiative", "councillor"])
def test_others_do_not(cycle: Cycle, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.register_task(cycle, by=getattr(cast, who), **facts(cast))


def test_a_no_has_a_reason_and_a_task_has_somebody(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(ValidationError, match="waarom anderen"):
        actions.register_task(cycle, by=cast.official, **facts(cast, why=""))
    with pytest.raises(ValidationError, match="wie deze taak doet"):
        actions.register_task(cycle, by=cast.official, **facts(cast, provider=None))


def test_an_unknown_amount_is_not_zero(cycle: Cycle, cast: Cast) -> None:
    assert actions.register_task(cycle, by=cast.official, **facts(cast, yearly_cents=None)).yearly_cents is None
    with pytest.raises(ValidationError):
        actions.register_task(cycle, by=cast.official, **facts(cast, yearly_cents=0))


def test_money_that_pays_for_it(cycle: Cycle, cast: Cast) -> None:
    money = make_node(cycle, "budget_line", "Welzijn")
    made = actions.register_task(cycle, by=cast.official, **facts(cast, codes=[money.code]))
    assert Edge.objects.get(target=made.node).relation == "pays_for"
    story = make_node(cycle, "story", "Verhaal")
    with pytest.raises(BadInput, match="past hier niet"):
        actions.register_task(cycle, by=cast.official, **facts(cast, codes=[story.code]))


def test_who_does_it_may_correct_it_with_a_reason(task: Task, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.correct_task(task, by=cast.provider, reason="", **facts(cast))
    row = actions.correct_task(task, by=cast.provider, reason="Het is meer.", **facts(cast, yearly_cents=13_000_000))
    assert row.yearly_cents == 13_000_000
    with pytest.raises(NotAllowed):
        actions.correct_task(task, by=cast.initiative, reason="Nee.", **facts(cast))


def test_two_people_correcting(task: Task, cast: Cast) -> None:
    actions.correct_task.run("", task.version, task, by=cast.provider, reason="Een", **facts(cast))
    with pytest.raises(Changed):
        actions.correct_task.run("", task.version, task, by=cast.official, reason="Twee", **facts(cast))


def test_one_talk_at_a_time(talk: Assessment, task: Task, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(AlreadyDone, match="loopt al een gesprek") as again:
        actions.open_talk(task, by=cast.official, cycle=cycle)
    assert again.value.code == talk.code


def test_after_the_advice_one_can_talk_again(concluded: Assessment, task: Task, cycle: Cycle, cast: Cast) -> None:
    assert actions.open_talk(task, by=cast.official, cycle=cycle).state == "talking"


def test_a_resident_alone_does_not_open_one(task: Task, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.open_talk(task, by=cast.resident, cycle=cycle)


def test_the_register_goes_on_in_the_next_round(task: Task, cycle: Cycle, past: Cycle, cast: Cast) -> None:
    following = cycles.open_cycle(cycle.place, by=STAFF, slug="2030", title="Ronde 3", previous=cycle)
    assert [list(queries.register(c)) for c in (past, cycle, following)] == [[], [task], [task]]
    assert actions.open_talk(task, by=cast.initiative, cycle=following).cycle == following


def test_an_agreement_is_the_measure(task: Task, cycle: Cycle, cast: Cast) -> None:
    measure = make_node(cycle, "quality_definition", "Goed jongerenwerk")
    made = actions.open_talk(task, by=cast.initiative, cycle=cycle, codes=[measure.code])
    assert set(Edge.objects.filter(target=made.node).values_list("relation", flat=True)) == {"assessed_in", "used_in"}
    with pytest.raises(BadInput, match="KW"):
        actions.use_quality(made, by=cast.initiative, codes=[], reason="x")


def test_everybody_is_heard_also_without_account(talk: Assessment) -> None:
    row = actions.add_voice(talk, by=Actor(), side="user", words="Het is fijn.", said_by="Een meisje")
    assert (row.person, row.text.person, row.who) == (None, None, "Een meisje")


def test_a_helper_writes_for_somebody(talk: Assessment, cast: Cast) -> None:
    from dataclasses import replace

    row = actions.add_voice(
        talk, by=replace(cast.professional, on_behalf_of="een bewoner"), side="resident", words="Het is fijn."
    )
    assert (row.person, row.text.person, row.text.helpers_words) == (None, None, True)


def test_nobody_speaks_as_the_provider_but_the_provider(talk: Assessment, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="wie dit werk doet"):
        actions.add_voice(talk, by=cast.resident, side="provider", words="Alles gaat goed.")
    assert actions.add_voice(talk, by=cast.provider, side="provider", words="Het kan beter.").who == "Partij Ina"


def test_words_and_side_are_needed(talk: Assessment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Schrijf op"):
        actions.add_voice(talk, by=cast.resident, side="resident", words=" ")
    with pytest.raises(ValidationError):
        actions.add_voice(talk, by=cast.resident, side="alien", words="Hallo")


def test_no_advice_before_somebody_was_heard(talk: Assessment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="nog niemand gehoord"):
        actions.conclude(talk, by=cast.organiser, **ADVICE)


def test_no_advice_without_reason_or_verdict(heard: Assessment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.conclude(heard, by=cast.organiser, **{**ADVICE, "reason": ""})
    with pytest.raises(BadInput, match="Kies wat wij samen zeggen"):
        actions.conclude(heard, by=cast.organiser, **{**ADVICE, "verdict": ""})


@pytest.mark.parametrize("who", ["resident", "provider", "official", "initiative"])
def test_others_do_not_conclude(heard: Assessment, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.conclude(heard, by=getattr(cast, who), **ADVICE)


def test_whoever_has_an_interest_does_not_conclude(heard: Assessment, cast: Cast) -> None:
    from dataclasses import replace

    with pytest.raises(NotAllowed):
        actions.conclude(heard, by=replace(cast.organiser, conflicts=frozenset({heard.code})), **ADVICE)


def test_after_the_advice_nobody_speaks(concluded: Assessment, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.add_voice(concluded, by=cast.resident, side="resident", words="Te laat.")


def test_no_advice_tomorrow(heard: Assessment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Deze dag komt nog"):
        actions.conclude(heard, by=cast.organiser, **ADVICE, on=timezone.localdate() + timedelta(days=1))


@pytest.mark.parametrize(("who", "by"), [("official", "De gemeente"), ("provider", "Partij Ina")])
def test_municipality_or_provider_replies(concluded: Assessment, cast: Cast, who: str, by: str) -> None:
    row = actions.reply(concluded, by=getattr(cast, who), answer="Wij gaan.", reason="Het is goed.")
    assert (row.state, row.replied_by) == ("answered", by)


@pytest.mark.parametrize("who", ["resident", "organiser", "initiative"])
def test_others_do_not_reply(concluded: Assessment, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.reply(concluded, by=getattr(cast, who), answer="Wij gaan.", reason="Het is goed.")


def test_a_reply_has_a_reason_and_words(concluded: Assessment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.reply(concluded, by=cast.official, answer="Ja", reason=" ")
    with pytest.raises(ValidationError, match="antwoord"):
        actions.reply(concluded, by=cast.official, answer=" ", reason="Daarom")


def test_taking_words_away_has_a_reason(heard: Assessment, cast: Cast) -> None:
    row = Voice.objects.filter(person=cast.resident.person).get()
    with pytest.raises(NotAllowed):
        actions.hide_voice(row, by=cast.provider, reason="Weg")
    actions.hide_voice(row, by=cast.organiser, reason="Noemt iemand.")
    assert "Noemt iemand." in told(cast, "resident")[0]
    assert len(queries.voices(heard, Actor())) == 2


def test_people_hear_what_happens(concluded: Assessment, cast: Cast) -> None:
    assert "Er begint een gesprek" in told(cast, "provider")[-1]
    assert "anders doen" in told(cast, "resident")[0]
    actions.reply(concluded, by=cast.official, answer="Wij gaan.", reason="Het is goed.")
    assert "De gemeente gaf antwoord" in told(cast, "resident")[0]


def test_the_edition_holds_register_and_advice(concluded: Assessment, task: Task, cycle: Cycle, cast: Cast) -> None:
    actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="jongeren")
    (item,), (given,) = latest(TaskItem, cycle), latest(TalkItem, cycle)
    assert (item.code, item.cents, item.contract_ends) == (task.code, 12_000_000, "2027-12-31")
    assert (given.task, given.verdict) == (task.code, "differently")


def test_the_journal_tells_what_happened(concluded: Assessment) -> None:
    verbs = [entry.verb.rsplit(".", 1)[-1] for entry in entries_about(concluded.code)]
    assert verbs == ["open", "voice", "voice", "voice", "conclude"]


def test_erasing_takes_words_and_leaves_that_somebody_spoke(heard: Assessment, cast: Cast) -> None:
    person = cast.accounts["resident"].person
    assert person is not None
    assert queries.own_voices(person.pk)[0]["text__body"] == "Ik zie ze nooit."
    people.erase_person(person, by=cast.resident)
    row = Voice.objects.select_related("text").get(side="resident")
    assert (row.text.body, row.text.erased, row.person) == ("", True, None)


def test_money_is_looked_up_by_its_code(task: Task, cycle: Cycle, cast: Cast) -> None:
    line = make_node(cycle, "budget_line", "Subsidie")
    better = facts(cast, title="Werk met jongeren")
    actions.correct_task(task, by=cast.official, reason="Preciezer.", codes=[line.code], **better)
    assert Edge.objects.get(source=line, target=task.node).relation == "pays_for"
    with pytest.raises(BadInput, match="kennen wij niet"):
        actions.correct_task(task, by=cast.official, reason="x", codes=["BG-0000"], **better)


def test_money_of_another_neighbourhood_does_not_pay_here(task: Task, cast: Cast, elsewhere: Place) -> None:
    there = cycles.open_cycle(elsewhere, by=STAFF, slug="2026", title="Ronde")
    line = make_node(there, "budget_line", "Subsidie")
    with pytest.raises(BadInput, match="andere buurt"):
        actions.correct_task(task, by=cast.official, reason="x", codes=[line.code], **facts(cast))
