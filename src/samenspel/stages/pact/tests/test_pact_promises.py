"""Promises: making, keeping, putting off and stepping back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.daily.jobs import JOBS
from samenspel.kernel.journal.clock import at_moment
from samenspel.kernel.journal.queries import entries_about, messages_for
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.pact import actions, queries
from samenspel.stages.pact.models import Commitment, Pact
from samenspel.stages.pact.tasks import remind_due
from samenspel.stages.pact.tests.conftest import in_days, make_node, overdue, promised


def told(cast: Cast, who: str) -> list[str]:
    return [n.text for n in messages_for(getattr(cast, who).person or 0)]


def test_a_promise_is_for_everybody_to_see(by_volunteers: Commitment) -> None:
    assert (by_volunteers.state, by_volunteers.node.public, by_volunteers.to_whom) == (
        "promised",
        True,
        "alle bewoners",
    )
    assert by_volunteers.first_due == by_volunteers.due


def test_a_day_that_is_over_is_refused_in_plain_words(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="al voorbij"):
        promised(cycle, cast, "initiative", due=in_days(-1))
    assert not Commitment.objects.exists()


def test_a_day_out_of_reach_is_refused_and_one_within_it_is_not(cycle: Cycle, cast: Cast) -> None:
    for days in (4 * 366, 366 * 70):
        with pytest.raises(BadInput, match="binnen vier jaar"):
            promised(cycle, cast, "initiative", due=in_days(days))
    row = promised(cycle, cast, "initiative", due=in_days(4 * 365))
    with pytest.raises(BadInput, match="te ver weg"):
        actions.renegotiate(row, by=cast.initiative, due=in_days(4 * 366), reason="Later.")


def test_the_past_may_be_entered_when_the_clock_says_so(cycle: Cycle, cast: Cast) -> None:
    then = datetime(2020, 3, 1, 12, tzinfo=UTC)
    with at_moment(then):
        row = promised(cycle, cast, "initiative", due=date(2020, 6, 1))
    assert (row.due.year, row.node.at.year) == (2020, 2020)


def test_somebody_must_receive_it(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(ValidationError, match="aan wie"):
        promised(cycle, cast, "initiative", receiver_name="")


@pytest.mark.parametrize("cents", [0, -1])
def test_money_is_more_than_nothing(cycle: Cycle, cast: Cast, cents: int) -> None:
    with pytest.raises(ValidationError):
        promised(cycle, cast, "official", kind="money", amount_cents=cents)


def test_nobody_promises_for_another(cycle: Cycle, cast: Cast) -> None:
    words = {"what": "Alles", "due": in_days(9), "receiver_name": "iedereen"}
    with pytest.raises(NotAllowed):
        actions.promise(cycle, by=cast.provider, giver=cast.parties["official"], **words)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        actions.promise(cycle, by=cast.resident, giver=cast.parties["official"], **words)  # type: ignore[arg-type]


def test_what_was_said_at_a_table_is_noted_and_told(cycle: Cycle, cast: Cast) -> None:
    words = {"what": "Een pad", "due": in_days(9), "receiver": cast.parties["initiative"]}
    actions.promise(cycle, by=cast.professional, giver=cast.parties["official"], **words)  # type: ignore[arg-type]
    assert "Er staat een belofte van uw groep" in told(cast, "official")[0]
    assert "Partij Esra belooft uw groep" in told(cast, "initiative")[0]


def test_a_closed_round_takes_nothing(past: Cycle, cast: Cast) -> None:
    with pytest.raises(WrongState, match="afgesloten"):
        promised(past, cast, "initiative")


def test_inside_a_pact_is_a_link(opened: Pact, cycle: Cycle, cast: Cast) -> None:
    row = promised(cycle, cast, "initiative", pact=opened)
    assert Edge.objects.get(target=row.node).relation == "contains"


@pytest.mark.parametrize("kind", ["award", "joint_plan", "plan_line"])
def test_it_came_with_money_or_a_plan(cycle: Cycle, cast: Cast, kind: str) -> None:
    node = make_node(cycle, kind, "Tuin")
    row = promised(cycle, cast, "initiative", codes=[node.code])
    assert Edge.objects.get(target=row.node).relation == "promised_in"


def test_other_codes_are_refused(by_volunteers: Commitment, cycle: Cycle, cast: Cast) -> None:
    story = make_node(cycle, "story", "Verhaal")
    with pytest.raises(BadInput, match="toekenning"):
        actions.connect(by_volunteers, by=cast.initiative, codes=[story.code], reason="Daarom.")


@pytest.mark.parametrize(("who", "says"), [("official", "Partij Esra"), ("initiative", "Partij Carla")])
def test_giver_and_receiver_say_that_it_was_kept(by_municipality: Commitment, cast: Cast, who: str, says: str) -> None:
    kept = actions.keep_promise(by_municipality, by=getattr(cast, who), how="Het pad ligt er.")
    assert (kept.state, kept.kept_says, kept.kept_on) == ("kept", says, in_days(0))


def test_others_do_not_say_so(by_municipality: Commitment, cast: Cast) -> None:
    for who in ("resident", "provider", "board"):
        with pytest.raises(NotAllowed):
            actions.keep_promise(by_municipality, by=getattr(cast, who))


def test_nothing_is_kept_tomorrow_or_twice(by_municipality: Commitment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Deze dag komt nog"):
        actions.keep_promise(by_municipality, by=cast.official, on=in_days(1))
    kept = actions.keep_promise(by_municipality, by=cast.official)
    with pytest.raises(WrongState):
        actions.keep_promise(kept, by=cast.official)


def test_a_new_day_has_a_reason_and_is_told(by_municipality: Commitment, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.renegotiate(by_municipality, by=cast.official, due=in_days(60), reason=" ")
    row = actions.renegotiate(by_municipality, by=cast.official, due=in_days(60), reason="De leiding lekt.")
    assert (row.state, row.moved, row.reason) == ("renegotiated", True, "De leiding lekt.")
    assert "De leiding lekt." in told(cast, "initiative")[0]


@pytest.mark.parametrize("days", [-1, 30])
def test_the_new_day_is_another_day_ahead(by_municipality: Commitment, cast: Cast, days: int) -> None:
    with pytest.raises(BadInput):
        actions.renegotiate(by_municipality, by=cast.official, due=in_days(days), reason="Daarom.")


def test_volunteers_step_back_without_a_reason(by_volunteers: Commitment, cast: Cast) -> None:
    row = actions.step_back(by_volunteers, by=cast.initiative)
    assert (row.state, row.reason) == ("withdrawn", "")


@pytest.mark.parametrize("who", ["official", "provider"])
def test_a_paid_party_does_not_step_back_without_a_reason(cycle: Cycle, cast: Cast, who: str) -> None:
    row = promised(cycle, cast, who)
    with pytest.raises(NotAllowed):
        actions.step_back(row, by=getattr(cast, who))
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.withdraw(row, by=getattr(cast, who), reason="")
    assert actions.withdraw(row, by=getattr(cast, who), reason="Het geld is op.").state == "withdrawn"


def test_another_party_changes_nothing(by_volunteers: Commitment, cast: Cast) -> None:
    for act, facts in ((actions.step_back, {}), (actions.withdraw, {"reason": "x"})):
        with pytest.raises(NotAllowed):
            act(by_volunteers, by=cast.provider, **facts)


def test_late_is_only_after_the_day(by_municipality: Commitment, cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="nog niet voorbij"):
        actions.mark_late(by_municipality, by=cast.organiser)
    late = actions.mark_late(overdue(cycle, cast, "official"), by=cast.organiser)
    assert late.state == "late"
    assert actions.keep_promise(late, by=cast.official).state == "kept"


def test_no_answer_is_said_with_a_reason(cycle: Cycle, cast: Cast) -> None:
    row = overdue(cycle, cast, "official")
    with pytest.raises(NotAllowed):
        actions.mark_not_answered(row, by=cast.official, reason="x")
    row = actions.mark_not_answered(row, by=cast.organiser, reason="Twee keer gebeld.")
    assert (row.state, row.reason) == ("not_answered", "Twee keer gebeld.")
    assert actions.renegotiate(row, by=cast.official, due=in_days(9), reason="Sorry.").state == "renegotiated"


def test_a_party_hears_in_time_and_once(cycle: Cycle, cast: Cast) -> None:
    promised(cycle, cast, "official", due=in_days(10))
    promised(cycle, cast, "official", due=in_days(20))
    assert (remind_due.func(), remind_due.func()) == (1, 0)
    assert "Lukt het?" in told(cast, "official")[0]


def test_a_new_day_is_reminded_again(cycle: Cycle, cast: Cast) -> None:
    row = promised(cycle, cast, "official", due=in_days(10))
    actions.remind(row, by=cast.organiser)
    actions.renegotiate(row, by=cast.official, due=in_days(12), reason="Regen.")
    assert queries.to_remind(timedelta(days=14)) == [row]


def test_double_submit_is_harmless(cycle: Cycle, cast: Cast) -> None:
    words = {"giver": cast.parties["initiative"], "what": "X", "due": in_days(1), "receiver_name": "iedereen"}
    actions.promise.run("t", None, cycle, by=cast.initiative, **words)
    with pytest.raises(AlreadyDone):
        actions.promise.run("t", None, cycle, by=cast.initiative, **words)
    assert Commitment.objects.count() == 1


def test_the_board_treats_all_alike(cycle: Cycle, cast: Cast, by_volunteers: Commitment) -> None:
    actions.keep_promise(promised(cycle, cast, "official"), by=cast.official)
    actions.mark_late(overdue(cycle, cast, "official"), by=cast.organiser)
    board = queries.board(cycle)
    assert [(p.party.name, p.made, p.kept, p.running, p.late) for p in board.parties] == [
        ("Partij Carla", 1, 0, 1, 0), ("Partij Esra", 2, 1, 0, 1)
    ]  # fmt: skip
    assert board.parties[1].words == "2 beloften: 1 gehouden, 1 te laat"


def test_a_day_that_went_by_shows_before_anybody_says_so(cycle: Cycle, cast: Cast, client: Client) -> None:
    silent = overdue(cycle, cast, "official")
    (party,) = queries.board(cycle).parties
    assert (party.running, party.late, party.words) == (0, 1, "1 belofte: 1 te laat")
    (row,) = queries.rows_of([silent])
    assert (row.state, row.state_label) == ("late", "De dag is voorbij")
    assert "de dag is voorbij" in client.get(silent.get_absolute_url()).content.decode()


def test_a_party_page_gets_its_promises(by_municipality: Commitment, cast: Cast) -> None:
    assert queries.promises_by(cast.parties["official"]).commitments == (by_municipality,)
    assert queries.promises_of(by_municipality.node.place).commitments == (by_municipality,)


def test_the_journal_tells_what_happened(by_municipality: Commitment, cast: Cast) -> None:
    actions.renegotiate(by_municipality, by=cast.official, due=in_days(60), reason="De leiding lekt.")
    actions.keep_promise(by_municipality, by=cast.initiative)
    verbs = [entry.verb.rsplit(".", 1)[-1] for entry in entries_about(by_municipality.code)]
    assert verbs == ["promise", "renegotiate", "keep"]


def test_a_promise_kept_late_says_so(cycle: Cycle, cast: Cast, client: Client) -> None:
    late = actions.renegotiate(overdue(cycle, cast, "official"), by=cast.official, due=in_days(9), reason="Een lek.")
    (row,) = queries.rows_of([late])
    assert "eerst beloofd voor" in row.when
    kept = actions.keep_promise(late, by=cast.official)
    assert (kept.kept_late, kept.days_late) == (True, 7)
    (party,) = queries.board(cycle).parties
    assert (party.kept, party.kept_late, party.words) == (0, 1, "1 belofte: 1 te laat gehouden")
    for url in (kept.get_absolute_url(), "/testbuurt/2026/pact/"):
        assert "7 dagen te laat gehouden" in client.get(url).content.decode()


def test_a_promise_kept_in_time_is_not_late(cycle: Cycle, cast: Cast) -> None:
    kept = actions.keep_promise(promised(cycle, cast, "official"), by=cast.official)
    assert (kept.kept_late, kept.days_late) == (False, 0)


def test_the_worker_reminds_every_day() -> None:
    assert JOBS["pact.remind_due"] is remind_due
