"""Counting: small groups stay hidden, weights follow the neighbourhood, and marks flow out."""

from typing import Any

import pytest

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import actions, queries
from samenspel.instruments.surveys.models import Finding, Remark
from samenspel.instruments.surveys.queries.counting import weigh
from samenspel.instruments.surveys.tests.conftest import Wave, make_wave
from samenspel.kernel.action import NotAllowed
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.tests.cast import Cast

pytestmark = pytest.mark.django_db


def filled(wave: Wave, young: int, old: int) -> Wave:
    """The young give a 6, the old an 8."""
    for number in range(young + old):
        wave.answer(number, mark_day=6 if number < young else 8, age=1 if number < young else 4)
    return wave


def mark(wave: Wave, part: str = "", group: str = "") -> Finding:
    return Finding.objects.get(survey=wave.survey, item="mark_day", group=group, part=part)


def test_marks_are_means_with_a_margin(letters: Wave) -> None:
    filled(letters, 20, 20).finish()
    found = mark(letters)
    assert (found.n, found.value) == (40, 7.0)
    assert found.margin == pytest.approx(
        2.0227 * (40 / 39) ** 0.5 / 40**0.5, abs=1e-3
    )  # t(39) * s / sqrt(n), s^2 = 40/39


def test_weights_follow_who_lives_here(letters: Wave) -> None:
    actions.count_people(letters.survey, by=letters.organiser, groups={"age": {1: 750, 4: 250}}, reason="CBS 2026")
    filled(letters, 20, 20).finish()
    assert mark(letters).value == pytest.approx(0.75 * 6 + 0.25 * 8)
    weighing = queries.outcome(letters.survey).account["weighing"]
    assert (weighing["least"], weighing["most"]) == pytest.approx((0.5, 1.5))
    assert weighing["effective"] == pytest.approx(40**2 / (20 * 1.5**2 + 20 * 0.5**2))


def test_one_answer_never_speaks_for_half_a_neighbourhood() -> None:
    rows = [{"age": (1,)}] + [{"age": (2,)}] * 39
    weights, facts = weigh(rows, {"age": {1: 500, 2: 500}})
    assert len(weights) == 40 and facts["most"] < 10 and not facts["fits"]  # 19.5 without a limit


@pytest.mark.parametrize(("young", "old"), [(9, 31), (3, 12), (1, 39)])
def test_a_small_group_is_hidden_and_cannot_be_worked_out(letters: Wave, young: int, old: int) -> None:
    filled(letters, young, old).finish()
    groups = Finding.objects.filter(survey=letters.survey, group="age", item="mark_day")
    assert set(groups.values_list("n", "value", "margin", "low", "high")) == {(None,) * 5}
    assert set(Finding.objects.filter(item="age").exclude(choice__in=(2, 3)).values_list("n", flat=True)) == {None}


def test_who_did_not_say_cannot_be_worked_out_either(letters: Wave) -> None:
    for number in range(40):
        about: dict[str, Any] = {} if number < 3 else {"age": 1 if number < 15 else 4}
        letters.answer(number, mark_day=1 if number < 3 else 7, **about)
    letters.finish()
    shown = Finding.objects.filter(group="age", item="mark_day", n__isnull=False)
    assert sum(f.n or 0 for f in shown) <= 40 - 3 - 10


def test_fewer_than_ten_answers_give_nothing_at_all(letters: Wave) -> None:
    filled(letters, 5, 4).finish()
    assert not Finding.objects.exists()
    assert queries.outcome(letters.survey).account["hidden"]


def test_an_open_survey_has_no_margin(everybody: Wave) -> None:
    filled(everybody, 20, 20).finish()
    assert mark(everybody).value == 7.0 and mark(everybody).margin is None


def test_marks_flow_out_once_published(letters: Wave, cycle: Cycle) -> None:
    filled(letters, 20, 20)
    assert queries.marks(cycle.place) == []
    letters.finish()
    found = {m.key: m for m in queries.marks(cycle.place, cycle)}
    assert set(found) == {"mark_day"}  # nobody answered the others
    given = found["mark_day"]
    assert (given.theme, given.area, given.mean, given.n, given.period) == ("safety", "", 7.0, 40, "2026")


def test_a_part_of_the_neighbourhood_has_its_own_mark(cycle: Cycle, cast: Cast) -> None:
    wave = make_wave(cycle, cast.organiser, codes=12)
    more = actions.issue_codes(wave.survey, by=cast.organiser, count=12, reason="noord", area="BU01")
    wave.codes += [one.code for one in more]
    filled(wave, 12, 12).finish()
    assert {(m.area, m.mean) for m in queries.marks(cycle.place)} >= {("", 7.0)}
    assert mark(wave, "BU01", "area").value == 8.0


def test_a_change_is_called_one_when_it_is_more_than_chance(cycle: Cycle, cast: Cast) -> None:
    first, second, third = (make_wave(cycle, cast.organiser, codes=40) for _n in range(3))
    filled(first, 20, 20).finish()
    filled(second, 2, 38).finish()
    filled(third, 3, 37).finish()
    assert queries.changed(mark(first), mark(second)) == "up"
    assert queries.changed(mark(second), mark(third)) == "unclear"
    assert [f.survey_id for f in queries.outcome(third.survey).waves["mark_day"]] == [first.survey.pk, second.survey.pk]


def test_remarks_and_numbers_do_not_leave_before_they_may(letters: Wave, cast: Cast) -> None:
    for number in range(40):
        letters.answer(number, mark_day=7)
    exports = registered()
    assert not Finding.objects.filter(exports["survey_findings"].visible(Actor())).exists()  # type: ignore[misc]
    letters.finish()
    assert Finding.objects.filter(exports["survey_findings"].visible(Actor())).exists()  # type: ignore[misc]


def test_a_remark_is_read_by_an_editor_first(everybody: Wave, cast: Cast) -> None:
    for number in range(12):
        everybody.answer(number, mark_day=7, remarks={"remark": "Mooi"} if number < 2 else {})
    everybody.finish()
    good, bad = Remark.objects.order_by("pk")
    assert not queries.shown_remarks(everybody.survey).exists()
    with pytest.raises(NotAllowed):
        actions.show_remark(good, by=cast.resident)
    actions.show_remark(good, by=cast.organiser)
    hidden = actions.hide_remark(bad, by=cast.organiser, reason="Er stond een naam in.")
    hidden.text.refresh_from_db()
    assert [r.pk for r in queries.shown_remarks(everybody.survey)] == [good.pk] and hidden.text.body == ""
