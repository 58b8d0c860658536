"""Figures: true to their numbers, readable without seeing them, unbreakable."""

import re
from itertools import pairwise
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from samenspel.ui.drawing.inside import best_place
from samenspel.ui.drawing.lines import scale
from samenspel.ui.drawing.long_table import long_table
from samenspel.ui.drawing.maps import area_map
from samenspel.ui.drawing.shapes import wrapped
from samenspel.ui.drawing.shelves import shelves
from samenspel.ui.drawing.wheel import BETWEEN_ROUNDS, angles, wheel
from samenspel.ui.figures import Area, AreaMap, Chair, Compass, CompassItem, Plate, Point, Pot, ShelfItem, Step, Table
from samenspel.ui.style.drawings import figures, plates, round_table

EVIL = '"><script>x</script>'


def draw(text: str, **context: Any) -> str:
    return Template("{% load ui %}" + text).render(Context(context))


def test_plates_lie_evenly_around_the_whole_table() -> None:
    at = angles(plates())
    gaps = [b - a for a, b in pairwise([*at, at[0] + 360])]
    assert min(gaps) > 25
    assert max(gaps) < 40
    assert sum(gaps) == pytest.approx(360)


@pytest.mark.parametrize("here", range(12))
def test_the_thread_ends_where_the_round_is(here: int) -> None:
    drawn = wheel(Table("x", plates(), here=here))
    assert bool(drawn.past) == (here > 0)
    assert bool(drawn.future) == (here < 11)
    assert (drawn.here == BETWEEN_ROUNDS) == (here in (0, 11))


@pytest.mark.parametrize("count", [0, 1, 5, 8, 20])
def test_at_most_eight_sit_and_one_chair_is_free(count: int) -> None:
    table = Table("x", plates(), [Chair(str(n)) for n in range(count)], others=0)
    drawn = wheel(table)
    assert sum(chair.free for chair in drawn.chairs) == 1
    assert len(drawn.chairs) == min(count, 8) + 1 + (count > 8)


@pytest.mark.parametrize("count", range(9))
@pytest.mark.parametrize("name", ["Buurttuin", "Bewonersvereniging van de Noordelijke Indische Buurt"])
def test_words_at_a_chair_stay_within_the_drawing_and_are_whole(count: int, name: str) -> None:
    for chair in wheel(Table("x", plates(), [Chair(name)] * count)).chairs:
        for line in chair.labels:
            far = abs(float(line.x)) + len(line.text) * 11
            assert far < 720 and -530 < float(line.y) < 570
        assert "…" not in "".join(line.text for line in chair.labels)


def test_a_table_without_plates_is_still_a_table() -> None:
    assert "surface" in draw("{% table_of_plates t %}", t=Table("x", ()))


def test_round_and_long_table_say_the_same() -> None:
    html = draw("{% table_of_plates t %}", t=round_table())
    for number in range(1, 12):
        assert html.count(f'href="#bord-{number}"') == 3
    assert [item.plate.number for mat in long_table(round_table()) for item in mat.items] == list(range(1, 12))


BAD = {
    "{% table_of_plates x %}": Table(
        EVIL, [Plate(1, EVIL, EVIL, EVIL, "open", EVIL, EVIL)], [Chair(EVIL, EVIL)], 1, EVIL
    ),
    "{% thread_list x %}": [Step(1, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, gap=EVIL, quote=EVIL)],
    "{% shelves x %}": Pot(100, [ShelfItem(EVIL, 50, EVIL)]),
    "{% compass_blocks x %}": Compass(EVIL, [CompassItem(EVIL, None, EVIL, EVIL, EVIL)], EVIL, EVIL),
    "{% choropleth x %}": AreaMap(EVIL, [Area(EVIL, {}, 1, EVIL, EVIL, EVIL)], (1,), EVIL, note=EVIL),
}


@pytest.mark.parametrize("tag", BAD)
def test_texts_of_others_cannot_break_out(tag: str) -> None:
    assert "<script" not in draw(tag, x=BAD[tag])


@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr"])
def test_coordinates_never_follow_the_language(language: str) -> None:
    with override(language):
        html = draw(
            "{% compass_blocks compass %}{% shelves pot %}{% choropleth area_map %}{% line_chart lines %}", **figures()
        )
    numbers = re.findall(r' (?:x|y|cx|cy|r|width|height|viewBox)="([^"]*)"', html)
    assert numbers
    assert all(re.fullmatch(r"[-0-9. ]+", number) for number in numbers)


def test_every_drawing_has_a_name_or_is_hidden() -> None:
    html = draw(
        "{% table_of_plates round_table %}{% thread_picture thread_steps %}{% thread_list thread_steps %}{% chair %}"
        "{% shelves pot %}{% bar_chart bars %}{% line_chart lines %}{% dot_chart dots %}{% compass_blocks compass %}"
        "{% choropleth area_map %}{% trend trend_points %}{% mini_table 3 'x' %}",
        **figures(),
    )
    drawings = re.findall(r"<svg[^>]*>", html)
    assert all('aria-hidden="true"' in one or "aria-label=" in one for one in drawings)


def widths(pot: Pot, count: int) -> float:
    return sum(
        float(numbers[-1]) - float(numbers[0])
        for piece in shelves(pot, count, 1000).pieces
        if (numbers := re.findall(r"M([\d.]+).*H([\d.]+)", piece.fill.replace("\n", ""))[0])
    )


@pytest.mark.parametrize(("count", "each"), [(1, 100_000), (4, 25_000), (7, 15_000)])
def test_shelves_are_at_true_scale(count: int, each: int) -> None:
    pot = Pot(100_000, [ShelfItem("a", 33_333), ShelfItem("b", 11_111), ShelfItem("c", 40_000)])
    assert widths(pot, count) == pytest.approx(1000 * 100_000 / each, rel=0.08)


@pytest.mark.parametrize(("total", "count", "says"), [
    (97_778_800, 4, ["€ 250.000", "€ 500.000", "€ 750.000", "€ 1.000.000"]),
    (20_000_000, 4, ["€ 50.000", "€ 100.000", "€ 150.000", "€ 200.000"]),
    (40_001, 4, ["€ 150", "€ 300", "€ 450"]),
    (1, 3, ["€ 1"]),
])  # fmt: skip
def test_a_shelf_holds_a_round_amount(total: int, count: int, says: list[str]) -> None:
    with override("nl"):
        drawn = shelves(Pot(total, [ShelfItem("a", total)]), count, 1000)
    assert [text.replace("\xa0", " ") for _y, _text_y, text in drawn.floors] == says


def test_an_item_on_two_shelves_has_its_number_on_both_and_its_name_once() -> None:
    drawn = shelves(Pot(100_000, [ShelfItem("Tuin aan de kade", 90_000)], rest_label="over"), 2, 1000)
    assert [(piece.number, piece.name) for piece in drawn.pieces[:2]] == [("1", "Tuin aan de kade"), ("1", "")]


def test_a_long_word_in_a_question_keeps_all_its_letters() -> None:
    table = Table("x", [Plate(n, "x", question="What does it cost and who does it?") for n in range(3)])
    assert [line.text for line in wheel(table).mats[0].lines] == ["What does it", "cost and who", "does it?"]


@pytest.mark.parametrize("pot", [Pot(0, []), Pot(0, [ShelfItem("a", 0)]), Pot(10, [ShelfItem("a", 99_999)])])
def test_odd_pots_are_drawn(pot: Pot) -> None:
    assert "<svg" in draw("{% shelves pot %}", pot=pot)


def test_too_much_is_said_not_hidden() -> None:
    with override("nl"):
        assert "meer dan er is" in draw("{% shelves pot %}", pot=Pot(100, [ShelfItem("a", 300)]))


def test_a_missing_figure_is_hatched_and_never_zero() -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
    drawn = area_map(AreaMap("x", [Area("a", {"type": "Polygon", "coordinates": [ring]})], (1, 2)))
    assert (drawn.shapes[0].style, drawn.shapes[0].pill) == ("hatched", "A")


@pytest.mark.parametrize(
    "geometry", [{}, {"type": "Point", "coordinates": [1, 2]}, {"type": "Polygon", "coordinates": []}]
)
def test_a_map_survives_an_area_without_outline(geometry: dict[str, Any]) -> None:
    assert "<svg" in draw("{% choropleth m %}", m=AreaMap("x", [Area("a", geometry, 1.0)], (1,)))


def test_the_letter_lies_inside_a_crooked_area() -> None:
    crooked = [(0.0, 0.0), (90.0, 0.0), (90.0, 20.0), (20.0, 20.0), (20.0, 90.0), (0.0, 90.0)]
    place, air = best_place([crooked])
    assert air > 5
    assert place.x < 20 or place.y < 20


@pytest.mark.parametrize("values", [[], [0], [5, 5], [-3, 8], [1e-6, 2e-6], [0.1, 0.30000000000000004], [1e9, 3e9]])
def test_a_scale_holds_all_its_values(values: list[float]) -> None:
    low, high, step = scale(values)
    assert step > 0
    assert all(low <= value <= high + step * 1e-6 for value in values)
    assert (high - low) / step < 12


@pytest.mark.parametrize("points", [[], [Point("a", None)], [Point("a", 1)], [Point("a", 1), Point("b", 1)]])
def test_a_trend_of_little_is_said_in_words(points: list[Point]) -> None:
    assert draw("{% trend points %}", points=points)


def test_words_are_wrapped_evenly_and_cut_with_an_ellipsis() -> None:
    assert wrapped("Wat gaan we doen?", 11, 3) == ["Wat gaan", "we doen?"]
    assert wrapped("Woning\u00adcorporaties", 14, 2) == ["Woning-", "corporaties"]
    assert wrapped("een heel lange zin met veel woorden", 8, 2)[-1].endswith("…")
    assert wrapped("", 8, 2) == []


def test_the_question_of_a_mat_leaves_room_for_where_we_are() -> None:
    asked = ["Wie?"] * 2 + ["Wat willen we?"] + ["Wat gaan we doen?"] * 2 + ["Wat kost het?"] * 5 + ["Wat kwam ervan?"]
    plates = [Plate(n, f"Bord {n}", question=question) for n, question in enumerate(asked, start=1)]
    drawn = wheel(Table("Buurt", plates, here=4))
    lines = next(mat.lines for mat in drawn.mats if mat.question == "Wat gaan we doen?")
    for line in lines:
        half = len(line.text) * 13.6 / 2
        beside = abs(float(line.x) - drawn.here.x) > half + 15
        assert beside or abs(float(line.y) - 7 - drawn.here.y) > 25


def test_a_reason_runs_its_own_way() -> None:
    """On an Arabic page the full stop of a Dutch reason stays at its end."""
    step = Step(1, "Profiel", "2020", "Een titel", reason="Dat zeggen de cijfers.", gap="Het lag stil.")
    html = draw("{% thread_list x %}", x=[step])
    assert "<bdi>Dat zeggen de cijfers.</bdi>" in html and "<bdi>Het lag stil.</bdi>" in html
