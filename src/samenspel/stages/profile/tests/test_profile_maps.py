"""The map of a municipality: every area with its class, the missing seen as missing, older codes on today's map."""

import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.stages.profile import actions, queries
from samenspel.stages.profile.actions.lists import Drawing
from samenspel.stages.profile.queries.cities import rings_of
from samenspel.stages.profile.tests.conftest import STAFF, Indische
from samenspel.stages.profile.views.mapping import divide

HERE = "/cijfers/BU0363MF02/kaart/age_65_plus/"


@pytest.fixture
def outlined(figured: Indische) -> Indische:
    codes = [part.slug.upper() for part in figured.parts]
    paths = {code: f"M{100 * at} 0l90 0 0 90-90 0z" for at, code in enumerate(codes)}
    drawing = Drawing("CBS", "GM0363", "neighbourhood", 2024, "0 0 700 100", paths, "Gemeente Amsterdam")
    actions.put_outlines(None, by=STAFF, drawings=[drawing])
    return figured


def test_the_area_is_outlined_among_the_others(outlined: Indische, client: Client) -> None:
    page = client.get(HERE).content.decode()
    assert 'class="own"' in page and "Grenzen: Gemeente Amsterdam" in page and "klassen" in page
    assert page.count("/kaart/age_65_plus/") >= 2 * len(outlined.parts)


def test_a_map_asks_little(outlined: Indische, client: Client) -> None:
    client.get(HERE)
    with CaptureQueriesContext(connection) as seen:
        client.get(HERE + "?x=1")
    assert len(seen) <= 8


def test_an_area_without_a_figure_is_hatched(outlined: Indische, client: Client) -> None:
    page = client.get("/cijfers/BU0363MF02/kaart/income_per_inhabitant/").content.decode()
    assert "-hatched)" in page or "-dotted)" in page


def test_figures_in_older_codes_stand_on_the_map_of_today(outlined: Indische) -> None:
    city = queries.city_figures("GM0363", "neighbourhood", "inhabitants")
    codes = {part.slug.upper() for part in outlined.parts}
    newer = queries.in_newer_codes(city, codes, "neighbourhood", "GM0363")
    assert codes <= newer.periods["2020"].keys() and not codes <= city.periods["2020"].keys()


def test_an_unknown_figure_has_no_map(outlined: Indische, client: Client) -> None:
    assert client.get("/cijfers/BU0363MF02/kaart/onzin/").status_code == 404


@pytest.mark.parametrize("path", ["M0 0l10 0 0 10-10 0z", "M0 0 10 0 10 10 0 10z", "M0,0L10,0L10,10L0,10z"])
def test_path_data_becomes_rings(path: str) -> None:
    assert rings_of(path) == [[(0, 0), (10, 0), (10, 10), (0, 10)]]


def test_one_far_value_does_not_put_all_others_in_one_class() -> None:
    found = divide([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10_000.0])
    assert max(one.count for one in found.classes) <= 3


def test_a_postcode_leads_to_its_area(figured: Indische, client: Client) -> None:
    actions.put_postcodes(None, by=STAFF, codes={"1094AB": "BU0363MF02"}, year=2024)
    page = client.get("/cijfers/", {"q": "1094 ab"}).content.decode()
    assert "/cijfers/BU0363MF02/" in page


def test_two_sources_that_disagree_are_both_told(figured: Indische, client: Client) -> None:
    rows = client.get("/cijfers/BU0363MF02/cijfers.json").json()["figures"]
    assert all(row["value"] == "" or Decimal(row["value"]) is not None for row in rows)
    assert json.dumps(rows)
