"""Whole tables of open data: read in pieces, shown when whole, refused when they cannot be right."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from samenspel.kernel.action import BadInput
from samenspel.stages.profile import queries, tasks
from samenspel.stages.profile.actions import shelves
from samenspel.stages.profile.models import FigureRow, FigureTable
from samenspel.stages.profile.tests.conftest import STAFF
from samenspel_sources.grid import Column, Grid, Origin, Row
from samenspel_sources.pdok import OgcFeatures, Wfs
from samenspel_sources.statline import V3, V4
from samenspel_sources.transport import Recorded

pytestmark = pytest.mark.django_db
ANSWERS = Path(__file__).resolve().parents[5] / "libraries" / "sources" / "tests" / "data" / "live"
ORIGIN = Origin("CBS", "84799NED", "Kerncijfers", "2020", "CBS", 2020, "CC BY 4.0", datetime(2026, 11, 24, tzinfo=UTC))
COLUMNS = (
    Column("AantalInwoners_5", "Aantal inwoners", "aantal", ("Bevolking",)),
    Column("Huurwoningen_41", "Huurwoningen totaal", "%", ("Wonen",)),
    Column("Onzin_9", "Iets dat niemand kent", "aantal"),
)
CITY = ("GM0999", "Voorbeeld", "municipality", ("6000", "50", "7"))


def areas(count: int = 6, people: int = 1000) -> list[Row]:
    wards = [
        Row(f"WK0999{n:02d}", f"Wijk {n}", "ward", (str(people), str(50 + n), "s"), "GM0999")
        for n in range(1, count + 1)
    ]
    return [Row(*CITY), *wards]


def grid(rows: list[Row] | None = None, **more: Any) -> Grid:
    return Grid(replace(ORIGIN, **more), COLUMNS, areas() if rows is None else rows)


def test_everything_is_kept_also_what_nobody_counts_yet() -> None:
    taken = tasks.take_in(grid(), by=STAFF)
    assert (taken.new, taken.table.state, taken.table.rows) == (7, "standing", 7)
    assert FigureRow.objects.get(code="WK099901").cells.split(";")[2] == "s"
    assert "Onzin_9" in taken.table.columns


def test_figures_are_found_with_their_origin() -> None:
    tasks.take_in(grid(), by=STAFF)
    stated = queries.shelf({"WK099902"}).stated("rented", "2020", "WK099902")[0]
    assert (str(stated.number), stated.source, stated.table, stated.weight) == (
        "52",
        "CBS",
        "84799NED",
        None,
    ) or stated.weight


def test_the_usual_distance_is_that_of_the_wards() -> None:
    tasks.take_in(grid(), by=STAFF)
    assert queries.shelf({"GM0999"}).stated("rented", "2020", "GM0999")[0].spread == pytest.approx(21 / 6)


def test_the_same_again_changes_nothing() -> None:
    first = tasks.take_in(grid(), by=STAFF)
    again = tasks.take_in(grid(), by=STAFF)
    assert (again.table.pk, again.same, again.new) == (first.table.pk, 7, 0)
    assert FigureTable.objects.count() == 1


def test_a_newer_version_takes_the_place_of_the_older() -> None:
    tasks.take_in(grid(), by=STAFF)
    newer = tasks.take_in(grid([replace(r, cells=(r.cells[0], r.cells[1], "8")) for r in areas()]), by=STAFF)
    assert (newer.changed, FigureTable.objects.filter(state="replaced").count()) == (7, 1)
    assert FigureRow.objects.filter(code="GM0999").count() == 1


def test_an_extract_of_fewer_areas_leaves_the_others() -> None:
    tasks.take_in(grid(), by=STAFF)
    tasks.take_in(grid([Row("WK099901", "Wijk 1", "ward", ("1005", "51", "s"), "GM0999")]), by=STAFF)
    assert FigureRow.objects.filter(code__startswith="WK").count() == 6
    assert str(queries.shelf({"WK099901"}).stated("inhabitants", "2020", "WK099901")[0].number) == "1005"


def broken(rows: list[Row], after: int) -> Iterator[Row]:
    yield from rows[:after]
    raise KeyboardInterrupt


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.stages.profile.tasks.tables.PAGE", 2)


def test_reading_goes_on_where_it_broke_off(small_pieces: None) -> None:
    with pytest.raises(KeyboardInterrupt):
        tasks.take_in(Grid(ORIGIN, COLUMNS, broken(areas(), 5)), by=STAFF)
    assert FigureTable.objects.get().rows == 4
    assert queries.shelf({"GM0999"}).tables == {}  # nobody sees half a table
    taken = tasks.take_in(grid(), by=STAFF)
    assert (taken.table.rows, FigureRow.objects.count(), FigureTable.objects.count()) == (7, 7, 1)


def test_another_file_after_a_break_starts_over(small_pieces: None) -> None:
    with pytest.raises(KeyboardInterrupt):
        tasks.take_in(Grid(ORIGIN, COLUMNS, broken(areas(), 5)), by=STAFF)
    with pytest.raises(BadInput, match="Wat half gelezen was, is weg"):
        tasks.take_in(grid(areas(people=999)), by=STAFF)
    assert not FigureRow.objects.exists()
    assert tasks.take_in(grid(areas(people=999)), by=STAFF).new == 7


@pytest.mark.parametrize(("more", "match"), [({"period": ""}, "Geef het jaar"), ({"area_year": 0}, "Geef het jaar")])
def test_without_a_year_nothing_is_read(more: dict[str, Any], match: str) -> None:
    with pytest.raises(BadInput, match=match):
        tasks.take_in(grid(None, **more), by=STAFF)
    assert not FigureTable.objects.exists()


def test_a_table_without_areas_is_refused_and_says_so() -> None:
    with pytest.raises(BadInput, match="geen enkel gebied"):
        tasks.take_in(grid([]), by=STAFF)
    assert FigureTable.objects.get().state == "refused"


def test_a_column_that_cannot_be_right_counts_for_nothing() -> None:
    impossible = [replace(r, cells=(r.cells[0], "730", r.cells[2])) for r in areas()]
    taken = tasks.take_in(grid(impossible), by=STAFF)
    found = queries.shelf({"GM0999"})
    assert found.periods("rented") == [] and found.periods("inhabitants") == ["2020"]
    assert "Huur" in taken.table.report


def test_two_sources_of_one_figure_are_both_kept() -> None:
    tasks.take_in(grid(), by=STAFF)
    other = [replace(r, cells=(str(int(r.cells[0]) + 10), r.cells[1], "")) for r in areas()]
    tasks.take_in(grid(other, source="Gemeente", table="wijkcijfers"), by=STAFF)
    stated = queries.shelf({"WK099901"}).stated("inhabitants", "2020", "WK099901")
    assert {(s.source, str(s.number)) for s in stated} == {("CBS", "1000"), ("Gemeente", "1010")}


def test_a_secret_figure_is_never_a_number() -> None:
    secret = [replace(r, cells=(r.cells[0], "s", "s")) if r.kind == "ward" else r for r in areas()]
    tasks.take_in(grid(secret), by=STAFF)
    stated = queries.shelf({"WK099901"}).stated("rented", "2020", "WK099901")[0]
    assert (stated.number, stated.status) == (None, "secret")
    assert queries.shelf({"GM0999"}).stated("rented", "2020", "GM0999")[0].spread is None


def test_the_fingerprint_knows_each_cell() -> None:
    table = FigureTable()
    one, other = (shelves.digest("", shelves.rows_of(table, rows)) for rows in (areas(), areas(people=1001)))
    assert one != other


def test_one_figure_through_four_doors_is_one_value_with_four_sources() -> None:
    doors = (("statline-v4", V4), ("statline-v3", V3), ("pdok", OgcFeatures), ("pdok-wfs", Wfs))
    for folder, door in doors:
        at = ("2025/buurten", "GM0308") if "pdok" in folder else ("86165NED", "WK030800")
        for one in door(Recorded(ANSWERS / folder)).figures(at[0], within=at[1]):
            tasks.take_in(one, by=STAFF)
    stated = queries.shelf({"BU03080000"}).stated("inhabitants", "2025", "BU03080000")
    assert [str(s.number) for s in stated] == ["1825"] * 4
    assert {s.source for s in stated} == {"CBS StatLine", "PDOK"}


def test_a_number_that_cannot_be_is_left_empty_and_told() -> None:
    rows = [replace(r, cells=("1000", "161.5", "s")) if r.code == "WK099901" else r for r in areas()]
    taken = tasks.take_in(grid(rows), by=STAFF)
    stated = queries.shelf({"WK099901"}).stated("rented", "2020", "WK099901")[0]
    assert (stated.number, stated.status) == (None, "missing")
    assert "1 getallen kunnen niet kloppen" in taken.table.report
