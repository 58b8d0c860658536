"""Cells and reports: what every reader of figures returns."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_sources import SourceError, Status
from samenspel_sources.grid import MISSING, NOT_APPLICABLE, NOT_YET, SECRET, Report, cell, is_cell, read_cell


@pytest.mark.parametrize("text", ["", "  ", ".", "NULL", "NaN", "-", "-99999", "-99999.0", "-99999999", "onbekend"])
def test_what_is_missing_is_missing(text: str) -> None:
    assert cell(text) == MISSING
    assert read_cell(cell(text)) == (None, Status.MISSING)


@pytest.mark.parametrize(
    ("text", "mark"), [("-99995", NOT_YET), ("-99997.0", SECRET), ("x", SECRET), ("nvt", NOT_APPLICABLE)]
)
def test_marks_say_why_there_is_no_number(text: str, mark: str) -> None:
    assert cell(text) == mark
    assert read_cell(mark)[0] is None


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("17081507.0", ".", "17081507"),
        ('"     3.8"', ".", "3.8"),
        ("-0.210", ".", "-0.21"),
        ("-0", ".", "0"),
        ("1,234", ".", "1234"),
        ("1.234", ",", "1234"),
        ("1.234.567,80", ",", "1234567.8"),
        ("1 234", ".", "1234"),
        ("1e+05", ".", "100000"),
        ("12 %", ".", "12"),
        ("2019*", ".", "2019"),
        (",5", ",", "0.5"),
    ],
)
def test_numbers_are_written_in_one_way(text: str, decimal: str, expected: str) -> None:
    assert cell(text, decimal) == expected


@pytest.mark.parametrize("text", ["aap", "1,2,3", "12,5", "1.2.3", "--5", "9" * 100])
def test_anything_else_is_no_figure(text: str) -> None:
    assert not is_cell(text)
    with pytest.raises(SourceError, match="not_a_number"):
        cell(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_number_comes_back_as_it_was(number: Decimal) -> None:
    if not -100_000 < number < -99_000:
        assert read_cell(cell(str(number)))[0] == number
        assert read_cell(cell(str(number).replace(".", ","), ","))[0] == number


@given(st.text(max_size=20), st.sampled_from([".", ","]))
def test_any_text_is_a_cell_or_refused(text: str, decimal: str) -> None:
    if is_cell(text, decimal):
        found = cell(text, decimal)
        assert found in (NOT_YET, SECRET, NOT_APPLICABLE) or cell(found) == found
        read_cell(found)


def test_a_report_counts_all_and_keeps_some() -> None:
    report = Report()
    for line in range(700):
        report.refuse(line, "no_code")
    report.count("padded_codes", times=3)
    assert report.refused_count == 700
    assert len(report.refused) == 500
    assert [repair.params for repair in report.repaired] == [{"count": 3}]
    assert "200" in report.sentences("en")[-1]
