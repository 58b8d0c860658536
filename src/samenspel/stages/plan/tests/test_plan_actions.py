"""From draft to done, and the ways in which that is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from samenspel.kernel.action import BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.plan import actions
from samenspel.stages.plan.models import PlanLine
from samenspel.stages.plan.states import LineState
from samenspel.stages.plan.tests.conftest import Draft


def test_numbers_run_on(draft: Draft) -> None:
    assert [draft().number for _i in range(3)] == [1, 2, 3]


def test_the_whole_walk(decided: PlanLine, cast: Cast) -> None:
    busy = actions.report_progress(decided, by=cast.official, text="De eerste tien staan.")
    done = actions.finish(busy, by=cast.official, text="Alle twintig staan.")
    assert (done.state, done.done_on) == (LineState.DONE, timezone.localdate())
    assert [n.text.body for n in done.notes.all()] == ["Alle twintig staan.", "De eerste tien staan."]
    assert list(faults(done.place_id)) == []


def test_a_party_brings_in_its_own_line(draft: Draft, cast: Cast) -> None:
    line = draft(by=cast.initiative, party=cast.parties["initiative"])
    assert actions.propose(line, by=cast.initiative).state == LineState.PROPOSED


def test_not_for_another_party(draft: Draft, cast: Cast) -> None:
    for who, party in (("initiative", ""), ("initiative", "provider"), ("resident", "")):
        with pytest.raises(NotAllowed):
            draft(by=cast.actors[who], party=cast.parties.get(party))
    assert not PlanLine.objects.exists()


def test_only_board_and_clerk_decide(proposed: PlanLine, cast: Cast, body: Body) -> None:
    for who in ("resident", "official", "councillor", "provider", "organiser", "finance"):
        with pytest.raises(NotAllowed):
            actions.decide(proposed, by=cast.actors[who], body=body, yes=True, reason="Ja")


def test_who_has_an_interest_does_not_decide(proposed: PlanLine, cast: Cast, body: Body) -> None:
    by = replace(cast.board, conflicts=frozenset({proposed.code}))
    with pytest.raises(NotAllowed):
        actions.decide(proposed, by=by, body=body, yes=True, reason="Ja")


def test_a_decision_needs_a_reason(proposed: PlanLine, cast: Cast, body: Body) -> None:
    with pytest.raises(BadInput):
        actions.decide(proposed, by=cast.board, body=body, yes=False, reason=" ")


def test_a_body_of_elsewhere_does_not_decide(proposed: PlanLine, cast: Cast, elsewhere: object) -> None:
    other = Body(place=elsewhere, name="Andere raad", kind="council", decides="Iets")  # type: ignore[misc]
    with pytest.raises(BadInput):
        actions.decide(proposed, by=cast.board, body=other, yes=True, reason="Ja")


def test_no_and_why_and_once_more(proposed: PlanLine, cast: Cast, body: Body) -> None:
    no = actions.decide(proposed, by=cast.board, body=body, yes=False, reason="Geen plek in de grond.")
    assert (no.state, no.why_not) == (LineState.DECLINED, "Geen plek in de grond.")
    better = actions.describe(no, by=cast.official, title="Bakken met bomen", action="In bakken.")
    again = actions.propose(better, by=cast.official)
    assert actions.decide(again, by=cast.board, body=body, yes=True, reason="In bakken kan het.").why_not == ""


def test_stopping_says_why(decided: PlanLine, cast: Cast) -> None:
    stopped = actions.stop(decided, by=cast.official, reason="De kabels liggen daar.")
    assert stopped.why_not == "De kabels liggen daar."


def test_nothing_is_done_before_a_decision(proposed: PlanLine, cast: Cast) -> None:
    for act in (actions.finish, actions.report_progress):
        with pytest.raises(WrongState):
            act(proposed, by=cast.official, text="Klaar")


def test_a_decided_line_is_not_rewritten(decided: PlanLine, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.describe(decided, by=cast.official, title="Iets anders", action="Iets anders")


def test_two_people_edit_at_once(proposed: PlanLine, cast: Cast) -> None:
    facts = {"title": "A", "action": "A", "by": cast.official}
    actions.describe.run("", proposed.version, proposed, **facts)
    with pytest.raises(Changed):
        actions.describe.run("", proposed.version, proposed, **facts)


WRONG: tuple[dict[str, object], ...] = (
    {"starts": date(2026, 5, 2), "ends": date(2026, 5, 1)},
    {"needs_cents": -1},
    {"action": " "},
    {"needs_hours": -1},
)


def test_what_cannot_be_is_refused(draft: Draft) -> None:
    for facts in WRONG:
        with pytest.raises(ValidationError):
            draft(**facts)
    assert not PlanLine.objects.exists()


def test_a_closed_round_takes_no_new_lines(past: Cycle, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.draft(past, by=cast.official, title="Te laat", action="Te laat")


def test_a_day_that_has_yet_to_come(decided: PlanLine, cast: Cast) -> None:
    with pytest.raises(BadInput):
        actions.finish(decided, by=cast.official, on=timezone.localdate() + timedelta(days=1))


def test_owners_of_a_decided_line(decided: PlanLine, cast: Cast) -> None:
    with pytest.raises(BadInput):
        actions.name_owners(decided, by=cast.official)
    with pytest.raises(BadInput):
        actions.name_owners(decided, by=cast.official, resident_name="Samira")
    named = actions.name_owners(decided, by=cast.official, resident_name="Samira", professional_name="Jan")
    assert str(named.owner) == "Samira + Jan"


def test_partners_come_and_go(draft: Draft, cast: Cast) -> None:
    line = draft(partners=[cast.parties["initiative"], cast.parties["provider"]])
    actions.describe(line, by=cast.provider, title="t", action="a", partners=[cast.parties["provider"]])
    assert [p.name for p in PlanLine.objects.get(pk=line.pk).partners.all()] == ["Partij Ina"]


def test_a_line_answers_a_priority_of_the_agenda(proposed: PlanLine, cast: Cast, agenda: list[str]) -> None:
    actions.answer_priority(proposed, by=cast.official, priority=agenda[0], reason="Groen")
    with pytest.raises(BadInput):
        actions.answer_priority(proposed, by=cast.official, priority="PT-XXXX", reason="Groen")


def test_only_a_yes_comes_into_the_plan(proposed: PlanLine, cast: Cast, proposals: dict[str, str]) -> None:
    actions.take_proposal(proposed, by=cast.official, proposal=proposals["accepted"], reason="Hoort hierbij")
    with pytest.raises(BadInput):
        actions.take_proposal(proposed, by=cast.official, proposal=proposals["declined"], reason="Toch")


def test_who_carries_it_hears_the_decision(draft: Draft, cast: Cast, body: Body) -> None:
    line = draft(by=cast.initiative, party=cast.parties["initiative"])
    actions.decide(actions.propose(line, by=cast.initiative), by=cast.board, body=body, yes=True, reason="Ja")
    assert Notice.objects.filter(person=cast.initiative.person or 0, verb="plan.plan_line.decide").count() == 1


def test_erasing_takes_own_words_and_leaves_the_line(decided: PlanLine, cast: Cast) -> None:
    actions.report_progress(decided, by=cast.official, text="Het gaat goed.")
    erase_person(Person.objects.get(pk=cast.official.person or 0), by=STAFF)
    note = PlanLine.objects.get(pk=decided.pk).notes.get()
    assert note.text.erased and note.person is None


def test_a_better_title_is_the_title(proposed: PlanLine, cast: Cast) -> None:
    better = actions.describe(proposed, by=cast.official, title="Twintig bomen", action="In de Javastraat.")
    assert (better.title, better.number) == ("Twintig bomen", proposed.number)
