"""What real files are recognised as, and what is in them."""

import pytest
from libraries.sources.tests.files import FOLDER, codes, data, read, rows

from samenspel_sources.recognise import Hints, Kind, Recognised, recognise_together

KINDS = {
    "47018NED_misdrijven_2024_buurten.csv": (Kind.FIGURES, 11, 1, "2024"),
    "84799NED_kwb2020_TypedDataSet.csv": (Kind.FIGURES, 6, 112, "2020"),
    "85163NED_ses_woa_amsterdam_2019.csv": (Kind.FIGURES, 7, 6, "2019"),
    "85984NED_kwb2024_selectie.json": (Kind.FIGURES, 6, 8, "2024"),
    "amsterdam_Kerncijfers_wijken_en_buurten_2020.csv": (Kind.FIGURES, 8, 20, "2020"),
    "amsterdam_proximity_to_facilities_2024.csv": (Kind.FIGURES, 8, 8, "2024"),
    "gemeentefonds_S2024_2025.csv": (Kind.FIGURES, 5, 13, ""),
    "gemeenteklassen_2025.csv": (Kind.FIGURES, 19, 1, "2025"),
    "leefbaarometer2_wijk.json": (Kind.FIGURES, 5, 15, ""),
    "rivm_gezondheid2020_18plus.csv": (Kind.FIGURES, 6, 35, "2020"),
    "tmap_2022_wijken.csv": (Kind.FIGURES, 5, 14, "2022"),
    "odata_v3_TypedDataSet.json": (Kind.FIGURES, 5, 16, ""),
    "odata_v4_Observations.json": (Kind.FIGURES, 1, 6, ""),
    "pdok_wijkenbuurten_2025_baarn.geojson": (Kind.BOUNDARIES_WITH_FIGURES, 1, 214, "2024"),
    "leefbaarometer_2024_buurten.geojson": (Kind.BOUNDARIES_WITH_FIGURES, 5, 17, "2024"),
    "gemeenten_2023_pdok.geojson": (Kind.BOUNDARIES_WITH_FIGURES, 2, 31, "2023"),
}
OTHERS = {
    "84799NED_kwb2020_WijkenEnBuurten.csv": (Kind.AREA_CODES, "areas", 6),
    "83765NED_2017_WijkenEnBuurtenCodes.csv": (Kind.AREA_CODES, "areas", 11),
    "CBS_BUURT2025.csv": (Kind.AREA_CODES, "areas", 11),
    "CBS_GEM2025.csv": (Kind.AREA_CODES, "areas", 11),
    "amsterdam_buurten_2015_2022.csv": (Kind.CROSSWALK, "changes", 7),
    "amsterdam_subsidieregister.csv": (Kind.GRANTS, "grants", 10),
    "iv3_2025_begroting.csv": (Kind.BUDGET, "budget", 12),
    "amsterdam_22gebieden_2019.geojson": (Kind.BOUNDARIES, "outlines", 4),
    "amsterdam_buurten_2024.geojson": (Kind.BOUNDARIES, "outlines", 3),
    "utrecht_buurt_2014.geojson": (Kind.BOUNDARIES, "outlines", 4),
    "84799NED_kwb2020_DataProperties.json": (Kind.METADATA, "columns", 6),
    "odata_v4_MeasureCodes.json": (Kind.METADATA, "columns", 6),
}


@pytest.mark.parametrize("name", KINDS)
def test_figures_are_told_from_their_content(name: str) -> None:
    found = read(name)
    (one,) = found.grids
    kind, areas, columns, period = KINDS[name]
    assert (found.kind, len(rows(one)), len(one.columns), one.origin.period) == (kind, areas, columns, period)
    assert {repair.code for repair in one.report.repaired} & {"period_unknown"} == (
        set() if period else {"period_unknown"}
    )


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_told_from_their_content(name: str) -> None:
    found = read(name)
    kind, what, count = OTHERS[name]
    assert (found.kind, len(getattr(found, what))) == (kind, count)
    assert found.why.sentence("nl") and found.why.sentence("en")


def test_every_small_file_is_tested() -> None:
    names = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    named = {
        "bbga_amsterdam.txt",
        "amsterdam_postcode6_naar_buurt_2021.csv",
        "45012NED_iv3_provincies2013_TypedDataSet.csv",
    }
    assert names == KINDS.keys() | OTHERS.keys() | named


def test_a_name_of_a_file_decides_nothing_but_the_period() -> None:
    for name, (kind, _, _, _) in KINDS.items():
        assert recognised_without_name(name).kind is kind


def recognised_without_name(name: str) -> Recognised:
    return recognise_together([("", data(name))])[0]


def test_padded_codes_are_stripped_and_counted() -> None:
    (one,) = read("84799NED_kwb2020_TypedDataSet.csv").grids
    found = rows(one)
    assert found["GM0363"].cells[1] == "872757"
    assert [(row.kind, row.parent) for row in found.values()][3] == ("neighbourhood", "WK036331")
    assert "padded_codes" in {repair.code for repair in one.report.repaired}


def test_the_country_has_one_code() -> None:
    assert "NL00" in rows(read("84799NED_kwb2020_TypedDataSet.csv").grids[0])
    assert "NL00" in rows(read("rivm_gezondheid2020_18plus.csv").grids[0])


def test_companions_give_columns_their_meaning() -> None:
    names = ("84799NED_kwb2020_TypedDataSet.csv", "84799NED_kwb2020_DataProperties.json")
    found = recognise_together([(name, data(name)) for name in names])
    (one,) = next(part for part in found if part.grids).grids
    told = {column.key: column for column in one.columns}
    assert (told["AantalInwoners_5"].title, told["AantalInwoners_5"].group) == ("Aantal inwoners", ("Bevolking",))
    assert told["Appartement_48"].unit == "kWh" and told["Appartement_56"].unit == "m³"
    assert one.origin.area_year == 2020


def test_observations_take_their_titles_from_measure_codes() -> None:
    names = ("odata_v4_Observations.json", "odata_v4_MeasureCodes.json")
    found = recognise_together([(name, data(name)) for name in names])
    (one,) = next(part for part in found if part.grids).grids
    assert one.columns[0].title == "Aantal inwoners"
    assert rows(one)["NL00"].cells[0] == "17081507"


def test_decimal_comma_and_point_in_one_file() -> None:
    (one,) = read("amsterdam_Kerncijfers_wijken_en_buurten_2020.csv").grids
    row = dict(zip([column.key for column in one.columns], rows(one)["WK036300"].cells, strict=True))
    assert (row["Avg_Household_Size"], row["Avg_Property_Value_1000EUR"]) == ("1.4", "469")


def test_figures_of_a_model_are_marked() -> None:
    assert all(column.modelled for column in read("rivm_gezondheid2020_18plus.csv").grids[0].columns)
    assert all(column.modelled for column in read("leefbaarometer_2024_buurten.geojson").grids[0].columns)


def test_statline_headers_give_title_unit_and_group() -> None:
    column = read("85163NED_ses_woa_amsterdam_2019.csv").grids[0].columns[1]
    assert (column.title, column.unit, column.group) == ("Waarde", "%", ("Opleidingsniveau", "Laag"))


def test_a_long_file_without_header_gives_a_grid_per_year() -> None:
    found = read("bbga_amsterdam.txt")
    assert [one.origin.period for one in found.grids] == ["2016", "2017"]
    assert [column.key for column in found.grids[0].columns] == ["BEV0_17", "BEV0_17_P", "BEVTOTAAL"]
    assert {row.code for row in found.grids[0].rows} == {"STAD", "DX13", "DX14"}
    assert found.grids[0].origin.area_scheme == "Amsterdam"


def test_secret_and_not_yet_are_no_numbers() -> None:
    (one,) = read("pdok_wijkenbuurten_2025_baarn.geojson").grids
    cells = next(iter(one.rows)).cells
    assert "n" in cells and not any(cell.startswith("-9999") for cell in cells)


def test_municipalities_by_name_get_their_code() -> None:
    found = rows(read("gemeenteklassen_2025.csv").grids[0])
    assert {"GM0518", "GM0344", "GM0164", "GM0373", "GM0893"} <= found.keys()


def test_codes_without_prefix_are_completed() -> None:
    found = read("CBS_BUURT2025.csv")
    assert (found.areas[0].code, found.areas[0].year, found.areas[0].name) == ("BU00140000", 2025, "Binnenstad-Noord")
    assert "codes_completed" in codes(found)


def test_old_codes_lead_to_new_ones() -> None:
    changes = {change.old: change.new for change in read("amsterdam_buurten_2015_2022.csv").changes}
    assert changes["BU03633100"] == "BU0363MF01" and changes["BU03633203"] == "BU0363MG04"


def test_postcodes_lead_to_areas() -> None:
    found = read("amsterdam_postcode6_naar_buurt_2021.csv")
    first = next(iter(found.postcodes))
    assert (found.kind, first.postcode, first.code) == (Kind.POSTCODES, "1011AB", "A04a")
    assert found.scheme == "Amsterdam"


def test_raw_iv3_is_added_up_by_task() -> None:
    lines = read("45012NED_iv3_provincies2013_TypedDataSet.csv").budget
    assert {(line.year, line.code) for line in lines} == {(2013, "1.0")}
    assert {line.document for line in lines} == {"begroting", "jaarrekening"}
    assert lines[0].spending == 3540


def test_codes_of_a_municipality_itself_say_whose_they_are() -> None:
    found = read("utrecht_buurt_2014.geojson")
    assert found.outlines[0].code == "BU03440111" and "local_codes_of" in codes(found)
    told = read("utrecht_buurt_2014.geojson", Hints(municipality="GM0363")).outlines[0]
    assert told.code == "BU03630111"


def test_abroad_is_no_area() -> None:
    found = read("gemeenten_2023_pdok.geojson")
    assert {outline.code for outline in found.outlines} == {"GM0014", "GM0344"}
    assert [refused.code for refused in found.report.refused] == ["abroad"]


def test_bare_numbers_with_names_of_provinces_are_provinces() -> None:
    lines = "Code;Naam;Aantal inwoners\n24;Flevoland;450000\n21;Friesland;660000\n27;Noord-Holland;2950000\n"
    (grid,) = recognise_together([("provincies-2024.csv", lines.encode())])[0].grids
    assert [row.code for row in grid.rows] == ["PV24", "PV21", "PV27"]


def test_an_unknown_municipality_is_no_area() -> None:
    lines = "Buurtcode;Aantal inwoners\nBU03440112;5210\nBU99999000;10\n"
    (found,) = recognise_together([("buurten-2024.csv", lines.encode())])
    assert [row.code for grid in found.grids for row in grid.rows] == ["BU03440112"]
    assert "abroad" in [refused.code for refused in found.report.refused]
