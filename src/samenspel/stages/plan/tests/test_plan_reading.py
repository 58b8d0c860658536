"""What is missing, who sees what, and what is handed over."""

import pytest
from pytest_django import DjangoAssertNumQueries

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.contracts.plan import PlanLine as Handed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import rows
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.plan import actions, handover, queries
from samenspel.stages.plan.models import PlanLine
from samenspel.stages.plan.tests.conftest import Draft


def _pay(line: PlanLine, cycle: Cycle) -> None:
    with acting():
        money = new_node("budget_line", "Geld", cycle=cycle, public=True)
        link(line.node, money, "paid_by", by=STAFF, reason="Hieruit")


def test_everything_missing_is_seen(proposed: PlanLine, cycle: Cycle, agenda: list[str]) -> None:
    missing = queries.breaks(cycle)
    assert [p.code for p in missing.priorities] == agenda
    assert list(missing.without_money) == list(missing.without_owner) == [proposed]
    assert missing.total == 4


def test_what_is_there_is_not_missing(proposed: PlanLine, cycle: Cycle, cast: Cast, agenda: list[str]) -> None:
    actions.answer_priority(proposed, by=cast.official, priority=agenda[0], reason="Groen")
    actions.name_owners(proposed, by=cast.official, resident_name="Samira", professional_name="Jan")
    _pay(proposed, cycle)
    missing = queries.breaks(cycle)
    assert [p.code for p in missing.priorities] == [agenda[1]]
    assert missing.total == 1


def test_hours_alone_need_no_money(draft: Draft, cycle: Cycle, cast: Cast) -> None:
    actions.propose(draft(needs_hours=40), by=cast.official)
    assert queries.breaks(cycle).without_money == ()


def test_a_stopped_line_answers_nothing(decided: PlanLine, cycle: Cycle, cast: Cast, agenda: list[str]) -> None:
    actions.answer_priority(decided, by=cast.official, priority=agenda[0], reason="Groen")
    actions.stop(decided, by=cast.official, reason="Toch niet")
    missing = queries.breaks(cycle)
    assert len(missing.priorities) == 2 and missing.without_money == ()


def test_lines_stand_with_their_priority(
    proposed: PlanLine, draft: Draft, cycle: Cycle, cast: Cast, agenda: list[str]
) -> None:
    actions.answer_priority(proposed, by=cast.official, priority=agenda[1], reason="Groen")
    other = actions.propose(draft(title="Iets anders"), by=cast.official)
    groups = queries.board(cycle, Actor()).groups
    assert [g.lines for g in groups] == [(), (proposed,), (other,)]


def test_totals_leave_out_what_is_not_done(decided: PlanLine, draft: Draft, cycle: Cycle, cast: Cast) -> None:
    actions.stop(draft(needs_cents=99), by=cast.official, reason="Nee")
    assert queries.board(cycle, cast.official).totals.cents == 250_000


def test_what_nothing_needs_is_not_counted_aloud() -> None:
    assert queries.Totals(cents=2_700_000).takes.replace("\xa0", " ") == "€ 27.000"
    assert queries.Totals(hours=12, square_metres=50).takes == "12 uur, 50 m²"
    assert queries.Totals().takes == ""


def test_a_draft_is_not_for_everybody(draft: Draft, cycle: Cycle, cast: Cast) -> None:
    line = draft(by=cast.initiative, party=cast.parties["initiative"], title="Geheim plan")
    for actor in (Actor(), cast.resident, cast.provider, cast.councillor):
        assert queries.line_by_code(cycle, line.code, actor) is None
        assert queries.board(cycle, actor).totals.lines == 0
        assert not list(rows(registered()["plan_lines"], actor))
    assert handover.items(cycle) == []


def test_a_draft_is_for_makers_and_team(draft: Draft, cycle: Cycle, cast: Cast) -> None:
    line = draft(by=cast.initiative, party=cast.parties["initiative"], partners=[cast.parties["official"]])
    for actor in (cast.initiative, cast.official, cast.organiser):
        assert queries.line_by_code(cycle, line.code, actor) == line


def test_an_edition_says_it_all_without_names_of_people(
    decided: PlanLine, cycle: Cycle, cast: Cast, agenda: list[str]
) -> None:
    actions.answer_priority(decided, by=cast.official, priority=agenda[0], reason="Groen")
    actions.name_owners(decided, by=cast.official, resident_name="Samira", professional_name="Jan")
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="klaar", missing="jongeren")
    (line,) = latest(Handed, cycle)
    assert (line.state, line.decision, line.body, line.priorities) == (
        "decided",
        "yes",
        "Dagelijks bestuur",
        (agenda[0],),
    )
    assert (line.owner_resident, line.owner_professional) == ("een bewoner", "een professional")
    assert "Samira" not in edition.content


@pytest.mark.parametrize("number", [1, 3])
def test_the_board_costs_the_same(
    draft: Draft,
    cycle: Cycle,
    cast: Cast,
    agenda: list[str],
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _i in range(number):
        line = draft(partners=[cast.parties["initiative"]], resident_name="A", professional_name="B")
        actions.answer_priority(line, by=cast.official, priority=agenda[0], reason="x")
    with django_assert_max_num_queries(4):
        board = queries.board(cycle, cast.official)
        assert (
            len(
                [
                    (str(x.owner), x.get_absolute_url(), [p.party.name for p in x.partner_rows.all()])
                    for x in board.groups[0].lines
                ]
            )
            == number
        )


def test_who_is_only_a_member_does_not_read_the_drafts_of_the_group(draft: Draft, cycle: Cycle, cast: Cast) -> None:
    theirs = cast.parties["initiative"]
    line = draft(by=cast.initiative, party=theirs)
    member = Actor(person=99, mandates=frozenset({Mandate(Role.MEMBER, cycle.place_id, theirs.pk)}))
    assert queries.line_by_code(cycle, line.code, member) is None
