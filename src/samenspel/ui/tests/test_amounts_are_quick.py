"""A long text in a field for money is refused at once: no pattern may chew on it."""

import time

import pytest
from django.core.exceptions import ValidationError

from samenspel.ui.forms.fields import parse_cents


@pytest.mark.parametrize("text", ["1" + " " * 900_000 + "1", " " * 900_000, "€" * 900_000, "1," + "-" * 900_000])
def test_a_long_text_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(ValidationError):
        parse_cents(text)
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize(
    ("text", "cents"),
    [("€ 1.250,50", 125050), ("1250 euro", 125000), ("-€ 5", -500), ("€ -5,00", -500), ("12,-", 1200)],
)
def test_amounts_as_people_write_them(text: str, cents: int) -> None:
    assert parse_cents(text) == cents
