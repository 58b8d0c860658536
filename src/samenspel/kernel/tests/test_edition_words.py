"""What an edition page says for what is kept in the edition."""

from typing import Any

import pytest

from samenspel.kernel.handover.saying import said_as


@pytest.mark.parametrize(("field", "value", "said"), [
    ("ballots", 27199, "27.199"), ("value", "27199", "27.199"), ("value", "1234.50", "1.234,50"),
    ("deviation", -3, "\u22123"), ("year", 2026, "2026"), ("period", "2024", "2024"), ("value", "onbekend", "onbekend"),
    ("due", "2027-01-18", "18 januari 2027"), ("due", "2027-99-99", "2027-99-99"), ("code", "PR-7K4R", "PR-7K4R"),
])  # fmt: skip
def test_quantities_and_days_are_written_as_people_do(field: str, value: Any, said: str) -> None:
    assert said_as(field, value) == said
