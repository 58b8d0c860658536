"""Limits of the classes on a map: numbers that people can say."""

from samenspel.stages.profile.views.pictures import limits


def test_limits_are_round_and_the_city_is_one_of_them() -> None:
    assert limits([28_800, 29_200, 30_400, 35_300, 38_800], 38_600) == [30_000, 32_500, 35_000, 38_600]


def test_limits_of_percentages_keep_their_place() -> None:
    assert limits([9.3, 20.2, 31.4], 18.4) == [10, 18.4, 30]


def test_equal_values_have_one_limit() -> None:
    assert limits([5.0, 5.0], None) == [5.0]


def test_without_a_city_the_steps_are_round() -> None:
    assert limits([1.0, 2.0], None) == [1.25, 1.5, 1.75, 2.0]
