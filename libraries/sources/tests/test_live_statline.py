"""CBS StatLine by both versions, and what CBS keeps for others, from recorded answers."""

import json
from collections.abc import Callable, Iterator, Mapping

import pytest
from libraries.sources.tests.recorded import cells, changed, recorded, with_body

from samenspel_sources import SourceError
from samenspel_sources.grid import NOT_APPLICABLE, NOT_YET, SECRET, Grid, Row
from samenspel_sources.iv3 import Line
from samenspel_sources.statline import V3, V4, ThirdParties
from samenspel_sources.transport import Answer


def read(grids: Iterator[Grid]) -> list[Row]:
    return [row for grid in grids for row in grid.rows]


def test_long_observations_become_a_wide_row_over_all_pages() -> None:
    (grid,) = V4(recorded("statline-v4")).figures("83765NED", within="NL00")
    (row,) = list(grid.rows)
    assert (row.code, row.name, row.kind, row.cells[:3]) == (
        "NL00",
        "Nederland",
        "country",
        ("17081507", "8475102", "8606405"),
    )
    assert row.cells[5] == "4214276"  # on the second page
    assert (grid.origin.period, grid.origin.area_year, grid.origin.licence) == ("2017", 2017, "CC BY 4.0")
    assert grid.report.sentences() == [
        "Wij lazen 1 regels.",
        "Bij 1 gebieden stonden spaties of kleine letters in de code. Die zijn rechtgezet.",
    ]


def test_measures_know_their_groups() -> None:
    (grid,) = V4(recorded("statline-v4")).figures("83765NED", within="NL00")
    twice = [column for column in grid.columns if column.title == "Appartement"]
    assert [(column.unit, column.group[0]) for column in twice] == [("kWh", "Energie"), ("m³", "Energie")]
    assert {column.group[1] for column in twice} == {"Gemiddeld elektriciteitsverbruik", "Gemiddeld aardgasverbruik"}
    assert grid.columns[0].group == ("Bevolking",) and grid.columns[0].decimals == 0


def test_what_is_missing_keeps_its_reason() -> None:
    (grid,) = V4(recorded("statline-v4")).figures("86165NED", within="WK030800")
    row = next(iter(grid.rows))
    marks = dict(zip((column.title + column.unit for column in grid.columns), row.cells, strict=True))
    assert (marks["AppartementkWh"], marks["Appartementm³"]) == (NOT_YET, SECRET)
    assert marks["15 tot 25 jaaraantal"] == NOT_APPLICABLE
    assert "zoekgeraakt" in " ".join(grid.report.sentences())


def test_a_wide_page_streams_with_names_and_groups() -> None:
    (grid,) = V3(recorded("statline-v3")).figures("84799NED", within="GM0363")
    rows = list(grid.rows)
    assert [(row.code, row.name, row.parent) for row in rows][1:] == [
        ("WK036331", "Indische Buurt West", "GM0363"),
        ("BU03633100", "Noordwestkwadrant Indische buurt Noord", "WK036331"),
    ]
    keys = [column.key for column in grid.columns]
    assert "Gemeentenaam_1" not in keys and "MeestVoorkomendePostcode_113" not in keys  # words, no figures
    assert rows[2].cells[keys.index("AantalInwoners_5")] == "3805"
    assert rows[2].cells[keys.index("GemiddeldInkomenPerInwoner_72")] == ""
    assert grid.columns[keys.index("Appartement_56")].group[1] == "Gemiddeld aardgasverbruik"
    assert grid.columns[keys.index("GemiddeldInkomenPerInwoner_72")].unit == "x 1 000 euro"


def test_filters_keep_the_padding_of_the_source() -> None:
    asked: list[str] = []

    def noted(answer: Answer) -> Answer:
        asked.append(answer.url)
        return answer

    read(ThirdParties(changed(recorded("dataderden"), "", noted)).figures("47018NED", within="BU03080000"))
    assert any("SoortMisdrijf%20eq%20'0.0.0%20'" in url for url in asked)


def test_each_period_is_a_grid_and_each_kind_a_column() -> None:
    first, second = ThirdParties(recorded("dataderden")).figures("47018NED", within="BU03080000")
    assert (first.origin.period, second.origin.period, first.origin.credit) == ("2024", "2025", "Politie")
    assert [column.group for column in first.columns] == [("Totaal misdrijven",), ("Diefstal/inbraak woning",)]
    key = "GeregistreerdeMisdrijven_1|"
    assert cells(first, "BU03080000") == {key + "0.0.0": "196", key + "1.1.1": "3"}
    assert cells(second, "BU03080000")[key + "1.1.1"] == ""


def test_a_budget_is_summed_by_task() -> None:
    told = ThirdParties(recorded("dataderden")).budget("GM1680", 2025, "begroting")
    assert told == (
        Line("Aa en Hunze", 2025, "begroting", "0.1", "Bestuur", 1358, 20),
        Line("Aa en Hunze", 2025, "begroting", "6.1", "Samenkracht en burgerparticipatie", 900, 0),
    )


def offline(url: str, params: Mapping[str, str]) -> Answer:
    raise SourceError("transport", "unreachable", host="x")


def test_the_table_of_a_year_comes_from_its_title() -> None:
    assert V4(recorded("statline-v4")).kwb(2022) == "85318NED"  # the newest of two
    assert V3(recorded("statline-v3")).kwb(2025) == "86165NED"
    assert V4(offline).kwb(2007) == "81903NED" and V4(offline).kwb(2013) == "82339NED"
    with pytest.raises(SourceError, match="no_kwb"):
        V4(offline).kwb(1999)


def test_the_catalogue_is_searched_by_words() -> None:
    found = [table.id for table in V4(recorded("statline-v4")).tables("Wijken KERNCIJFERS")]
    assert found == ["86165NED", "85984NED", "84987NED", "85318NED"]


OTHER = b'{"value": [{"ID": 1, "RegioS": "GM0363    ", "Bevolking_1": 5}]}'


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        ("TypedDataSet", with_body(OTHER), "other_columns"),
        ("TypedDataSet", with_body(b'{"value": []}'), "no_rows"),
        ("TypedDataSet", with_body(b"<?xml version='1.0'?><feed/>"), "xml"),
        ("TypedDataSet", with_body(b'{"value": [{"ID": 1,'), "cut_off"),
        ("TypedDataSet", with_body(b"query returns more than 10000 records", 500), "too_many"),
        ("$skip=1", with_body(b"", 404), "half"),
        ("/WijkenEnBuurten", with_body(b'{"value": []}'), "no_area"),
        ("DataProperties", with_body(b'{"value": []}'), "no_regions"),
        ("DataProperties", with_body(b'{"waarde": []}'), "other_form"),
        ("TableInfos", with_body(b"{}", 404), "gone"),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_is_half(part: str, change: Callable[[Answer], Answer], code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(V3(changed(recorded("statline-v3"), part, change)).figures("84799NED", within="GM0363"))
    assert caught.value.code == code
    assert all(len(caught.value.sentence(language)) > 40 for language in ("nl", "en"))


@pytest.mark.parametrize(
    ("table", "within", "period", "code"),
    [
        ("83765NED", "GM99", "", "bad_area"),
        ("83765NED", "GM0363') or (1 eq 1", "", "bad_area"),
        ("../x", "", "", "bad_table"),
        ("kwb", "", "", "kwb_year"),
        ("83765NED", "NL00", "2020", "other_period"),
    ],
)
def test_questions_that_make_no_sense(table: str, within: str, period: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(V4(recorded("statline-v4")).figures(table, within=within, period=period))
    assert caught.value.code == code and len(caught.value.sentence()) > 40


@pytest.mark.parametrize("body", [OTHER, b'{"value": [{"Measure": "T001036", "WijkenEnBuurten": null}]}'])
def test_observations_of_another_table_are_refused(body: bytes) -> None:
    fetch = changed(recorded("statline-v4"), "/Observations", with_body(body))
    with pytest.raises(SourceError, match="other_columns"):
        read(V4(fetch).figures("83765NED", within="NL00"))


def test_a_table_that_would_be_too_wide_is_refused() -> None:
    many = json.dumps({"value": [{"Key": f"{number}   ", "Title": "x"} for number in range(2000)]}).encode()
    fetch = changed(recorded("dataderden"), "/SoortMisdrijf", with_body(many))
    assert len(next(ThirdParties(fetch).figures("47018NED", within="BU03080000")).columns) == 2000
    wider = json.dumps({"value": [{"Key": f"{number}   ", "Title": "x"} for number in range(4000)]}).encode()
    with pytest.raises(SourceError, match="too_wide"):
        list(ThirdParties(changed(recorded("dataderden"), "/SoortMisdrijf", with_body(wider))).figures("47018NED"))
