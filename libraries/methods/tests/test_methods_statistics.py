"""Neighbourhood figures, compared and combined."""

import pytest

from samenspel_methods.statistics import (
    Deviation,
    Direction,
    compass_score,
    deviation,
    mean_distance,
    suppress,
    total,
    weighted_mean,
)
from samenspel_methods.statistics.errors import StatisticsError


def test_the_city_is_100_and_the_usual_distance_is_k() -> None:
    spread = mean_distance([10.0, 20.0, 30.0, 40.0], 25.0)
    assert spread == 10.0
    assert compass_score(25.0, 25.0, spread) == 100.0
    assert compass_score(35.0, 25.0, spread, Direction.HIGHER_BETTER) == 120.0
    assert compass_score(35.0, 25.0, spread, Direction.LOWER_BETTER) == 80.0


@pytest.mark.parametrize(("value", "score"), [(1e9, 160.0), (-1e9, 40.0), (55.0, 160.0), (54.0, 158.0)])
def test_the_score_stays_on_the_scale(value: float, score: float) -> None:
    assert compass_score(value, 25.0, 10.0) == score


def test_equal_areas_are_all_100() -> None:
    assert compass_score(7.0, 7.0, mean_distance([7.0, 7.0], 7.0)) == 100.0


def test_no_values_is_no_mean_distance() -> None:
    with pytest.raises(StatisticsError, match="no_values"):
        mean_distance([], 1.0)


def test_deviation_in_points_and_per_cent() -> None:
    assert deviation(28.0, 20.0) == Deviation(8.0, 40.0)
    assert deviation(0.5, 0.0) == Deviation(0.5, None)


def test_shares_are_weighed_and_counts_added() -> None:
    both = weighted_mean([71.0, 77.0], [12_145, 9_900])
    assert both is not None
    assert round(both.value, 2) == 73.69
    assert total([12_145, 9_900]) == 22_045
    assert total([12_145, None]) is None
    assert total([]) is None


def test_missing_values_lower_the_coverage() -> None:
    half = weighted_mean([10.0, None], [30, 10])
    assert half is not None
    assert (half.value, half.coverage) == (10.0, 0.75)
    assert weighted_mean([None], [5]) is None


def test_wrong_weights_are_refused() -> None:
    with pytest.raises(StatisticsError, match="weights_differ"):
        weighted_mean([1.0], [])
    with pytest.raises(StatisticsError, match="negative_weight"):
        weighted_mean([1.0], [-1])


def test_small_numbers_are_hidden_with_one_companion() -> None:
    assert suppress({"a": 3, "b": 40, "c": 12, "d": 0}) == {"a": None, "b": 40, "c": None, "d": 0}
    assert suppress({"a": 3, "b": 40}, total_known=False) == {"a": None, "b": 40}
    assert suppress({"a": 10, "b": 0}) == {"a": 10, "b": 0}
