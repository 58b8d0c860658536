"""The list stays alive: still so? a space that ends, what is past, and what to choose from."""

from datetime import timedelta
from typing import Any

import pytest

from samenspel.instruments.offers import actions, queries, tasks
from samenspel.instruments.offers.models import FRESH, Asset
from samenspel.instruments.offers.queries import Wanted
from samenspel.instruments.offers.tests.test_offers import VISITOR, offer
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.daily.jobs import JOBS
from samenspel.kernel.journal.clock import at_moment, now, today
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF, Cast


def old(cycle: Cycle, cast: Cast, days: int = 200, **more: Any) -> Asset:
    return offer(cycle, cast.resident, offered_on=today() - timedelta(days=days), **more)


def space(cycle: Cycle, cast: Cast, days: int, **more: Any) -> Asset:
    facts = {"title": "De oude school", "kind": "premises", "until": today() + timedelta(days=days), **more}
    return offer(cycle, cast.resident, **facts)


def later(days: int) -> int:
    with at_moment(now() + timedelta(days=days)):
        return tasks.look_after.func()


def heard(person: int | None) -> list[str]:
    return list(Notice.objects.filter(person=person or 0).order_by("pk").values_list("text", flat=True))


def test_after_half_a_year_one_is_asked_once(cycle: Cycle, cast: Cast) -> None:
    asset = old(cycle, cast)
    assert asset.stale and tasks.look_after.func() == 1 and tasks.look_after.func() == 0
    assert "Klopt ‘Naaimachine’" in heard(cast.resident.person)[-1]
    assert JOBS["offers.look_after"] is tasks.look_after


def test_without_an_answer_it_sleeps_and_yes_wakes_it(cycle: Cycle, cast: Cast) -> None:
    asset = old(cycle, cast)
    tasks.look_after.func()
    assert later(20) == 0 and later(31) == 1
    asset.refresh_from_db()
    assert asset.state == "resting" and not queries.standing(cycle, VISITOR).exists()
    asset = actions.confirm_asset(asset, by=cast.resident)
    assert (asset.state, asset.checked_on, asset.asked_on) == ("offered", today(), None)
    assert queries.standing(cycle, VISITOR).get() == asset


def test_yes_in_time_keeps_it_for_half_a_year(cycle: Cycle, cast: Cast) -> None:
    asset = old(cycle, cast)
    tasks.look_after.func()
    actions.confirm_asset(asset, by=cast.professional)
    assert later(FRESH.days - 1) == 0 and later(FRESH.days + 1) == 1


def test_only_who_placed_it_or_the_desk_says_so(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.confirm_asset(old(cycle, cast), by=cast.neighbour)


def test_everybody_who_needs_to_know_hears_that_a_space_ends(cycle: Cycle, cast: Cast) -> None:
    asset = actions.react(space(cycle, cast, 80), by=cast.neighbour, need="repetities")
    assert tasks.look_after.func() == 1 and tasks.look_after.func() == 0
    for who in (cast.resident, cast.neighbour, cast.professional):
        assert "De oude school" in heard(who.person)[-1] and "stopt op" in heard(who.person)[-1]
    assert not any("De oude school" in text for text in heard(cast.official.person))
    assert list(queries.ending_soon(cycle, VISITOR)) == [asset]


def test_and_again_a_month_before(cycle: Cycle, cast: Cast) -> None:
    space(cycle, cast, 80)
    tasks.look_after.func()
    assert later(40) == 0 and later(51) == 1 and later(52) == 0


def test_a_late_space_is_warned_of_once(cycle: Cycle, cast: Cast) -> None:
    space(cycle, cast, 20)
    assert tasks.look_after.func() == 1 and later(5) == 0


def test_a_new_last_day_starts_anew(cycle: Cycle, cast: Cast) -> None:
    asset = space(cycle, cast, 80)
    tasks.look_after.func()
    asset.refresh_from_db()
    asset = actions.confirm_asset(asset, by=cast.resident, until=today() + timedelta(days=400))
    assert asset.warned_on is None and not queries.ending_soon(cycle, VISITOR).exists()


def test_what_is_past_is_gone_that_day_and_ended_by_the_daily_work(cycle: Cycle, cast: Cast) -> None:
    asset = space(cycle, cast, 3)
    with at_moment(now() + timedelta(days=4)):
        assert not queries.standing(cycle, VISITOR).exists()
        with pytest.raises(BadInput, match="laatste dag"):
            actions.react(asset, by=cast.neighbour, need="x")
        tasks.look_after.func()
    asset.refresh_from_db()
    assert asset.state == "stopped" and asset.ended_because.startswith("Het was tot en met")


def test_a_last_day_in_the_past_is_refused(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="al voorbij"):
        space(cycle, cast, -1)


def test_a_round_that_is_closed_is_left_in_peace(cycle: Cycle, cast: Cast) -> None:
    old(cycle, cast)
    cycles.close_cycle(cycle, by=STAFF)
    assert tasks.look_after.func() == 0


ROWS = (
    ("Zaal", "premises", "offer", "bomenbuurt"), ("Baan", "stacked_job", "offer", ""), ("Ladder", "thing", "offer", ""),
    ("Oppas", "people", "ask", "bomenbuurt"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [(Wanted(), {"Zaal", "Baan", "Ladder", "Oppas"}), (Wanted(side="ask"), {"Oppas"}),
     (Wanted(kind="ruimte"), {"Zaal"}), (Wanted(kind="werk"), {"Baan"}), (Wanted(kind="thing"), {"Ladder"}),
     (Wanted(area="bomenbuurt"), {"Zaal", "Oppas"}),
     (Wanted("offer", "", "bomenbuurt"), {"Zaal"}), (Wanted(kind="onzin"), {"Zaal", "Baan", "Ladder", "Oppas"})],
)  # fmt: skip
def test_choosing(cycle: Cycle, cast: Cast, wanted: Wanted, titles: set[str]) -> None:
    piece = places.add_place(None, by=STAFF, slug="bomenbuurt", name="Bomenbuurt", kind="neighbourhood")
    places.add_parts(cycle.place, by=STAFF, parts=[piece])
    for title, kind, side, area in ROWS:
        offer(cycle, cast.resident, title=title, kind=kind, side=side, area=area)
    assert {asset.title for asset in queries.standing(cycle, VISITOR, wanted)} == titles
    assert queries.counts_by_area(cycle, Wanted()) == {piece.pk: 2}


def test_what_is_asked_is_not_what_one_counts_on(cycle: Cycle, cast: Cast) -> None:
    offer(cycle, cast.resident, side="ask")
    assert not queries.standing_assets(cycle, VISITOR).exists() and queries.counts_by_kind(cycle) == {}
