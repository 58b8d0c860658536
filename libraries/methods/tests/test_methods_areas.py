"""Areas combined, codes that change, and lines over the years."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods.statistics import suppress
from samenspel_methods.statistics.combine import Link, Part, combine, through
from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.trend import Flag, Point, between, series, trend

HALF = Fraction(1, 2)
counts = st.integers(0, 10_000)


def test_counts_add_up_and_a_part_is_not_the_whole() -> None:
    assert combine([Part(12_145), Part(9_900)], "sum").value == 22_045
    missing = combine([Part(12_145), Part(None)], "sum")
    assert (missing.value, missing.coverage, missing.said.code) == (None, HALF, "sum_part_missing")


def test_a_share_is_weighed_by_what_it_is_a_share_of() -> None:
    rented = combine([Part(71, 6_000), Part(77, 5_000)], "weighted", weight="dwellings")
    assert rented.value == Fraction(71 * 6_000 + 77 * 5_000, 11_000)
    assert rented.rounded(1) == Decimal("73.7") and rented.said.params["weight"] == "dwellings"


def test_what_is_missing_lowers_the_coverage() -> None:
    half = combine([Part(Decimal("10.5"), 30), Part(None, 10)], "weighted", weight="people")
    assert (half.value, half.coverage, half.said.code) == (Fraction(21, 2), Fraction(3, 4), "weighted_part")
    assert combine([Part(None, 3), Part(None, 4)], "weighted", weight="people").said.code == "nothing_to_combine"


def test_without_the_weight_of_every_area_there_is_no_mean() -> None:
    assert combine([Part(1, 5), Part(2)], "weighted", weight="people").said.code == "weight_missing"


def test_medians_are_never_combined_and_one_area_is_passed_on() -> None:
    assert combine([Part(300), Part(310)], "none").said.code == "apart"
    alone = combine([Part(Decimal("31.9"))], "none")
    assert (alone.value, alone.combined, alone.said.code) == (Fraction(319, 10), False, "straight")
    assert combine([Part(300, share=HALF)], "none").value is None


@given(st.lists(st.tuples(counts, st.integers(1, 999)), min_size=1, max_size=9))
def test_a_weighted_mean_lies_between_and_equals_numerator_by_denominator(rows: list[tuple[int, int]]) -> None:
    found = combine([Part(value, load) for value, load in rows], "weighted", weight="people")
    assert found.value is not None and min(v for v, _ in rows) <= found.value <= max(v for v, _ in rows)
    assert found.value == Fraction(sum(v * w for v, w in rows), sum(w for _, w in rows))


@given(st.lists(counts, min_size=1, max_size=6), st.lists(st.integers(1, 9), min_size=2, max_size=4))
def test_nobody_is_lost_in_a_change_of_codes(olds: list[int], cut: list[int]) -> None:
    figures = {f"old{at}": Part(count) for at, count in enumerate(olds)}
    links = [Link(old, f"new{at}", Fraction(part, sum(cut))) for old in figures for at, part in enumerate(cut)]
    found = through(figures, links, "sum")
    assert sum((each.value or 0 for each in found.values()), Fraction(0)) == sum(olds)


def test_a_new_code_keeps_its_figure_and_a_split_is_estimated() -> None:
    links = [Link("BU03633100", "BU0363MF01"), Link("a", "b", HALF), Link("a", "c", Fraction(1, 4))]
    found = through({"BU03633100": Part(53), "a": Part(80, 200)}, links, "none")
    assert found["BU0363MF01"].value == 53 and found["b"].said.code == "apart"
    assert through({"a": Part(80)}, links[1:], "sum")["c"].value == 20
    assert through({"a": Part(80, 200)}, links[1:], "weighted", weight="people")["b"].value == 80
    assert through({}, links[1:], "sum")["b"].value is None


LINKS = [Link("a", "b"), Link("a", "c", HALF)]
WRONG: list[tuple[Any, str]] = [
    (lambda: combine([], "sum"), "no_parts"),
    (lambda: combine([Part(1)], "mean"), "unknown_how"),  # type: ignore[arg-type]
    (lambda: combine([Part(1, share=Fraction(2))], "sum"), "share_outside"),
    (lambda: combine([Part(1, -1)], "sum"), "negative_weight"),
    (lambda: combine([Part(1, 1)], "weighted"), "weight_unnamed"),
    (lambda: through({}, LINKS, "sum"), "parts_above_whole"),
    (lambda: through({}, [Link("a", "b", HALF)] * 2, "sum"), "double_link"),
    (lambda: series([Point("2020", 1), Point("2020", 2)]), "double_period"),
    (lambda: series([Point("2020", 1, margin=-1)]), "negative_margin"),
]


@pytest.mark.parametrize(("call", "code"), WRONG, ids=[code for _, code in WRONG])
def test_wrong_input_is_refused(call: Any, code: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        call()
    assert refused.value.code == code and refused.value.sentence() and refused.value.sentence("en")


def test_a_line_stops_at_a_break_and_runs_through_a_new_code() -> None:
    line = series([
        Point("2024", 9, flags=frozenset({Flag.CODE_CHANGE, Flag.COMBINED})), Point("2020", 5),
        Point("2022", 8, flags=frozenset({Flag.BREAK})), Point("2021", None), Point("2023", None),
    ])  # fmt: skip
    assert [[point.period for point in part] for part in line.stretches] == [["2020", "2021"], ["2022", "2023", "2024"]]
    assert [each.code for each in line.said] == ["flag_code_change", "flag_break", "flag_combined", "gaps"]
    found = trend(line)
    assert found.word == "up" and found.change == 1 and found.said.params == {"first": "2022", "last": "2024"}


def test_a_trend_needs_two_years_after_the_break() -> None:
    line = series([Point("2020", 5), Point("2021", 6), Point("2022", 8, flags=frozenset({Flag.MODEL_CHANGE}))])
    assert trend(line).said.code == trend(series([])).said.code == "trend_too_short"


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [
        (Point("a", 100, rounding=5), Point("b", 105, rounding=5), "same"),
        (Point("a", 100, rounding=5), Point("b", 110, rounding=5), "up"),
        (Point("a", Decimal("7.0"), margin=Decimal("0.3")), Point("b", Decimal("6.6"), margin=Decimal("0.4")), "same"),
        (Point("a", Decimal("7.0"), margin=Decimal("0.3")), Point("b", Decimal("6.4"), margin=Decimal("0.4")), "down"),
        (Point("a", Decimal("0.1")), Point("b", Decimal("0.1")), "same"),
        (Point("a", 1), Point("b", 2), "up"),
        (Point("a", None), Point("b", 2), "unknown"),
    ],
)
def test_up_down_or_about_the_same(first: Point, last: Point, word: str) -> None:
    assert between(first, last).word == word


def test_two_small_counts_that_tell_on_each_other_take_a_third() -> None:
    assert suppress({"a": 1, "b": 1, "c": 12, "d": 50}) == {"a": None, "b": None, "c": None, "d": 50}


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 40), max_size=8))
def test_what_is_hidden_cannot_be_subtracted(counts: dict[int, int]) -> None:
    shown = suppress(counts)
    hidden = [counts[key] for key, n in shown.items() if n is None]
    assert all(n == 0 or n >= 10 for n in shown.values() if n is not None)
    if hidden and any(shown.values()):
        assert len(hidden) > 1 and sum(hidden) >= 10
