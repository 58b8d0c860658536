"""Looking up places, Amsterdam, catalogues, and the list of all sources."""

import inspect
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from libraries.sources.tests.recorded import cells, changed, recorded, with_body

from samenspel_sources import SourceError, amsterdam, interface, leefbaarometer, locatieserver, opendata, pdok, statline
from samenspel_sources.amsterdam import Amsterdam
from samenspel_sources.grid import Grid
from samenspel_sources.interface import Found, Source
from samenspel_sources.locatieserver import Locatieserver
from samenspel_sources.opendata import Ckan, JsonApi
from samenspel_sources.registry import source, sources
from samenspel_sources.registry.__main__ import record
from samenspel_sources.transport import Recorded


def test_an_address_becomes_a_neighbourhood_and_nothing_else() -> None:
    found = Locatieserver(recorded("locatieserver")).address("1012 nx", 1)
    assert found == Found("neighbourhood", "", "", "BU0363AD07", "WK0363AD", "GM0363", "Amsterdam")


def test_what_is_typed_gives_a_choice_and_the_choice_its_codes() -> None:
    made = Locatieserver(recorded("locatieserver"))
    first = made.geocode(" Kalverstraat: 1 ")[0]
    assert (first.kind, first.label) == ("adres", "Kalverstraat 1, 1012NX Amsterdam")
    assert made.lookup(first.id).neighbourhood == "BU0363AD07" and made.lookup(first.id).rd == (121286.0, 487296.0)
    assert "Kalverstraat" not in repr(first)


def test_codes_without_letters_get_them() -> None:
    made = Locatieserver(recorded("locatieserver"))
    assert made.geocode("gemeente Utrecht")[0].municipality == "GM0344"
    assert made.postcode("1012NX").municipality == "GM0363" and made.reverse(52.09114, 5.07475).kind == "adres"


@pytest.mark.parametrize(("postcode", "code"), [("1094", "bad_postcode"), ("9999ZZ", "nothing")])
def test_a_postcode_that_is_none(postcode: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        Locatieserver(recorded("locatieserver")).postcode(postcode)
    assert caught.value.code == code and postcode not in str(caught.value)


def test_an_error_about_an_address_does_not_repeat_it() -> None:
    for body, status in ((b"<error>Kalverstraat 1</error>", 200), (b"{}", 500), (b"{}", 200)):
        made = Locatieserver(changed(recorded("locatieserver"), "suggest", with_body(body, status)))
        with pytest.raises(SourceError) as caught:
            made.geocode("Kalverstraat 1")
        assert "Kalverstraat" not in f"{caught.value}{caught.value.sentence()}"
    with pytest.raises(SourceError, match="not_recorded") as caught:
        Locatieserver(recorded("locatieserver")).geocode("Dorpsstraat 12")
    assert "Dorpsstraat" not in str(caught.value)


def bbga(made: Amsterdam) -> Grid:
    (grid,) = made.figures("bbga", period="2018")
    return grid


def test_long_figures_of_the_city_become_wide_up_to_the_404() -> None:
    grid = bbga(Amsterdam(recorded("amsterdam")))
    assert (grid.origin.area_scheme, grid.origin.period) == ("Amsterdam", "2018")
    assert {column.key: (column.title, column.unit) for column in grid.columns}["BEV0_18_P"] == (
        "Jongeren 0-17 jaar",
        "%",
    )
    told = cells(grid, "DX14")
    assert (told["BEV0_18"], told["BEV0_18_P"], told["ONBEKEND"]) == ("7736", "18.7", "")


def test_a_404_before_the_last_page_is_no_end() -> None:
    fetch = changed(recorded("amsterdam"), "page=2", with_body(b"{}", 404))
    with pytest.raises(SourceError, match="half"):
        bbga(Amsterdam(fetch))


def test_areas_and_outlines_of_today() -> None:
    made = Amsterdam(recorded("amsterdam"))
    codes = ["BU0363AA01", "BU0363MF01", "BU0363MG01"]
    assert sorted(area.code for area in made.areas("gebieden/buurten")) == codes
    (outline,) = made.boundaries(2024, "neighbourhood", "WK0363MF")
    x, y = outline.rings[0][0][0]
    assert outline.code == "BU0363MF01" and 122_000 < x < 126_000 and 484_000 < y < 489_000
    assert len(list(made.boundaries(2024, "neighbourhood", "GM0363"))) == 3


@pytest.mark.parametrize(
    ("table", "within", "period", "code"),
    [
        ("bbga", "", "", "no_year"),
        ("gebieden/buurten", "", "2018", "no_figures"),
        ("weg", "", "2018", "bad_table"),
        ("bbga", "GM0344!", "2018", "no_area"),
    ],
)
def test_questions_the_city_cannot_answer(table: str, within: str, period: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(Amsterdam(recorded("amsterdam")).figures(table, within=within, period=period))
    assert caught.value.code == code and len(caught.value.sentence("en")) > 40


def test_boundaries_before_the_new_codes_are_elsewhere() -> None:
    with pytest.raises(SourceError, match="too_old"):
        next(Amsterdam(recorded("amsterdam")).boundaries(2020, "neighbourhood"))


def test_catalogues_list_files_and_fetch_them() -> None:
    fetch = recorded("catalogues")
    assert [table.id for table in Ckan(fetch).tables("buurt")] == ["bomen", "banken", "bruggen"]
    assert Ckan(fetch).files("bomen").files == (("CSV", "https://data.overheid.nl/bomen.csv"),)
    assert Ckan(fetch).download("https://data.overheid.nl/bomen.csv") == b"a;b\n1;2\n"
    assert "subsidieregister-utrecht" in [table.id for table in JsonApi(fetch).tables("subsidie")]
    ((kind, link),) = JsonApi(fetch).files("subsidieregister-utrecht").files
    assert (kind, link.rpartition("/")[2]) == ("xlsx", "subsidieregister-2026.xlsx")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1/x", "http://[::1]/x", "https://db.local/x", "x"]
)
def test_a_catalogue_cannot_make_us_look_inside_the_house(url: str) -> None:
    with pytest.raises(SourceError, match="bad_address"):
        Ckan(recorded("catalogues")).download(url)


def test_what_a_catalogue_does_not_know() -> None:
    with pytest.raises(SourceError, match="not_found"):
        Ckan(recorded("catalogues")).files("weg")


def test_every_source_is_known_by_name_and_says_what_it_cannot() -> None:
    fetch = recorded("catalogues")
    for name in sources():
        made: Source = source(name, fetch)
        assert made.name == name
    for ask in (
        lambda: Ckan(fetch).figures("x"),
        lambda: Locatieserver(fetch).tables(),
        lambda: JsonApi(fetch).areas("x"),
    ):
        with pytest.raises(SourceError, match="cannot"):
            ask()
    with pytest.raises(SourceError, match="unknown_source"):
        source("krant", fetch)


def test_what_was_recorded_by_name_can_be_read_again(tmp_path: Path) -> None:
    asked = [str(tmp_path), "statline-v3", "figures", "84799NED", "--within", "GM0363"]
    assert record(asked, recorded("statline-v3")) == 3
    (grid,) = source("statline-v3", Recorded(tmp_path)).figures("84799NED", within="GM0363")
    assert len(list(grid.rows)) == 3
    assert len(json.loads((tmp_path / "index.json").read_text())["answers"]) == 5


@pytest.mark.parametrize("package", [interface, pdok, leefbaarometer, locatieserver, amsterdam, opendata, statline])
def test_sentences_are_there_in_both_languages(package: object) -> None:
    folder = Path(inspect.getfile(package)).parent / "texts"  # type: ignore[arg-type]
    dutch, english = (tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in ("nl", "en"))
    assert dutch.keys() == english.keys()


def test_knowing_the_sources_loads_nothing_heavy() -> None:
    look = "import sys; from samenspel_sources.registry import sources; sources()"
    look += "; print([name for name in ('httpx', 'numpy', 'shapely', 'pyproj', 'django') if name in sys.modules])"
    paths = {"PYTHONPATH": str(Path(inspect.getfile(interface)).parents[2])}
    told = subprocess.run([sys.executable, "-c", look], env=paths, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
