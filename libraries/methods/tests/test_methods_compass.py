"""The compass: laws that hold for any figures, and a circle worked out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel_methods.statistics import Direction, compass_score, mean_distance
from samenspel_methods.statistics.compass import Compass, Figure, Quarter, Yardstick, compare, compass, yardstick
from samenspel_methods.statistics.compass.yardstick import Basis
from samenspel_methods.statistics.errors import StatisticsError

numbers = st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
directions = st.sampled_from(Direction)
HIGH, LOW = Direction.HIGHER_BETTER, Direction.LOWER_BETTER
QUARTERS = (
    Quarter("people", ("age",), judged=False),
    Quarter("place", ("home", "green")),
    Quarter("life", ("health",)),
)
TEN = Yardstick(50.0, 10.0, Basis.SPREAD, 8)  # the city has 50, ten away is twenty points


@given(numbers, numbers, st.floats(0, 1e6), directions)
def test_every_score_is_on_the_scale(value: float, mean: float, spread: float, direction: Direction) -> None:
    assert 40.0 <= compass_score(value, mean, spread, direction) <= 160.0


@given(numbers, numbers, numbers, st.floats(1e-3, 1e6), directions)
def test_more_is_never_less(one: float, two: float, mean: float, spread: float, direction: Direction) -> None:
    low, high = sorted((one, two))
    scores = compass_score(low, mean, spread, direction), compass_score(high, mean, spread, direction)
    assert scores[0] >= scores[1] if direction is LOW else scores[0] <= scores[1]


@given(st.lists(numbers, min_size=5, max_size=30), numbers, directions)
def test_the_city_itself_is_exactly_100(values: list[float], mean: float, direction: Direction) -> None:
    assert yardstick(mean, values).score(mean, direction) == 100.0


@given(numbers, st.integers(5, 20), directions)
def test_equal_areas_are_all_100(value: float, areas: int, direction: Direction) -> None:
    assert yardstick(value, [value] * areas).score(value, direction) == 100.0


@given(st.lists(numbers, min_size=5, max_size=20), numbers, numbers, st.sampled_from([0.001, 0.5, 3.0, 1000.0]))
def test_the_unit_does_not_matter(values: list[float], mean: float, value: float, unit: float) -> None:
    if mean_distance(values, mean) < 1e-3:
        return
    other = yardstick(mean * unit, [each * unit for each in values]).score(value * unit)
    assert yardstick(mean, values).score(value) == pytest.approx(other, abs=1e-4)


@given(st.lists(numbers, min_size=5, max_size=20), numbers)
def test_the_usual_distance_is_twenty_points_on_average(values: list[float], mean: float) -> None:
    spread = mean_distance(values, mean)
    if spread < 1e-3:
        return
    points = [abs(20 * (value - mean) / spread) for value in values]
    assert sum(points) / len(points) == pytest.approx(20.0)


@given(numbers, numbers, st.floats(1e-3, 1e6))
def test_better_and_worse_mirror_each_other(value: float, mean: float, spread: float) -> None:
    up, down = compass_score(value, mean, spread, HIGH), compass_score(value, mean, spread, LOW)
    assert up + down == pytest.approx(200.0)


@pytest.mark.parametrize("wrong", [(float("nan"), 1.0, 1.0), (1.0, float("inf"), 1.0), (1.0, 1.0, float("inf"))])
def test_what_is_no_number_is_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(StatisticsError, match="not_finite"):
        compass_score(*wrong)


def test_with_fewer_than_five_areas_a_tenth_of_the_city_is_ten_points() -> None:
    few = yardstick(200.0, [100.0, 300.0, None, 200.0, 250.0])
    assert (few.basis, few.said.code, few.score(220.0, HIGH), few.score(220.0, LOW)) == (
        Basis.TENTH, "basis_tenth", 110.0, 90.0,
    )  # fmt: skip


def test_a_distance_measured_elsewhere_is_used_when_it_is_over_enough_areas() -> None:
    assert yardstick(50.0, stated=(10.0, 5)).score(60.0) == 120.0
    assert yardstick(50.0, stated=(10.0, 4)).basis is Basis.TENTH


@pytest.mark.parametrize(("mean", "around_zero"), [(0.0, False), (-3.0, False), (5.0, True)])
def test_figures_around_zero_have_no_score_without_enough_areas(mean: float, around_zero: bool) -> None:
    nothing = yardstick(mean, [1.0], around_zero=around_zero)
    assert nothing.score(4.0) is None and nothing.said.code == "basis_none"


def figures() -> list[Figure]:
    return [
        Figure("young", "age", 70.0, TEN, HIGH),
        Figure("rent", "home", 60.0, TEN, HIGH),  # 120
        Figure("mould", "home", 55.0, TEN, LOW, margin=2.0),  # 90, between 86 and 94
        Figure("trees", "green", None, TEN, HIGH, missing="secret"),
        Figure("lonely", "health", 40.0, TEN, LOW),  # 120
        Figure("steps", "health", 52.0, TEN, HIGH, margin=5.0),  # 104, between 94 and 114
        Figure("visits", "health", 52.0, TEN),  # shown, not judged
    ]


@pytest.fixture
def circle() -> Compass:
    return compass(figures(), QUARTERS)


def test_each_ring_is_the_plain_mean_of_the_ring_outside(circle: Compass) -> None:
    scores = {path: ring.score for path, ring in circle.rings.items()}
    assert scores["place", "home"] == 105.0 and scores["life", "health"] == 112.0
    assert scores["place",] == 105.0  # green has no figure
    assert scores[()] == 108.5


def test_composition_is_shown_and_not_judged(circle: Compass) -> None:
    rings = circle.rings
    assert rings["people", "age", "young"].score == 140.0 and not rings["people", "age", "young"].judged
    assert rings["people",].score is None and rings["people",].why == "not_judged"
    assert circle.whole.of == 2
    assert rings["life", "health", "visits"].score == 104.0 and rings["life", "health"].of == 2


def test_composition_knows_no_better() -> None:
    turned = replace(figures()[0], direction=LOW)
    assert compass([turned], QUARTERS).rings["people", "age", "young"].score == 140.0


def test_what_is_missing_is_said(circle: Compass) -> None:
    trees, green, place = (circle.rings[path] for path in (("place", "green", "trees"), ("place", "green"), ("place",)))
    assert (trees.why, green.why, green.score) == ("secret", "nothing_known", None)
    assert (place.known, place.of, place.figures) == (1, 2, (2, 3))
    assert [each.code for each in place.said] == ["figures_part", "range"]
    assert [each.code for each in (*green.said, *circle.rings["people",].said)] == [
        "why_nothing_known",
        "why_not_judged",
    ]


def test_a_margin_becomes_a_range_of_scores(circle: Compass) -> None:
    mould, home, steps = (
        circle.rings[p] for p in (("place", "home", "mould"), ("place", "home"), ("life", "health", "steps"))
    )
    assert (mould.low, mould.high, mould.uncertain) == (86.0, 94.0, False)
    assert (home.low, home.high) == (103.0, 107.0)  # (120 + 86) / 2 and (120 + 94) / 2
    assert steps.uncertain and steps.said[0].code == "range_over"


@settings(max_examples=50)
@given(st.lists(st.tuples(numbers, st.booleans(), st.one_of(st.none(), st.floats(0, 100))), min_size=1, max_size=8))
def test_every_mean_lies_between_its_parts(rows: list[tuple[float, bool, float | None]]) -> None:
    made = [Figure(f"f{at}", "home", v if there else None, TEN, HIGH, m) for at, (v, there, m) in enumerate(rows)]
    for ring in compass(made, QUARTERS).rings.values():
        parts = [inner.score for inner in ring.inside if inner.score is not None and inner.judged]
        if ring.score is not None and parts:
            assert min(parts) - 1e-9 <= ring.score <= max(parts) + 1e-9
        if ring.score is not None and ring.low is not None and ring.high is not None:
            assert ring.low - 1e-9 <= ring.score <= ring.high + 1e-9


def test_two_years_are_compared_over_what_both_have(circle: Compass) -> None:
    later = [replace(figure, value=figure.value + 5 if figure.value else 60.0) for figure in figures()]
    found = compare(circle, compass(later, QUARTERS))
    assert found.left_out == {"trees": "only_one"}
    assert found.differences["place", "home", "rent"].points == 10.0
    assert found.differences["place", "home"].points == 0.0  # rent 10 up, mould 10 down
    assert found.differences["place", "home", "mould"].clear is True
    assert found.differences["place", "home", "rent"].clear is None


def test_other_yardsticks_do_not_compare(circle: Compass) -> None:
    tenth = Yardstick(50.0, 10.0, Basis.TENTH)
    other = compass([replace(figure, yardstick=tenth) for figure in figures()[1:3]], QUARTERS)
    found = compare(circle, other)
    assert {found.left_out["rent"], found.left_out["mould"]} == {"other_measure"} and not found.first.figures


def test_an_area_beside_itself_does_not_differ(circle: Compass) -> None:
    assert {each.points for each in compare(circle, circle).differences.values()} == {0.0}


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (Figure("a", "sport", 1.0, TEN), "unknown_theme"),
        (Figure("rent", "home", 1.0, TEN), "double_figure"),
        (Figure("a", "home", 1.0, TEN, margin=-1.0), "negative_margin"),
        (Figure("a", "home", None, TEN, missing="lost"), "unknown_status"),
        (Figure("a", "home", 1.0, TEN, margin=float("nan")), "not_finite"),
    ],
)
def test_wrong_figures_are_refused(figure: Figure, code: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        compass([*figures(), figure], QUARTERS)
    assert refused.value.code == code and refused.value.sentence() and refused.value.sentence("en")


def test_a_wrong_circle_is_refused(circle: Compass) -> None:
    with pytest.raises(StatisticsError, match="no_quarters"):
        compass([], ())
    with pytest.raises(StatisticsError, match="double_theme"):
        compass([], (Quarter("a", ("x",)), Quarter("b", ("x",))))
    with pytest.raises(StatisticsError, match="other_quarters"):
        compare(circle, compass([], QUARTERS[:2]))
