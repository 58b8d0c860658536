"""Rounds, stages, the start agreement, the calendar and who decides."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from samenspel.contracts.rooms import ROOMS
from samenspel.kernel.action import BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle import actions, queries
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.cycle.states import Stage
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.queries import messages_of
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast


def test_a_round_opens_with_eleven_stages(cycle: Cycle, past: Cycle) -> None:
    assert len(queries.stages_of(past)) == 11
    assert (cycle.number, cycle.previous, past.state) == (2, past, "closed")


def test_a_round_opens_with_the_lessons_of_the_last(place: Place, past: Cycle) -> None:
    new = actions.open_cycle(
        place, by=STAFF, slug="2021", title="Ronde 2", previous=past, lessons=[("Eerder beginnen", "LS-1")]
    )
    assert [(row.text, row.source_code) for row in queries.lessons_of(new)] == [("Eerder beginnen", "LS-1")]


def test_a_round_starts_with_a_year(place: Place) -> None:
    with pytest.raises(ValidationError):
        actions.open_cycle(place, by=STAFF, slug="voorjaar", title="Ronde")


def test_the_running_round_is_the_current_one(place: Place, cycle: Cycle) -> None:
    assert queries.current_cycle(place) == cycle


def test_only_the_organiser_moves_a_stage(cycle: Cycle, cast: Cast) -> None:
    stage = queries.stage_of(cycle, "agenda")
    assert stage is not None
    assert actions.move_stage(stage, by=cast.organiser, state="busy").state == "busy"
    with pytest.raises(NotAllowed):
        actions.move_stage(stage, by=cast.official, state="done")


def test_skipping_says_why(cycle: Cycle, cast: Cast) -> None:
    stage = queries.stage_of(cycle, "quality")
    assert stage is not None
    skipped = actions.skip_stage(stage, by=cast.organiser, reason="Geen tijd dit jaar")
    assert (skipped.state, skipped.note) == ("skipped", "Geen tijd dit jaar")


def test_nothing_moves_in_a_closed_round(past: Cycle, cast: Cast) -> None:
    stage = queries.stage_of(past, "agenda")
    assert stage is not None
    with pytest.raises(WrongState):
        actions.move_stage(stage, by=cast.organiser, state="open")


def test_each_party_marks_for_itself(cycle: Cycle, cast: Cast) -> None:
    own = cast.parties["initiative"]
    for mark in ("not_yet", "working"):
        actions.mark_condition(cycle, by=cast.initiative, party=own, condition="trust", mark=mark)
    with pytest.raises(NotAllowed):
        actions.mark_condition(cycle, by=cast.official, party=own, condition="trust", mark="there")
    row = next(r for r in queries.start_agreement(cycle) if r.key == "trust")
    assert [(m.party, m.mark) for m in row.marks] == [(own, "working")]


def test_all_nine_conditions_are_asked(cycle: Cycle) -> None:
    assert len(queries.start_agreement(cycle)) == 9


def test_the_calendar_warns_before_papers_are_due(cycle: Cycle, cast: Cast, body: Body) -> None:
    actions.add_date(
        cycle, by=cast.finance, title="Kadernota", kind="framework_note", date=date(2026, 6, 1),
        must_arrive_by=date(2026, 5, 1), body=body,
    )  # fmt: skip
    assert queries.warnings(cycle, date(2026, 1, 1)) == ()
    assert [w.days for w in queries.warnings(cycle, date(2026, 4, 25))] == [6]
    assert [w.late for w in queries.warnings(cycle, date(2026, 5, 20))] == [True]
    assert queries.warnings(cycle, date(2026, 6, 2)) == ()


@pytest.mark.parametrize(("title", "kind", "beside"), [
    ("Kadernota 2027", "framework_note", ""), ("Vergadering van de commissie", "council", ""),
    ("Nota van de gemeente", "framework_note", "kadernota"),
])  # fmt: skip
def test_a_date_names_its_kind_once(cycle: Cycle, cast: Cast, title: str, kind: str, beside: str) -> None:
    item = actions.add_date(cycle, by=cast.finance, title=title, kind=kind, date=date(2026, 6, 1))
    assert item.kind_beside == beside


def test_papers_never_arrive_after_the_meeting(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(ValidationError):
        actions.add_date(
            cycle, by=cast.finance, title="X", kind="budget", date=date(2026, 5, 1), must_arrive_by=date(2026, 6, 1)
        )  # fmt: skip


def test_then_and_now_is_written_by_the_community(past: Cycle, cast: Cast) -> None:
    own, words = cast.parties["initiative"], {"changed": "a", "asked": "b", "came": "c", "ask_now": "d"}
    actions.write_then_and_now(past, by=cast.initiative, party=own, **words)
    with pytest.raises(NotAllowed):
        actions.write_then_and_now(past, by=cast.official, party=own, **words)
    assert [t.written_by for t in queries.then_and_now(past)] == [own]


def test_who_decides_is_data_of_the_place(place: Place, body: Body, elsewhere: Place) -> None:
    assert list(queries.bodies_of(place)) == [body]
    assert list(queries.bodies_of(elsewhere)) == []


def test_every_party_hears_that_a_date_moved(cycle: Cycle, cast: Cast) -> None:
    item = actions.add_date(cycle, by=cast.finance, title="Kadernota", kind="framework_note", date=date(2026, 6, 1))
    actions.change_date(item, by=cast.finance, reason="Reces.", date=date(2026, 6, 8))
    told = messages_of(cast.initiative.person or 0).first()
    assert told is not None
    assert told.text == "Kadernota is nu op 8 juni 2026. Reces."


def test_what_a_body_decides_is_described_again(body: Body) -> None:
    again = actions.describe_body(body, by=STAFF, name="Stadsdeel", reach="info@example.org")
    again.refresh_from_db()
    assert (again.name, again.reach, again.kind) == ("Stadsdeel", "info@example.org", "board")


def test_a_body_stays_at_its_place(body: Body, elsewhere: Place) -> None:
    with pytest.raises(BadInput):
        actions.describe_body(body, by=STAFF, place=elsewhere)


def test_a_closed_round_has_a_last_day(cycle: Cycle) -> None:
    assert actions.close_cycle(cycle, by=STAFF).closes_on == today()


def test_no_step_of_a_closed_round_moves(past: Cycle) -> None:
    stage = queries.stages_of(past)[0]
    with pytest.raises(WrongState, match="afgesloten"):
        actions.move_stage(stage, by=STAFF, state="open")
    with pytest.raises(WrongState, match="afgesloten"):
        actions.skip_stage(stage, by=STAFF, reason="geen tijd")


def test_a_stage_has_the_name_of_its_room() -> None:
    with override("nl"):
        assert [(s.value, str(s.label)) for s in Stage] == [(room.key, room.name) for room in ROOMS]


def test_the_page_of_a_round_has_no_empty_columns(cycle: Cycle) -> None:
    page = Client(headers={"accept-language": "nl"}).get(f"/{cycle.place.slug}/{cycle.slug}/").content.decode()
    assert "Hoe ver" in page and "Goed om te weten" not in page
