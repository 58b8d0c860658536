"""Codes, names and changes of areas."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_sources import SourceError
from samenspel_sources.areas import (
    Change,
    Crosswalk,
    Validity,
    area_code,
    builtin_changes,
    change,
    custom_area,
    inhabitants,
    kind_of,
    municipal,
    municipalities,
    municipality,
    municipality_of,
    named,
    parent_of,
    pseudo,
    within,
)

INDISCHE_BUURT = {
    "BU0363MF01": "BU03633100", "BU0363MF02": "BU03633101", "BU0363MF03": "BU03633102", "BU0363MG01": "BU03633200",
    "BU0363MG02": "BU03633202", "BU0363MG03": "BU03633201", "BU0363MG04": "BU03633203",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("GM0363    ", "", "GM0363"),
        (" bu0363mf01", "", "BU0363MF01"),
        ("00140000", "", "BU00140000"),
        ("0363MF", "", "WK0363MF"),
        ("363", "municipality", "GM0363"),
        ("14.0", "municipality", "GM0014"),
        ("140000.0", "neighbourhood", "BU00140000"),
        ('"0344"', "", "GM0344"),
        ("NL01      ", "", "NL00"),
        ("NL", "country", "NL00"),
        ("PV26", "", "PV26"),
    ],
)
def test_codes_are_read_in_every_form(text: str, kind: str, expected: str) -> None:
    assert area_code(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("", "", "bad_code"),
        ("Amsterdam", "", "bad_code"),
        ("363", "", "bad_code"),
        ("BU036331001", "", "bad_code"),
        ("-5", "ward", "bad_code"),
        ("GM0363", "ward", "wrong_kind"),
    ],
)
def test_what_is_no_code_is_said(text: str, kind: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        area_code(text, kind)
    assert caught.value.code == code
    assert caught.value.sentence("nl") != caught.value.sentence("en")


@given(st.from_regex(r"(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})", fullmatch=True).filter(str.isascii))
def test_a_full_code_stays_and_lies_in_its_parents(code: str) -> None:
    assert area_code(area_code(code.lower() + "  ")) == code
    assert within(code, municipality_of(code)) and within(code, "NL00")
    assert parent_of(parent_of(parent_of(code))) in ("NL00", "")


def test_codes_with_letters_have_a_kind_and_a_place() -> None:
    assert [kind_of(code) for code in ("BU0363MF01", "WK0363MF", "NL01", "LD01")] == [
        "neighbourhood", "ward", "country", "other",
    ]  # fmt: skip
    assert (municipality_of("BU0363MF01"), parent_of("BU0363MF01")) == ("GM0363", "WK0363MF")
    assert not within("BU0363MF01", "WK0363MG")


def test_areas_where_nobody_lives_are_known() -> None:
    assert pseudo("BU00349998") == pseudo("BU00349997") == pseudo("WK003499", "Groot water") == "water"
    assert pseudo("BU09989999") == pseudo("GM0998") == pseudo("GM9999", "Buitenland") == "abroad"
    assert pseudo("BU00000000") == pseudo("X", "Gemeente onbekend") == "unknown"
    assert pseudo("BU00140000", "Binnenstad") == pseudo("BU00342201", "Waterwijk Noord") == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("'s-Gravenhage", "GM0518"), ("Den Haag", "GM0518"), ("’s-gravenhage", "GM0518"),
        ("DEN BOSCH", "GM0796"), ("gemeente Utrecht", "GM0344"), ("Utrecht (gemeente)", "GM0344"),
        ("Hengelo", "GM0164"), ("Hengelo (O.)", "GM0164"), ("Laren", "GM0417"), ("Laren (NH.)", "GM0417"),
        ("Rijswijk", "GM0603"), ("Rijswijk (ZH.)", "GM0603"), ("Beek (L.)", "GM0888"), ("Stein", "GM0971"),
        ("Middelburg (Z.)", "GM0687"), ("Bergen (NH.)", "GM0373"), ("Bergen (L.)", "GM0893"),
        ("Sudwest-Fryslan", "GM1900"), ("SÚDWEST-FRYSLÂN", "GM1900"), ("Capelle a/d IJssel", "GM0502"),
        ("Amsterdam (GM0363)", "GM0363"), ("  Aa en Hunze   ", "GM1680"),
    ],
)  # fmt: skip
def test_municipalities_by_name(name: str, code: str) -> None:
    assert municipality(name) == code


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [("Bergen", 0, "ambiguous_name"), ("Weesp", 2024, "other_year"), ("Nederland", 0, "unknown_name")],
)
def test_a_name_that_is_not_sure_is_not_guessed(name: str, year: int, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        municipality(name, year)
    assert caught.value.code == code
    assert caught.value.sentence() and caught.value.sentence("en")


def test_names_per_year() -> None:
    counts = {year: len(municipalities(year)) for year in (2017, 2019, 2020, 2021, 2022, 2023, 2025, 2030)}
    assert list(counts.values()) == [388, 355, 355, 352, 345, 342, 342, 342]
    assert municipality("Weesp", 2020) == "GM0457"
    assert named("Bergen") == ("GM0373", "GM0893")
    assert (inhabitants("GM0308", 2020), inhabitants("GM9999")) == (24868, None)


def test_the_indische_buurt_crosses_the_change_of_codes() -> None:
    crosswalk = Crosswalk(builtin_changes(), municipal().valid)
    for new, old in INDISCHE_BUURT.items():
        trace = crosswalk.trace(new, 2024, 2020)
        assert [(piece.code, piece.share) for piece in trace.pieces] == [(old, Fraction(1))]
        assert trace.whole and [piece.code for piece in crosswalk.trace(old, 2020, 2024).pieces] == [new]


def test_merged_municipalities_are_a_sum_of_whole_ones() -> None:
    crosswalk = Crosswalk(builtin_changes(), municipal().valid)
    assert {piece.code for piece in crosswalk.back("GM0363", 2024, 2020).pieces} == {"GM0363", "GM0457"}
    assert crosswalk.back("GM1982", 2025, 2020).whole
    assert not crosswalk.forward("GM0788", 2020, 2021).known  # Haaren was split; no table says how


def test_shares_multiply_through_the_years() -> None:
    half, third = Fraction(1, 2), Fraction(1, 3)
    crosswalk = Crosswalk(
        [
            Change("A", 2020, "B", 2021, half, "people"),
            Change("A", 2020, "C", 2021, half, "people"),
            Change("B", 2022, "D", 2023, third, "land"),
        ]
    )
    trace = crosswalk.forward("A", 2020, 2024)
    assert {piece.code: piece.share for piece in trace.pieces} == {"D": Fraction(1, 6), "C": half}
    assert not trace.known and trace.by == {"people", "land"}
    assert crosswalk.back("D", 2023, 2020).pieces[0].share == Fraction(1, 6)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_nothing_is_lost_in_a_complete_table(first: list[int], second: list[int]) -> None:
    changes = [Change("A", 2020, f"B{at}", 2021, Fraction(n, sum(first))) for at, n in enumerate(first)]
    changes += [Change("B0", 2022, f"C{at}", 2023, Fraction(n, sum(second))) for at, n in enumerate(second)]
    trace = Crosswalk(changes).forward("A", 2020, 2025)
    assert trace.known and sum(piece.share for piece in trace.pieces) == 1


def test_a_code_without_a_change_stays_unless_a_list_says_it_was_gone() -> None:
    lists = Validity.of({2020: ["BU1  ", "BU2"], 2024: ["BU1"]})
    assert Crosswalk([], lists.valid).trace("BU1", 2020, 2024).known
    assert not Crosswalk([], lists.valid).trace("BU2", 2020, 2024).known
    assert Crosswalk([], lists.valid).trace("BU2", 2020, 2022).known
    assert (lists.valid("GM1", 2020), lists.span("BU2"), lists.year_of(["BU1", "BU2"])) == (None, (2020, 2020), (2020,))
    assert lists.joined(Validity.of({2024: ["BU2"]})).valid("BU2", 2024)


@pytest.mark.parametrize(("text", "share"), [("1", 1), ("", 1), ("0,25", Fraction(1, 4)), ("25 %", Fraction(1, 4))])
def test_a_share_is_read_as_people_write_it(text: str, share: Fraction) -> None:
    assert change("BU03633100", 2022, "bu0363mf01", 2023, text).share == share


def test_impossible_changes_are_refused() -> None:
    for wrong, code in (("veel", "bad_share"), ("2", "bad_share"), ("0", "bad_share"), ("1/0", "bad_share")):
        with pytest.raises(SourceError, match=code):
            change("BU03633100", 2022, "BU0363MF01", 2023, wrong)
    with pytest.raises(SourceError, match="bad_years"):
        change("BU03633100", 2023, "BU0363MF01", 2022)
    with pytest.raises(SourceError, match="too_much"):
        Crosswalk([Change("A", 1, "B", 2), Change("A", 1, "C", 2)])


def test_an_area_of_ones_own() -> None:
    assert custom_area(["WK0363MG", " wk0363mf ", "WK0363MF"]) == ("WK0363MF", "WK0363MG")
    assert custom_area(["BU0363MF01", "WK0363MG"]) == ("BU0363MF01", "WK0363MG")


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ([], "empty"),
        (["WK0363MF", "BU0363MF01"], "overlap"),
        (["GM0363", "BU0363MF01"], "overlap"),
        (["NL00"], "not_part"),
        (["Oost"], "bad_code"),
        ([f"BU0363{n:04}" for n in range(501)], "too_many"),
    ],
)
def test_nobody_is_counted_twice(codes: list[str], code: str) -> None:
    with pytest.raises(SourceError) as caught:
        custom_area(codes)
    assert caught.value.code == code
    assert caught.value.sentence("nl") != caught.value.sentence("en")
