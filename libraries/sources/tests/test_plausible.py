"""Good figures are never refused; figures that cannot be right are, with the reason."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel_sources.areas import municipalities
from samenspel_sources.catalogue import builtin, match
from samenspel_sources.grid import Column, Row, cell
from samenspel_sources.plausible import Finding, Totals, check

DATA = Path(__file__).parent / "data" / "figures"
Rows = list[Row]


def read(name: str) -> tuple[list[Column], Rows]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    rows = [Row(code, "", "", tuple(cell(text) for text in rest)) for code, *rest in lines]
    return [Column(key) for key in header[1:]], rows


def judged(columns: list[Column], rows: Rows, **more: object) -> tuple[Finding, ...]:
    catalogue = builtin()
    return check(columns, rows, match(columns, catalogue), catalogue, **more)  # type: ignore[arg-type]


def refused(found: tuple[Finding, ...]) -> dict[str, str]:
    return {one.indicator: one.code for one in found if one.refuses}


def changed(rows: Rows, when: Callable[[Row], bool], times: float) -> Rows:
    def cells(row: Row) -> tuple[str, ...]:
        return tuple(
            str(round(float(text) * times, 3)) if text not in ("", "n", "s", "x") else text for text in row.cells
        )

    return [Row(row.code, "", "", cells(row)) if when(row) else row for row in rows]


def crimes(per_thousand: float) -> tuple[list[Column], Rows]:
    """A table of neighbourhoods without any total, as if each municipality had one."""
    rows = [
        Row(f"BU{one.code[2:]}0000", "", "", (str(round(people * per_thousand / 1000)),))
        for one in municipalities(2024)
        for _year, people in one.inhabitants[-1:]
    ]
    return [Column("GeregistreerdeMisdrijven_1")], rows


def test_real_figures_pass_without_a_word() -> None:
    columns, rows = read("kwb_2020_baarn.csv")
    assert judged(columns, rows, period="2020") == ()


def test_the_crime_file_that_adds_totals_and_parts_is_refused() -> None:
    columns, rows = read("crime_2024_amsterdam_doubled.csv")
    (found,) = judged(columns, rows, period="2024")
    assert (found.code, found.severity, found.indicator) == ("rate_twice", "refuse", "crimes")
    assert "162.893" in found.sentence("nl") and "totalen en delen" in found.sentence("nl")
    assert "162,893" in found.sentence("en") and "not taken over" in found.sentence("en")
    assert judged(columns, changed(rows, lambda _row: True, 0.5), period="2024") == ()


@pytest.mark.parametrize(
    ("rate", "code"), [(45, ""), (70, ""), (89, "rate_twice"), (140, "rate_twice"), (400, "rate_high")]
)
def test_a_national_table_without_totals_is_held_against_its_people(rate: float, code: str) -> None:
    assert refused(judged(*crimes(rate), period="2024")).get("crimes", "") == code
    assert judged(*crimes(rate), period="2024MM06") == ()


def test_twice_everything_is_seen_by_how_many_people_there_are() -> None:
    columns, rows = read("kwb_2020_baarn.csv")
    found = refused(judged(columns, changed(rows, lambda _row: True, 2), period="2020"))
    assert found["inhabitants"] == "people_odd"
    assert found["households"] == found["cars"] == "rate_twice"


def test_totals_of_another_reading_show_a_double_count() -> None:
    columns, rows = read("crime_2024_amsterdam_doubled.csv")
    before = Totals("politie", "2023", {("crimes", "GM0363"): Decimal(80_000)})
    assert refused(judged(columns, rows, period="2024MM01", others=[before])) == {"crimes": "twice_other"}
    near = Totals("politie", "2023", {("crimes", "GM0363"): Decimal(150_000)})
    assert judged(columns, rows, period="2024MM01", others=[near]) == ()
    less = Totals("politie", "2023", {("crimes", "NL00"): Decimal(1)})
    assert judged(columns, rows, period="2024MM01", others=[less]) == ()


@pytest.mark.parametrize("level", ["BU", "WK"])
def test_parts_that_are_twice_their_total_are_refused(level: str) -> None:
    columns, rows = read("kwb_2020_baarn.csv")
    found = refused(judged(columns, changed(rows, lambda row: row.code.startswith(level), 2), period="2020"))
    assert found["inhabitants"] == "parts_twice"
    assert {"households", "cars", "age_65_plus_count"} <= set(found)


def test_secret_and_missing_parts_are_no_false_alarm() -> None:
    columns, rows = read("kwb_2020_baarn.csv")
    some = [
        Row(row.code, "", "", tuple("s" for _cell in row.cells)) if row.code.startswith("BU") and at % 2 else row
        for at, row in enumerate(rows)
    ]
    assert judged(columns, some, period="2020") == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(30, 4000), min_size=2, max_size=40), st.randoms(use_true_random=False))
def test_rounding_is_no_false_alarm_and_doubling_always_is(people: list[int], random: object) -> None:
    def rounded(number: int) -> int:
        return number // 5 * 5 + (5 if random.random() < number % 5 / 5 else 0)  # type: ignore[attr-defined]

    columns = [Column("AantalInwoners_5")]
    total = Row("GM0308", "", "", (str(sum(people)),))
    parts = [Row(f"BU0308{at:04}", "", "", (str(rounded(n)),)) for at, n in enumerate(people)]
    assert judged(columns, [total, *parts]) == ()
    assert refused(judged(columns, [total, *changed(parts, lambda _row: True, 2)])) == {"inhabitants": "parts_twice"}


def test_a_wrong_unit_is_seen_by_its_range() -> None:
    columns = [Column("Gemiddelde WOZ-waarde", unit="euro")]
    rows = [Row(f"BU0308000{at}", "", "", (str(300 + at),)) for at in range(5)]
    assert refused(judged(columns, rows)) == {"property_value": "out_of_range"}
    thousands = [Column("Gemiddelde WOZ-waarde van woningen", unit="x 1 000 euro")]
    assert judged(thousands, rows) == ()


def test_one_odd_figure_is_a_warning() -> None:
    rows = [Row(f"BU0308{at:04}", "", "", ("40",)) for at in range(60)]
    found = judged([Column("Koopwoningen (%)")], [*rows, Row("BU03089000", "", "", ("140",))])
    assert [(one.code, one.severity) for one in found] == [("out_of_range", "warn")]
    assert "BU03089000" in found[0].sentence()


def test_columns_that_do_not_belong_together_are_refused() -> None:
    columns = [
        Column(key)
        for key in ("percentage_koopwoningen", "percentage_huurwoningen", "percentage_woningen_met_eigendom_onbekend")
    ]
    good = [Row(f"BU0308000{at}", "", "", ("60", "39", "0")) for at in range(5)]
    wrong = [Row(f"BU0308000{at}", "", "", ("60", "80", "0")) for at in range(5)]
    assert judged(columns, good) == ()
    assert set(refused(judged(columns, wrong)).values()) == {"not_whole"}


def test_jumps_against_the_year_before() -> None:
    columns, rows = read("kwb_2020_baarn.csv")
    values = {("inhabitants", row.code): Decimal(row.cells[0]) for row in rows if row.cells[0]}
    assert judged(columns, rows, previous=Totals("CBS", "2019", values)) == ()
    thousands = {key: value / 1000 for key, value in values.items()}
    assert refused(judged(columns, rows, previous=Totals("CBS", "2019", thousands)))["inhabitants"] == "all_jump"
    first = next(row.code for row in rows if row.code.startswith("BU") and int(row.cells[0]) > 800)
    values["inhabitants", first] /= 4
    (found,) = judged(columns, rows, previous=Totals("CBS", "2019", values))
    assert (found.code, found.severity, found.params["example"]) == ("jump", "warn", first)


def test_the_country_is_held_against_what_it_can_be() -> None:
    columns = [Column("Eenzaam_28"), Column("GemiddeldInkomenPerInwoner_72", unit="euro")]
    found = judged(columns, [Row("NL01", "", "", ("12", "30.2"))], period="2020")
    assert {(one.indicator, one.code) for one in found} == {
        ("lonely", "national_odd"), ("income_per_inhabitant", "national_odd"),
    }  # fmt: skip
    assert refused(found) == {"income_per_inhabitant": "national_odd"}


def test_a_few_neighbourhoods_of_a_city_are_not_refused() -> None:
    columns, rows = [Column("AantalInwoners_5")], [Row("BU03440112", "", "", ("5210",))]
    city = Totals("CBS", "2023", {("inhabitants", "GM0344"): Decimal(367_000)})
    assert refused(judged(columns, rows, others=[city])) == {}
    whole = [Row("GM0344", "", "", ("5210",))]
    assert refused(judged(columns, whole, others=[city])) == {"inhabitants": "far_from_other"}


def test_columns_without_a_match_are_summed_too_when_they_are_numbers() -> None:
    columns = [Column("x_1", "Postzegels", "aantal", decimals=0)]
    rows = [Row("GM0308", "", "", ("1000",)), *(Row(f"BU0308000{at}", "", "", ("500",)) for at in range(4))]
    (found,) = judged(columns, rows)
    assert (found.code, found.indicator, found.name, found.column) == ("parts_twice", "", "Postzegels", 0)


def test_every_finding_has_its_sentences() -> None:
    from samenspel_sources import sentences

    package = "samenspel_sources.plausible"
    assert set(sentences(package, "nl")) == set(sentences(package, "en"))
