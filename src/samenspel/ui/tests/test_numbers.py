"""Numbers as people read them."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from samenspel.ui.numbers import decimals, euro, number, percent


@pytest.mark.parametrize(
    ("cents", "shown"),
    [
        (0, "€ 0"),
        (125000, "€ 1.250"),
        (125050, "€ 1.250,50"),
        (5, "€ 0,05"),
        (-125050, "−€ 1.250,50"),
        (123_456_789_012, "€ 1.234.567.890,12"),
        (None, "geen cijfer"),
    ],
)
def test_euro_in_dutch(cents: int | None, shown: str) -> None:
    with override("nl"):
        assert euro(cents).replace("\u00a0", " ") == shown


def test_euro_in_english() -> None:
    with override("en"):
        assert euro(125050) == "€1,250.50"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (22045, "22.045"),
        (3.10, "3,1"),
        (0.125, "0,13"),
        (-1234.5, "−1.234,5"),
        (Decimal("1E3"), "1.000"),
        (float("nan"), "geen cijfer"),
        (None, "geen cijfer"),
        ("", "geen cijfer"),
    ],
)
def test_number_in_dutch(value: object, shown: str) -> None:
    with override("nl"):
        assert number(value) == shown


def test_percent_takes_a_share_or_a_percentage() -> None:
    with override("nl"):
        assert (percent(0.284), percent(28.4, 1), percent(None)) == ("28,4%", "28,4%", "geen cijfer")


def test_decimals_are_alike_in_a_row() -> None:
    assert decimals([31.4, 25.0, None]) == 1
    assert decimals([31, 25.0]) == 0
    assert decimals([1 / 3]) == 2


def test_filters_never_show_a_missing_number_as_zero() -> None:
    with override("nl"):
        text = Template("{% load ui %}{{ no|euro }} {{ no|number }} {{ no|percent }}").render(Context({"no": None}))
    assert "0" not in text


def test_an_amount_stands_apart_between_arabic_words() -> None:
    with override("ar"):
        assert euro(2_000_000) == "\u2066€\u00a020.000\u2069"
