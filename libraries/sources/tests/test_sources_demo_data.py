"""The files in demo/data are what they say, and give the figures that the publishers give."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from samenspel_sources import figures, iv3, subsidies

DATA = Path(__file__).parents[3] / "demo" / "data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the library is used without the demo")


@cache
def known() -> dict[tuple[str, str, str], figures.Figure]:
    read = figures.read_figures((DATA / "figures.csv").read_bytes())
    return {(figure.indicator, figure.area_code, figure.period): figure for figure in read}


@pytest.mark.parametrize(
    ("indicator", "areas", "period", "west", "east"),
    [
        ("inhabitants", "2024", "2024", "12145", "9900"),
        ("rented", "2024", "2024", "71", "77"),
        ("income_per_inhabitant", "2024", "2023", "34400", "30500"),
        ("below_120_minimum", "2024", "2023", "24.2", "28.1"),
        ("lonely", "2020", "2020", "53.2", "55.3"),
        ("volunteers", "2020", "2020", "15.3", "14.9"),
        ("trouble_making_ends_meet", "2020", "2020", "28.8", "30.6"),
    ],
)
def test_the_two_wards(indicator: str, areas: str, period: str, west: str, east: str) -> None:
    codes = ("WK0363MF", "WK0363MG") if areas == "2024" else ("WK036331", "WK036332")
    found = [known()[indicator, code, period] for code in codes]
    assert [figure.value for figure in found] == [Decimal(west), Decimal(east)]
    assert {figure.area_year for figure in found} == {int(areas)}


@pytest.mark.parametrize(
    ("indicator", "country"), [("lonely", "47"), ("volunteers", "24.6"), ("trouble_making_ends_meet", "13.9")]
)
def test_the_country(indicator: str, country: str) -> None:
    assert known()[indicator, "NL00", "2020"].value == Decimal(country)


def test_every_figure_is_explained_and_of_a_known_area() -> None:
    indicators = {i.id: i for i in figures.read_indicators((DATA / "indicators.csv").read_bytes())}
    areas = {(a.code, a.year) for a in figures.read_areas((DATA / "areas.csv").read_bytes())}
    assert {figure.indicator for figure in known().values()} == set(indicators)
    assert {(figure.area_code, figure.area_year) for figure in known().values()} == areas
    assert all(figure.unit == indicators[figure.indicator].unit for figure in known().values())
    assert len(indicators) >= 26
    assert len({indicator.theme for indicator in indicators.values()}) >= 6


def test_a_gap_is_not_filled_from_the_ward() -> None:
    assert known()["income_per_inhabitant", "BU0363MG02", "2023"].status == "missing"
    assert known()["income_per_inhabitant", "BU03633203", "2020"].status == "missing"
    assert known()["age_0_14", "BU0363MG04", "2024"].status == "not_applicable"


def test_a_spread_is_measured_from_the_citys_own_figure() -> None:
    for spread in figures.read_spreads((DATA / "spreads.csv").read_bytes()):
        assert known()[spread.indicator, "GM0363", spread.period].value == spread.city
        assert spread.mean_distance > 0
        assert spread.areas > 80


def test_old_and_new_codes_are_one_to_one() -> None:
    changes = figures.read_changes((DATA / "crosswalk.csv").read_bytes())
    pairs = {change.old_code: change.new_code for change in changes}
    assert len(set(pairs.values())) == len(pairs) == 10
    assert pairs["BU03633201"] == "BU0363MG03"
    assert pairs["BU03633202"] == "BU0363MG02"


def test_the_map_has_seven_neighbourhoods_and_those_around() -> None:
    data = (DATA / "boundaries.geojson").read_bytes()
    features = json.loads(data)["features"]
    assert len(data) < 60_000
    assert sum(feature["properties"]["own"] for feature in features) == 7
    rings = [ring for feature in features for ring in feature["geometry"]["coordinates"]]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert all(4.9 < x < 5.1 and 52.3 < y < 52.4 for ring in rings for x, y in ring)


def test_persons_stay_hidden_and_shares_say_so() -> None:
    grants = subsidies.read_local((DATA / "grants.csv").read_bytes())
    assert not any(grant.purpose for grant in grants if grant.recipient == "(Particulier)")
    shared = [grant for grant in grants if grant.confidence == "allocated"]
    assert [grant.year for grant in shared] == [2016, 2017, 2018, 2019, 2020]
    assert all("22450 van 142045 inwoners" in grant.note for grant in shared)


def test_the_budget_of_the_city() -> None:
    lines = iv3.read_extract((DATA / "iv3.csv").read_bytes())
    living_together = [(line.year, line.document, line.spending) for line in lines if line.code == "6.1"]
    assert living_together == [
        (2023, "begroting", 181_723),
        (2023, "jaarrekening", 264_333),
        (2025, "begroting", 271_410),
    ]
