"""Outcomes and lessons: what happens, and who may do it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.contracts.monitoring import Lesson as LessonItem
from samenspel.contracts.monitoring import Outcome as OutcomeItem
from samenspel.kernel.action import AlreadyDone, BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.queries import lessons_of
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.queries import entries_about, messages_for
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.monitoring import actions, queries, rules
from samenspel.stages.monitoring.models import Lesson, Outcome
from samenspel.stages.monitoring.tests.conftest import CAME, make_node


def told(cast: Cast, who: str) -> list[str]:
    return [n.text for n in messages_for(getattr(cast, who).person or 0)]


@pytest.mark.parametrize("kind", ["commitment", "award"])
def test_a_resident_says_what_came_of_it(cycle: Cycle, cast: Cast, kind: str) -> None:
    node = make_node(cycle, kind, "De tuin is open")
    made = actions.record_outcome(cycle, by=cast.resident, of=node.code.lower(), **CAME)
    assert (made.title, made.node.public, made.of) == ("De tuin is open", True, node)
    assert Edge.objects.get(target=made.node).relation == "became"


def test_the_words_of_a_visitor_wait(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    made = actions.record_outcome(cycle, by=Actor(), of=commitment.code, **CAME)
    assert made.waits and not made.node.public and not Edge.objects.filter(target=made.node).exists()
    assert commitment in queries.board(cycle, Actor()).waiting and not queries.public_outcomes(cycle)
    assert queries.outcome(cycle, made.code, cast.resident) is None
    made = actions.confirm_outcome(made, by=cast.organiser)
    assert made.node.public and Edge.objects.get(target=made.node).source == commitment
    assert queries.outcome(cycle, made.code, Actor()) == made and not made.waits


def test_the_desk_writes_for_somebody(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    helper = replace(cast.professional, on_behalf_of="een buurvrouw")
    made = actions.record_outcome(
        cycle, by=helper, of=commitment.code, story="Ik ken nu mijn buren.", consent=True, **CAME
    )
    assert made.story is not None
    assert (made.person, made.story.person, made.story.helpers_words) == (None, None, True)


def test_nobody_speaks_for_another_party(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="namens deze partij"):
        actions.record_outcome(cycle, by=cast.resident, of=commitment.code, party=cast.parties["official"], **CAME)


def test_a_story_needs_a_yes(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="op de pagina"):
        actions.record_outcome(cycle, by=cast.resident, of=commitment.code, story="Ik ken mijn buren.", **CAME)
    assert not Outcome.objects.exists()


def test_other_things_have_no_outcome(cycle: Cycle, cast: Cast) -> None:
    story, hidden = make_node(cycle, "story", "Verhaal"), make_node(cycle, "commitment", "Geheim", public=False)
    with pytest.raises(BadInput, match="belofte"):
        actions.record_outcome(cycle, by=cast.resident, of=story.code, **CAME)
    with pytest.raises(BadInput, match="kennen wij niet"):
        actions.record_outcome(cycle, by=cast.resident, of=hidden.code, **CAME)


def test_another_neighbourhood_is_another_place(cycle: Cycle, elsewhere: Place, cast: Cast) -> None:
    there = cycles.open_cycle(elsewhere, by=STAFF, slug="2026", title="Ronde")
    node = make_node(there, "commitment", "Ergens anders")
    with pytest.raises(BadInput, match="andere buurt"):
        actions.record_outcome(cycle, by=cast.resident, of=node.code, **CAME)


def test_what_came_can_be_told_after_the_round(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    closed = cycles.close_cycle(cycle, by=STAFF)
    assert actions.record_outcome(closed, by=cast.resident, of=commitment.code, **CAME).pk


def test_nothing_is_noticed_tomorrow_or_spent_below_zero(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadInput, match="Deze dag komt nog"):
        actions.record_outcome(cycle, by=cast.resident, of=commitment.code, on=tomorrow, **CAME)
    with pytest.raises(ValidationError):
        actions.record_outcome(cycle, by=cast.resident, of=commitment.code, spent_cents=-1, **CAME)


def test_somebody_else_confirms(outcome: Outcome, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.confirm_outcome(outcome, by=cast.resident)
    row = actions.confirm_outcome(outcome, by=cast.provider, party=cast.parties["provider"])
    assert (row.state, row.confirmed_by) == ("confirmed", "Partij Ina")
    assert "bevestigt" in told(cast, "resident")[0]


def test_a_party_does_not_confirm_itself(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    made = actions.record_outcome(cycle, by=cast.official, of=commitment.code, party=cast.parties["official"], **CAME)
    with pytest.raises(NotAllowed):
        actions.confirm_outcome(made, by=cast.official)
    assert actions.confirm_outcome(made, by=cast.organiser).confirmed_by == "de redactie van de buurt"


def test_taking_away_has_a_reason_and_is_told(outcome: Outcome, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.hide_outcome(outcome, by=cast.provider, reason="Weg")
    row = actions.hide_outcome(outcome, by=cast.organiser, reason="Noemt iemand.")
    assert (row.state, row.node.public) == ("hidden", False)
    assert "Noemt iemand." in told(cast, "resident")[0]
    assert queries.outcome(cycle, row.code, cast.neighbour) is None
    assert queries.outcome(cycle, row.code, cast.resident) == row


def test_a_lesson_is_for_its_writers_until_it_is_shared(lesson: Lesson, cycle: Cycle, cast: Cast) -> None:
    assert (lesson.theme, queries.lesson(cycle, lesson.code, cast.resident)) == ("together", None)
    with pytest.raises(NotAllowed):
        actions.share_lesson(lesson, by=cast.initiative)
    shared = actions.share_lesson(lesson, by=cast.organiser)
    assert queries.lesson(cycle, lesson.code, Actor()) == shared


def test_a_lesson_says_something(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(ValidationError, match="anders doet"):
        actions.draft_lesson(cycle, by=cast.organiser, title="Leeg")


@pytest.mark.parametrize("who", ["resident", "initiative", "councillor"])
def test_a_lesson_has_a_writer(cycle: Cycle, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.draft_lesson(cycle, by=getattr(cast, who), title="X", keep="Y")


def test_a_lesson_comes_from_an_outcome(lesson: Lesson, outcome: Outcome, commitment: Node, cast: Cast) -> None:
    assert Edge.objects.get(target=lesson.node).source == outcome.node
    with pytest.raises(BadInput, match="PB"):
        actions.change_lesson(lesson, by=cast.initiative, title="X", keep="Y", outcomes=[commitment.code])


def test_two_people_editing(lesson: Lesson, cast: Cast) -> None:
    actions.change_lesson.run("", lesson.version, lesson, by=cast.initiative, title="Een", keep="Y")
    with pytest.raises(Changed):
        actions.change_lesson.run("", lesson.version, lesson, by=cast.organiser, title="Twee", keep="Y")


def test_a_shared_lesson_is_shared_once(lesson: Lesson, cast: Cast) -> None:
    shared = actions.share_lesson(lesson, by=cast.organiser)
    with pytest.raises(WrongState):
        actions.share_lesson(shared, by=cast.organiser)


def test_lessons_open_the_next_round(lesson: Lesson, cycle: Cycle, cast: Cast) -> None:
    assert queries.lessons_for_next(cycle) == []
    actions.share_lesson(lesson, by=cast.organiser)
    lessons = queries.lessons_for_next(cycle)
    following = cycles.open_cycle(cycle.place, by=STAFF, slug="2030", title="Ronde 3", previous=cycle, lessons=lessons)
    (carried,) = lessons_of(following)
    assert (carried.source_code, "Twee sleutels" in carried.text) == (lesson.code, True)


def test_a_long_lesson_still_fits(cycle: Cycle, cast: Cast) -> None:
    row = actions.draft_lesson(cycle, by=cast.organiser, title="Lang", keep="woord " * 300)
    actions.share_lesson(row, by=cast.organiser)
    ((text, _code),) = queries.lessons_for_next(cycle)
    assert len(text) == 500


def test_what_we_do_not_know_yet(outcome: Outcome, cycle: Cycle) -> None:
    award, story = make_node(cycle, "award", "Geld"), make_node(cycle, "story", "Verhaal")
    waiting = queries.board(cycle, Actor()).waiting
    assert award in waiting and story not in waiting and outcome.of not in waiting


def test_the_edition_holds_a_digest_and_no_story(outcome: Outcome, lesson: Lesson, cycle: Cycle, cast: Cast) -> None:
    actions.share_lesson(lesson, by=cast.organiser)
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="ouderen")
    (item,), (learnt,) = latest(OutcomeItem, cycle), latest(LessonItem, cycle)
    assert outcome.story is not None
    assert (item.of, item.digest) == (outcome.of.code, outcome.story.digest)
    assert (learnt.outcomes, learnt.theme) == ((outcome.code,), "together")
    assert "Alice" not in edition.content


def test_a_hidden_outcome_does_not_travel(outcome: Outcome, cycle: Cycle, cast: Cast) -> None:
    actions.hide_outcome(outcome, by=cast.organiser, reason="Noemt iemand.")
    actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="ouderen")
    assert not latest(OutcomeItem, cycle)


def test_double_submit_is_harmless(commitment: Node, cycle: Cycle, cast: Cast) -> None:
    actions.record_outcome.run("t", None, cycle, by=cast.resident, of=commitment.code, **CAME)
    with pytest.raises(AlreadyDone):
        actions.record_outcome.run("t", None, cycle, by=cast.resident, of=commitment.code, **CAME)
    assert Outcome.objects.count() == 1


def test_the_journal_tells_what_happened(outcome: Outcome, cast: Cast) -> None:
    actions.confirm_outcome(outcome, by=cast.organiser)
    assert [entry.verb for entry in entries_about(outcome.code)] == [
        "monitoring.outcome.record", "monitoring.outcome.confirm"
    ]  # fmt: skip


def test_erasing_takes_the_story_and_leaves_what_came(outcome: Outcome, cast: Cast) -> None:
    person = cast.accounts["resident"].person
    assert person is not None
    assert queries.own_outcomes(person.pk)[0]["story__body"] == "Ik, Alice, ken nu mijn buren."
    people.erase_person(person, by=cast.resident)
    row = Outcome.objects.select_related("story").get()
    assert row.story is not None
    assert (row.story.erased, row.person, row.what_came) == (True, None, "Deze woorden staan er niet meer.")


def test_what_people_tell_is_real(outcome: Outcome, lesson: Lesson) -> None:
    assert not outcome.node.example and not lesson.node.example


def test_a_member_does_not_speak_for_the_group(place: Place, cast: Cast) -> None:
    group = cast.parties["initiative"].pk
    member = Actor(mandates=frozenset({Mandate(Role.MEMBER, place.pk, group)}))
    assert rules.spoken_for(cast.initiative) == {group} and not rules.spoken_for(member)
    assert rules.is_about(cast.initiative, group) and not rules.is_about(member, group)
    assert not rules.is_about(cast.provider, group) and not rules.is_about(cast.provider, None)
