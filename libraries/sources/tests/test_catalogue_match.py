"""The catalogue knows columns by title, unit and headings, in every form in which sources give them."""

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel_sources.catalogue import Matching, builtin, factor, match
from samenspel_sources.grid import Column

DATA = Path(__file__).parent / "data" / "figures"
KWB_EXCEL = (
    "gwb_code_10 gwb_code_8 regio gm_naam recs gwb_code ind_wbz a_inw a_man a_vrouw a_00_14 a_15_24 a_25_44 a_45_64 "
    "a_65_oo a_ongeh a_gehuwd a_geb p_geb a_ste p_ste a_hh a_1p_hh a_hh_z_k a_hh_m_k g_hhgro bev_dich a_woning g_woz "
    "p_1gezw p_mgezw p_leegsw p_koopw p_huurw p_wcorpw p_ov_hw p_e_o_w p_bjj2k p_bjo2k g_ele g_ele_ap g_ele_hu g_gas "
    "g_gas_ap g_gas_hu p_stadsv a_opl_lg a_opl_md a_opl_hg p_arb_pp p_arb_wn p_arb_zs a_inkont g_ink_po g_ink_pi "
    "p_ink_li p_ink_hi g_hh_sti p_hh_li p_hh_hi p_hh_lkk p_hh_osm p_hh_110 p_hh_120 m_hh_ver a_soz_wb a_soz_ao "
    "a_soz_ww a_soz_ow a_jz_tn p_jz_tn a_wmo_t p_wmo_t a_bedv a_bed_gi a_pau g_pau_hh g_pau_km a_m2w g_afs_hp g_afs_gs "
    "g_afs_kv g_afs_sc g_3km_sc a_opp_ha a_lan_ha a_wat_ha ste_mvs ste_oad"
)
MAP_2018 = (
    "BU_CODE BU_NAAM WK_CODE GM_CODE H2O POSTCODE OAD STED BEV_DICHTH AANT_INW AANT_MAN AANT_VROUW P_00_14_JR "
    "P_15_24_JR P_25_44_JR P_45_64_JR P_65_EO_JR AANTAL_HH P_EENP_HH P_HH_Z_K P_HH_M_K GEM_HH_GR OPP_TOT OPP_LAND"
)


def kwb(year: int) -> list[Column]:
    with (DATA / f"kwb_{year}_columns.csv").open(encoding="utf-8", newline="") as file:
        return [Column(r["key"], r["title"], r["unit"], tuple(r["group"].split(" > "))) for r in csv.DictReader(file)]


def named(*names: str) -> list[Column]:
    return [Column(name) for name in names]


def lines(name: str) -> list[Column]:
    return named(*(DATA / name).read_text(encoding="utf-8").split())


def ids(matching: Matching) -> dict[str, Fraction]:
    return {found.indicator: found.factor for found in matching.found.values()}


def one(column: Column, source: str = "") -> str:
    found = match([column], builtin(), source=source).found
    return found[0].indicator if found else ""


@pytest.mark.parametrize(("year", "least"), [(2020, 87), (2024, 94)])
def test_statline_is_known_by_its_metadata(year: int, least: int) -> None:
    matching = match(kwb(year), builtin())
    assert len(matching.found) >= least
    assert (matching.double, matching.unsure) == ({}, {})


def test_every_form_of_statline_gives_the_same_indicators() -> None:
    columns = kwb(2020)
    download = [Column(f"{'/'.join((*c.group, c.title))} ({c.unit})") for c in columns]
    keys = [Column(c.key) for c in columns]
    told = ids(match(columns, builtin()))
    assert told == ids(match(download, builtin())) == ids(match(keys, builtin()))


def test_origin_stays_unsure_without_its_headings() -> None:
    matching = match([Column(c.key) for c in kwb(2024)], builtin())
    assert {key for names in matching.unsure.values() for key in names} == {
        "origin_netherlands_count", "origin_europe_count", "origin_outside_europe_count",
    }  # fmt: skip


@given(st.data())
def test_the_number_in_a_name_means_nothing(data: st.DataObject) -> None:
    columns = kwb(2020)
    numbers = data.draw(st.lists(st.integers(0, 999), min_size=len(columns), max_size=len(columns)))
    renamed = [
        Column(re.sub(r"_\d+$", f"_{n}", c.key), c.title, c.unit, c.group)
        for c, n in zip(columns, numbers, strict=True)
    ]
    shuffled = data.draw(st.permutations(renamed))
    assert ids(match(shuffled, builtin())) == ids(match(columns, builtin()))


def test_the_map_of_pdok_is_known_in_both_styles() -> None:
    snake = lines("pdok_2025_columns.txt")
    camel = [Column(re.sub(r"_(\w)", lambda m: m[1].upper(), c.key)) for c in snake]
    known = ids(match(snake, builtin()))
    assert len(known) >= 120
    assert known == ids(match(camel, builtin()))


def test_shares_of_the_map_are_not_the_numbers_of_statline() -> None:
    assert one(Column("percentage_personen_0_tot_15_jaar")) == "age_0_14"
    assert one(Column("k_0Tot15Jaar_8", "0 tot 15 jaar", "aantal", ("Leeftijdsgroepen",))) == "age_0_14_count"
    assert one(Column("0 tot 15 jaar (%)")) == "age_0_14"


def test_health_by_the_names_of_rivm() -> None:
    known = ids(match(lines("rivm_2020_columns.txt"), builtin()))
    assert {"lonely", "volunteers", "trouble_making_ends_meet", "control_over_life", "neighbour_noise"} <= set(known)
    assert len(known) == 28


def test_excel_of_the_year_and_the_old_map() -> None:
    excel = match(named(*KWB_EXCEL.split()), builtin())
    assert len(excel.found) == 80
    assert ids(excel)["income_per_inhabitant"] == 1000
    old = ids(match(named(*MAP_2018.split()), builtin()))
    assert {"age_0_14", "inhabitants", "density", "urban_class", "household_size"} <= set(old)


def test_short_names_need_company() -> None:
    lbm = named("afw", "won", "fys", "vrz", "soc", "onv")
    assert len(match(lbm, builtin()).found) == 6
    assert match(lbm[:2], builtin()).found == {}
    assert len(match(lbm[:2], builtin(), source="Leefbaarometer 2024").found) == 2


def test_a_title_that_repeats_is_told_by_unit_and_by_what_stands_above() -> None:
    assert one(Column("x", "Appartement", "kWh", ("Gemiddeld elektriciteitsverbruik",))) == "electricity_apartment"
    assert one(Column("x", "Appartement", "m³", ("Gemiddeld aardgasverbruik",))) == "gas_apartment"
    heads = named("GemiddeldElektriciteitsverbruikTotaal_1", "Appartement_2", "GemiddeldAardgasverbruikTotaal_3")
    found = match([*heads, Column("Appartement_4")], builtin()).found
    assert [found[at].indicator for at in (1, 3)] == ["electricity_apartment", "gas_apartment"]
    assert match(named("Appartement_2", "Appartement_4"), builtin()).found == {}


def test_two_columns_for_one_indicator_are_both_left() -> None:
    matching = match(named("Aantal inwoners", "Mannen", "inwoners_2024"), builtin())
    assert matching.double == {"inhabitants": (0, 2)}
    assert ids(matching) == {"men": 1}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Aantal inwoners 2024", "inhabitants"),
        ("Inwonertal", "inhabitants"),
        ("Percentage huurwoningen", "rented"),
        ("Wonen/Woningen naar eigendom/Koopwoningen (%)", "owned"),
        ("SES-WOA/Totaalscore/Gemiddelde score (Getal)", "ses_score"),
        ("Opleidingsniveau/Laag/Waarde (%)", "education_low"),
        ("Misdrijven per 1.000 inwoners", "crime_rate"),
        ("lonely", "lonely"),
        ("water", ""),
        ("Koopwoningen (aantal)", ""),
        ("Gemeentenaam_1", ""),
        ("percentage_huishoudens_met_laagste_inkomen", ""),
        ("", ""),
    ],
)
def test_headers_as_people_write_them(header: str, expected: str) -> None:
    assert one(Column(header)) == expected


def test_crime_by_kind_is_not_all_crime() -> None:
    def crime(*group: str) -> str:
        return one(Column("GeregistreerdeMisdrijven_1", "Geregistreerde misdrijven", "aantal", group))

    assert crime() == crime("Totaal misdrijven") == "crimes"
    assert crime("Diefstal/inbraak woning") == "burglaries"
    assert crime("Zakkenrollerij") == ""


def test_units_are_converted_by_a_factor() -> None:
    assert factor("x 1 000 euro", "euro") == factor("x 1.000 euro", "euro") == 1000
    assert factor("km²", "ha") == 100
    assert factor("aantal", "%") is None
    assert ids(match([Column("w", "Gemiddelde woningwaarde", "euro")], builtin())) == {"property_value": 1}
    assert ids(match([Column("w", "Gemiddelde woningwaarde", "x 1 000 euro")], builtin())) == {"property_value": 1000}


def test_what_follows_from_what_was_found_is_told() -> None:
    derivable = match(kwb(2020), builtin()).derivable
    assert {"age_0_14", "single_households", "adults", "education_high_residents"} <= set(derivable)
    assert match(named("percentage_personen_0_tot_15_jaar", "aantal_inwoners"), builtin()).derivable == ()
