"""The figures of the Indische Buurt are those of the publishers, shown with what is missing and combined with care."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.kernel.action import BadInput
from samenspel.kernel.lineage.queries import kind_counts
from samenspel.kernel.places import actions as places
from samenspel.stages.profile import actions, queries
from samenspel.stages.profile.models import Area, FigureRow, FigureTable
from samenspel.stages.profile.queries import IndicatorRow
from samenspel.stages.profile.tests.conftest import DATA, STAFF, Indische, cite, load
from samenspel.stages.profile.views.pictures import compasses_of_figures
from samenspel_sources.figures import read_areas, read_figures


def rows_of(found: Indische) -> dict[str, IndicatorRow]:
    return {row.indicator.key: row for theme in queries.counted(found.cycle).themes for row in theme.rows}


def beside(row: IndicatorRow) -> list[str]:
    return [ward.reading.shown for ward in row.wards]


@pytest.mark.parametrize(
    ("key", "oost", "west", "city"),
    [
        ("inhabitants", "9.900\u00a0mensen", "12.145\u00a0mensen", "931.298\u00a0mensen"),
        ("rented", "77%", "71%", "70%"),
        ("income_per_inhabitant", "€\u00a030.500", "€\u00a034.400", "€\u00a038.600"),
        ("below_120_minimum", "28,1%", "24,2%", "18,4%"),
        ("lonely", "55,3%", "53,2%", "53,2%"),
        ("volunteers", "14,9%", "15,3%", "17,0%"),
        ("trouble_making_ends_meet", "30,6%", "28,8%", "24,3%"),
    ],
)
def test_the_worked_example(figured: Indische, key: str, oost: str, west: str, city: str) -> None:
    row = rows_of(figured)[key]
    assert beside(row) == [oost, west] and row.city is not None and row.city.shown == city


def test_counts_add_up_and_shares_are_weighed_by_inhabitants(figured: Indische) -> None:
    rows = rows_of(figured)
    assert rows["inhabitants"].own.value == 22_045
    assert rows["lonely"].own.value == Decimal("54.1") and rows["lonely"].own.combined


def test_what_cannot_be_combined_says_so(figured: Indische) -> None:
    own = rows_of(figured)["below_120_minimum"].own
    assert own.value is None and own.shown == "kan niet samen"


def test_a_missing_figure_is_never_a_number(figured: Indische) -> None:
    where, theme, readings = queries.theme(figured.cycle, "income")
    row = next(r for r in theme.rows if r.indicator.key == "income_per_inhabitant")
    park = next(zone for zone in where.parts if zone.name == "Flevopark")
    reading = readings.at(park, row.indicator, "2023")
    assert reading.value is None and reading.shown == "geen cijfer"


def test_the_trend_runs_through_the_change_of_codes(figured: Indische) -> None:
    _where, theme, _readings = queries.theme(figured.cycle, "people")
    row = next(row for row in theme.rows if row.indicator.key == "inhabitants")
    assert [(r.period, int(r.value or 0)) for r in row.trend] == [("2020", 22_450), ("2024", 22_045)]


def test_the_city_is_100_and_less_money_lies_inside_the_ring(figured: Indische) -> None:
    row = rows_of(figured)["income_per_inhabitant"]
    assert row.score is not None and row.score == pytest.approx(100 * 32_649 / 38_600, abs=0.2)
    trouble = rows_of(figured)["trouble_making_ends_meet"]
    assert trouble.score is not None and trouble.score < 100


def test_figures_around_zero_have_no_place_on_the_compass_without_all_wards(figured: Indische) -> None:
    assert rows_of(figured)["liveability"].score is None


def test_a_figure_without_judgement_is_not_on_the_compass(figured: Indische) -> None:
    where, theme, _readings = queries.theme(figured.cycle, "income")
    assert any(not row.judged and row.wards[0].score is not None for row in theme.rows)
    drawn = {str(item.name) for compass in compasses_of_figures(where, theme.rows, "hier") for item in compass.items}
    assert drawn == {row.indicator.shown_name for row in theme.rows if row.judged}


def test_a_column_without_any_figure_is_left_out(figured: Indische) -> None:
    housing, facilities = (queries.theme(figured.cycle, key)[1] for key in ("housing", "facilities"))
    assert (housing.own_shown, facilities.own_shown) == (False, True)
    assert housing.city_shown and not replace(housing, rows=()).city_shown


def test_reading_twice_changes_nothing(figured: Indische) -> None:
    before = list(FigureRow.objects.order_by("pk").values_list("pk", "cells"))
    again = load(figured.place)
    assert (again.read, again.new, again.changed, again.same) == (744, 0, 0, len(before))
    assert list(FigureRow.objects.order_by("pk").values_list("pk", "cells")) == before


def test_a_corrected_figure_is_taken_over(figured: Indische) -> None:
    data = (DATA / "figures.csv").read_bytes()
    better = data.replace(b"2024,2024,9900,value", b"2024,2024,9905,value")
    assert load(figured.place, figures=better).changed == 1
    assert rows_of(figured)["inhabitants"].own.value == 22_050


def test_half_a_file_is_refused_whole_and_in_words(indische: Indische) -> None:
    data = (DATA / "figures.csv").read_bytes().replace(b"lonely,CBS", b"alone,CBS")
    with pytest.raises(BadInput, match=r"Regel \d+: ‘alone’ kennen wij niet.*Er is niets ingelezen"):
        load(indische.place, figures=data)
    assert not FigureTable.objects.exists()


def test_another_unit_is_refused(indische: Indische) -> None:
    data = (DATA / "figures.csv").read_bytes().replace(b"value,mensen,", b"value,huizen,")
    with pytest.raises(BadInput, match="hoort in mensen te staan"):
        load(indische.place, figures=data)


def test_a_figure_that_is_a_reason_is_for_everybody(figured: Indische) -> None:
    cited = cite(figured, "lonely", "WK036332", "2020")
    assert cited.node is not None and cited.node.public


@pytest.mark.parametrize(("wrong", "more"), [(8, False), (9, True)])
def test_as_many_complaints_as_fit_on_a_screen(indische: Indische, wrong: int, more: bool) -> None:
    lines = (DATA / "figures.csv").read_bytes().replace(b"lonely,CBS", b"alone,CBS").splitlines(keepends=True)
    bad = [line for line in lines if b"alone" in line][:wrong]
    with pytest.raises(BadInput) as refused:
        load(indische.place, figures=b"".join([lines[0], *bad]))
    assert (len(bad), "En nog" in str(refused.value)) == (wrong, more)


def test_the_newest_count_of_people_stands_among_other_counts(figured: Indische) -> None:
    assert kind_counts(0, queries.inhabitants(figured.place)) == {"inhabitants": 22_050}


def test_what_lies_around_is_drawn_without_a_figure(figured: Indische) -> None:
    city = figured.cycle.place.municipality
    other = places.add_place(city, by=STAFF, slug="dapperbuurt", name="Dapperbuurt", kind="neighbourhood")
    outline = '{"type":"Polygon","coordinates":[[[4.92,52.36],[4.93,52.36],[4.93,52.37],[4.92,52.36]]]}'
    places.record_boundary(other, by=STAFF, valid_year=2024, geojson=outline, source="Amsterdam")
    where, _theme, _readings = queries.theme(figured.cycle, "income")
    assert where.beyond == (outline,) and other.pk not in where.shapes


def test_a_figure_keeps_its_code_when_it_is_a_reason_again(figured: Indische) -> None:
    first, again = (cite(figured, "lonely", "WK036332", "2020") for _i in range(2))
    assert first.pk == again.pk and first.node == again.node and first.node and not first.node.example
    assert first.node.title.endswith(", Indische Buurt Oost, 2020")


def test_no_figure_is_no_reason(figured: Indische) -> None:
    with pytest.raises(BadInput, match="geen cijfer"):
        cite(figured, "income_per_inhabitant", "BU0363MG04", "2023")


def test_an_editor_changes_nothing_for_other_places(figured: Indische) -> None:
    editor = Actor(mandates=frozenset({Mandate(Role.EDITOR, figured.place.pk)}))
    areas = (DATA / "areas.csv").read_bytes().replace(b",Amsterdam,", b",Gehackt,")
    figures = (DATA / "figures.csv").read_bytes().replace(b"2024,2024,9900,value", b"2024,2024,1,value")
    actions.import_figures(
        figured.place, by=editor, source="x.csv", figures=read_figures(figures), areas=read_areas(areas),
    )  # fmt: skip
    assert not Area.objects.filter(name="Gehackt").exists()
    assert str(queries.shelf({"WK0363MG"}).stated("inhabitants", "2024", "WK0363MG")[0].number) == "9900"
