"""PDOK by both services and the Leefbaarometer: figures and outlines, from recorded answers."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

import pytest
from libraries.sources.tests.recorded import cells, changed, recorded, with_body

from samenspel_sources import SourceError
from samenspel_sources.grid import NOT_YET, SECRET, Grid
from samenspel_sources.leefbaarometer import Leefbaarometer
from samenspel_sources.pdok import OgcFeatures, Wfs
from samenspel_sources.statline import V3, V4
from samenspel_sources.transport import Answer


def read(grids: Iterator[Grid]) -> list[str]:
    return [row.code for grid in grids for row in grid.rows]


def test_one_figure_through_three_sources_is_one_value() -> None:
    told: dict[str, str] = {}
    for made, table, key in (
        (V4(recorded("statline-v4")), "86165NED", "T001036"),
        (V3(recorded("statline-v3")), "86165NED", "AantalInwoners_5"),
        (OgcFeatures(recorded("pdok")), "2025/buurten", "aantal_inwoners"),
        (Wfs(recorded("pdok-wfs")), "2025/buurten", "aantalInwoners"),
    ):
        (grid,) = made.figures(table, within="GM0308" if "pdok" in made.name else "WK030800")
        assert (grid.origin.period, grid.origin.area_year) == ("2025", 2025)
        told[made.name] = cells(grid, "BU03080000")[key]
    assert told == dict.fromkeys(("statline", "statline-v3", "pdok", "pdok-wfs"), "1825")


def test_figures_of_a_map_without_water_and_with_reasons() -> None:
    (grid,) = OgcFeatures(recorded("pdok")).figures("wijken-en-buurten-2025/buurten", within="GM0308")
    rows = {row.code: row for row in grid.rows}
    assert list(rows) == ["BU03080000", "BU03080001", "BU03080401"]
    assert (rows["BU03080000"].name, rows["BU03080000"].parent) == ("Centrum", "WK030800")
    keys = [column.key for column in grid.columns]
    assert "meest_voorkomende_postcode" not in keys and "water" not in keys and "wijkcode" not in keys
    assert rows["BU03080401"].cells[keys.index("percentage_eenpersoonshuishoudens")] == SECRET
    assert rows["BU03080000"].cells[keys.index("gemiddelde_woningwaarde")] == NOT_YET
    assert [repair.code for repair in grid.report.repaired] == ["water"] and len(grid.report.sentences("en")) == 2


def test_a_year_has_a_grid_for_each_level_that_has_areas() -> None:
    grids = list(OgcFeatures(recorded("pdok")).figures("2025", within="GM0308"))
    assert [grid.origin.table.rpartition("/")[2] for grid in grids] == ["gemeenten", "buurten"]
    assert [(row.code, row.kind) for row in grids[0].rows] == [("GM0308", "municipality")]
    assert read(OgcFeatures(recorded("pdok")).figures("2025/buurten", within="WK030804")) == ["BU03080401"]


@pytest.mark.parametrize("made", [OgcFeatures(recorded("pdok")), Wfs(recorded("pdok-wfs"))])
def test_outlines_come_in_metres(made: OgcFeatures | Wfs) -> None:
    first = next(made.boundaries(2025, "neighbourhood", "GM0308"))
    assert (first.code, first.name, first.kind, first.year, first.scheme) == (
        *("BU03080000", "Centrum", "neighbourhood"),
        *(2025, "CBS"),
    )
    (x, y) = first.rings[0][0][0]
    assert 140_000 < x < 155_000 and 460_000 < y < 475_000  # Baarn


def test_degrees_instead_of_metres_are_refused() -> None:
    body = json.loads(recorded("pdok-wfs").folder.joinpath("buurten-1.json").read_text())
    body["features"][0]["geometry"]["coordinates"] = [[[5.28, 52.21], [5.29, 52.21], [5.29, 52.22], [5.28, 52.21]]]
    made = Wfs(changed(recorded("pdok-wfs"), "startIndex=0", with_body(json.dumps(body).encode())))
    with pytest.raises(SourceError, match="degrees"):
        next(made.boundaries(2025, "neighbourhood", "GM0308"))


@pytest.mark.parametrize("rings", [[], [[]], [[[1.0, 2.0]]], "x", [[["a", "b"]] * 4]])
def test_an_outline_that_is_none_is_refused(rings: object) -> None:
    body = json.loads(recorded("pdok-wfs").folder.joinpath("buurten-1.json").read_text())
    body["features"][0]["geometry"]["coordinates"] = rings
    made = Wfs(changed(recorded("pdok-wfs"), "startIndex=0", with_body(json.dumps(body).encode())))
    with pytest.raises(SourceError, match="other_form"):
        next(made.boundaries(2025, "neighbourhood", "GM0308"))


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        ("startIndex=0", with_body(b"", 404), "no_year"),
        ("startIndex=2", with_body(b"", 404), "half"),
        ("startIndex=2", with_body(b'{"features": [], "numberMatched": 3}'), "half"),
        ("startIndex=0", with_body(b"<ows:ExceptionReport>te druk</ows:ExceptionReport>"), "xml"),
        ("startIndex=0", with_body(b'{"features": [], "numberMatched": 0}'), "no_area"),
        ("startIndex=0", with_body(b'{"features": [{"type": "Feature"}]}'), "other_form"),
        ("startIndex=0", with_body(b'{"features": [{"properties": {"naam": "x"}}]}'), "no_code"),
    ],
)
def test_a_map_service_that_fails_gives_nothing(part: str, change: Callable[[Answer], Answer], code: str) -> None:
    made = Wfs(changed(recorded("pdok-wfs"), part, change))
    with pytest.raises(SourceError) as caught:
        read(made.figures("2025/buurten", within="GM0308"))
    assert caught.value.code == code
    assert all(len(caught.value.sentence(language)) > 40 for language in ("nl", "en"))


def test_a_service_that_ignores_the_page_does_not_go_on_for_ever() -> None:
    body = b'{"features": [{"id": "b.1", "properties": {"buurtcode": "BU03080000"}}], "numberMatched": 9}'

    def same(url: str, params: Mapping[str, str]) -> Answer:
        return Answer(200, "application/json", body, url, datetime.now(UTC))

    with pytest.raises(SourceError, match="round"):
        read(Wfs(same).figures("2025/buurten", within="GM0308"))


@pytest.mark.parametrize(
    ("table", "period", "code"), [("2025/straten", "", "bad_table"), ("2025/buurten", "2024", "other_period")]
)
def test_maps_that_are_not_there(table: str, period: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(OgcFeatures(recorded("pdok")).figures(table, within="GM0308", period=period))
    assert caught.value.code == code and len(caught.value.sentence()) > 40


def test_areas_and_years_are_listed() -> None:
    made = recorded("pdok")
    assert "wijken-en-buurten-2024/buurten" in [table.id for table in OgcFeatures(made).tables("2024")]
    with pytest.raises(SourceError, match="not_recorded"):
        next(OgcFeatures(made).areas("2025/buurten"))


def test_scores_are_estimates_with_nine_classes() -> None:
    (grid,) = Leefbaarometer(recorded("leefbaarometer")).figures("2024/buurt", within="WK034403")
    rows = list(grid.rows)
    assert all(row.code.startswith("BU034403") and row.name and row.parent == "WK034403" for row in rows)
    assert len(rows) == 2 and all(column.modelled and column.title for column in grid.columns)
    keys = [column.key for column in grid.columns]
    assert rows[0].cells[keys.index("kscore")] in list("123456789") and rows[0].cells[keys.index("won")][:1] in "-0"


def other_year(answer: Answer) -> Answer:
    return with_body(answer.body.replace(b'"2024"', b'"2022"'))(answer)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda answer: with_body(recorded("leefbaarometer").folder.joinpath("fout.xml").read_bytes())(answer), "xml"),
        (other_year, "other_columns"),
        (with_body(b'{"features": [{"properties": {"id": "BU03440311"}}]}'), "other_columns"),
        (with_body(b'{"features": []}'), "no_area"),
    ],
)
def test_scores_that_are_none(change: Callable[[Answer], Answer], code: str) -> None:
    made = Leefbaarometer(changed(recorded("leefbaarometer"), "ows", change))
    with pytest.raises(SourceError) as caught:
        read(made.figures("2024/buurt", within="WK034403"))
    assert caught.value.code == code
    if code == "xml":
        assert "Feature type lbm3:buurtscore99 unknown" in caught.value.sentence()
