"""Marks, shares, response and waves: against the literature, numpy, and numbers worked out by hand."""

from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.survey import (
    Mark,
    Share,
    by_group,
    change_of_mark,
    change_of_share,
    mean_mark,
    response,
    share,
)  # fmt: skip
from samenspel_methods.statistics.survey.sampling import student
from samenspel_methods.statistics.survey.shares import wilson
from samenspel_methods.statistics.survey.weights import spread_of

MARKS = [7, 8, 6, 7, 9, 5, 8, 7, 7, 6]


def test_a_mean_mark_by_hand() -> None:
    """Sum 70, squared distances 0 1 1 0 4 4 1 0 0 1 = 12, s^2 = 12/9, error = sqrt(12/9/10), t(9) = 2.262."""
    mark = mean_mark([*MARKS, None])
    assert (mark.mean, mark.n, mark.skipped, mark.design_effect) == (7.0, 10, 1, 1.0)
    assert mark.error == pytest.approx((12 / 90) ** 0.5)
    assert mark.margin == pytest.approx(2.262 * (12 / 90) ** 0.5, abs=1e-3)


def test_asking_half_of_the_people_halves_the_variance() -> None:
    whole, half, all_of_them = (mean_mark(MARKS, population=size) for size in (None, 20, 10))
    assert whole.error and half.error and half.error**2 == pytest.approx(whole.error**2 / 2)
    assert all_of_them.error == 0.0


@pytest.mark.parametrize(
    ("freedom", "table"), [(5, 2.571), (9, 2.262), (19, 2.093), (29, 2.045), (99, 1.984), (1e9, 1.960)]
)
def test_student_as_in_the_tables(freedom: float, table: float) -> None:
    assert student(freedom) == pytest.approx(table, abs=1e-3)


def test_weighted_marks_as_numpy_has_them() -> None:
    draw = Random(5)
    marks = [draw.randint(1, 10) for _ in range(200)]
    weights = [draw.uniform(0.2, 4.0) for _ in marks]
    y, w = np.array(marks, float), np.array(weights)
    mean = np.average(y, weights=w)
    deff = 200 * (w**2).sum() / w.sum() ** 2
    variance = np.average((y - mean) ** 2, weights=w) * 200 / 199
    found = mean_mark(marks, weights, population=1000)
    assert found.mean == pytest.approx(float(mean)) and found.design_effect == pytest.approx(float(deff))
    assert found.error == pytest.approx(float(np.sqrt(variance / 200 * deff * 0.8)))


@given(st.lists(st.integers(1, 10), min_size=10, max_size=40), st.floats(0.01, 100))
def test_equal_weights_are_no_weights(marks: list[int], weight: float) -> None:
    plain, weighed = mean_mark(marks), mean_mark(marks, [weight] * len(marks))
    assert weighed.mean == pytest.approx(plain.mean) and weighed.margin == pytest.approx(plain.margin)
    assert plain.low is not None and plain.high is not None and 1 <= plain.low <= plain.high <= 10


def test_marks_of_few_people_tell_nothing_at_all() -> None:
    few = mean_mark(MARKS[:9])
    assert (few.mean, few.n, few.margin, few.low, few.skipped, few.said.code) == (
        None,
        None,
        None,
        None,
        None,
        "too_few",
    )
    assert share([True] * 9).n is None
    assert mean_mark(MARKS, [1.0] * 9 + [0.0]).mean is None  # a weight of zero is no answer


@pytest.mark.parametrize(
    ("yes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(yes: int, n: int, low: float, high: float) -> None:
    """Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3."""
    assert wilson(yes / n, n) == pytest.approx((low, high), abs=5e-5)


def test_the_difference_of_two_shares_as_published() -> None:
    """Newcombe, "Interval estimation for the difference between independent proportions", 1998, table II, method 10."""
    one, two = share([True] * 48 + [False] * 32), share([True] * 56 + [False] * 14)
    change = change_of_share(one, two)
    assert change.low == pytest.approx(0.0524, abs=5e-5) and change.high == pytest.approx(0.3339, abs=5e-5)
    assert change.word == "up"


@given(st.integers(0, 50), st.integers(10, 50))
def test_an_interval_holds_its_share(yes: int, n: int) -> None:
    found = share([at < yes for at in range(n)])
    assert found.share is not None and found.low is not None and found.high is not None
    assert 0 <= found.low <= found.share <= found.high <= 1


def test_a_share_of_everybody_is_certain() -> None:
    known = share([True] * 6 + [False] * 4, population=10)
    assert (known.share, known.low, known.high) == (0.6, 0.6, 0.6)


def test_the_response_by_the_simple_definition() -> None:
    found = response(1000, 380, partial=19, undeliverable=50)
    assert (found.asked, found.full, found.any) == (950, Fraction(380, 950), Fraction(399, 950))
    assert response(0, 80).full is None and response(0, 80).said.code == "open_survey"


def test_the_spread_of_weights_by_hand() -> None:
    """Weights 1 1 2: sum 4, squares 6, effective 16/6."""
    spread = spread_of([1.0, 1.0, 2.0, 0.0])
    assert (spread.n, spread.least, spread.most) == (3, 0.75, 1.5)
    assert spread.effective == pytest.approx(16 / 6) and spread.design_effect == pytest.approx(18 / 16)
    assert spread.variation**2 == pytest.approx(spread.design_effect - 1)


def test_a_wave_is_only_higher_when_the_margins_say_so() -> None:
    before, little, much = mean_mark(MARKS), mean_mark([*MARKS[:-1], 7]), mean_mark([9] * 9 + [10])
    assert [change_of_mark(before, other).word for other in (before, little, much)] == ["unclear", "unclear", "up"]
    assert change_of_mark(much, before).word == "down"
    assert change_of_mark(before, mean_mark([7])).word == "unknown"
    assert change_of_share(share([True] * 10), share([True])).word == "unknown"


def test_a_small_group_takes_another_with_it() -> None:
    groups = ["Oost"] * 30 + ["West"] * 12 + ["Zuid"] * 4 + [None] * 5
    found = by_group([7] * 51, groups, populations={"Oost": 60})
    assert [name for name, mark in found.items() if mark.mean is None] == ["West", "Zuid"]
    assert [found[name].said.code for name in ("West", "Zuid")] == ["hidden_for_other", "too_few"]
    assert found["Oost"].n == 30 and list(found) == ["Oost", "West", "Zuid"]


WRONG: list[tuple[Any, str]] = [
    (lambda: mean_mark([11] * 10), "mark_outside"),
    (lambda: mean_mark([0] * 10), "mark_outside"),
    (lambda: mean_mark(MARKS, minimum=1), "minimum_too_low"),
    (lambda: mean_mark(MARKS, [1.0]), "weights_differ"),
    (lambda: mean_mark(MARKS, [-1.0] * 10), "negative_weight"),
    (lambda: mean_mark(MARKS, [0.0] * 10), "no_weights"),
    (lambda: mean_mark(MARKS, [float("nan")] * 10), "not_finite"),
    (lambda: mean_mark(MARKS, population=9), "population_too_small"),
    (lambda: share([True], minimum=0), "minimum_too_low"),
    (lambda: wilson(1.5, 10), "share_impossible"),
    (lambda: response(10, 11), "more_answers_than_asked"),
    (lambda: response(10, -1), "negative_count"),
    (lambda: by_group([7], []), "groups_differ"),
]


@pytest.mark.parametrize(("call", "code"), WRONG, ids=[code for _, code in WRONG])
def test_wrong_answers_are_refused(call: Any, code: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        call()
    assert refused.value.code == code and refused.value.sentence() and refused.value.sentence("en")


def test_results_are_of_their_kinds() -> None:
    assert isinstance(mean_mark(MARKS), Mark) and isinstance(share([True] * 10), Share)
