"""Maps of hundreds of areas: light, quick, true to their numbers, and the same in words."""

import re
from math import cos, radians, sin
from time import process_time

import brotli  # type: ignore[import-untyped]
import pytest
from django.utils.translation import override

from samenspel.ui.drawing.atlas import class_words, legend, style_of
from samenspel.ui.drawing.outlines import covers, fit, near, path_of
from samenspel.ui.figures import MapShape, MapValue, MapYear, MapYears, Outlines, ShapeMap
from samenspel.ui.style.profile import figures, squares
from samenspel.ui.tests.drawing import EVIL, draw, wrong_in

SIDE, MANY = 23, 518
MOST_BYTES, MOST_SECONDS = 60_000, 0.09  # three times the bar of 30 ms: other tests run on the same machine


def crooked(x: int, y: int) -> list[tuple[float, float]]:
    """A border of 40 points, as real outlines have, that two neighbours share."""
    return [(x + at / 40, y + 0.2 * sin(at * 1.3 + x * 7 + y * 3)) for at in range(40)]


def many() -> Outlines:
    areas = {}
    for n in range(MANY):
        x, y = n % SIDE, n // SIDE
        ring = [*crooked(x, y), *reversed(crooked(x, y + 1))]
        areas[f"BU0000{n:04}"] = (f"Buurt van de {n}e straat", [[(a * 1000, b * 1000) for a, b in ring]])
    return fit(areas)


def city(outlines: Outlines) -> ShapeMap:
    values = {code: MapValue(round(20 + 9 * sin(at), 1)) for at, code in enumerate(outlines.shapes)}
    return ShapeMap(
        "Weinig inkomen", outlines, values, (12, 16, 20, 26), ["BU00000100"], lambda code: f"/cijfers/{code}/"
    )


def test_518_areas_with_their_list_are_light() -> None:
    html = draw("{% shape_map m %}", m=city(many())).encode()
    assert html.count(b"/cijfers/BU0000") == 2 * MANY
    assert len(brotli.compress(html, quality=5)) < MOST_BYTES


def test_518_areas_with_their_list_are_quick() -> None:
    map_ = city(many())
    draw("{% shape_map m %}", m=map_)
    start = process_time()
    draw("{% shape_map m %}", m=map_)
    assert process_time() - start < MOST_SECONDS


def test_six_years_say_each_outline_once() -> None:
    outlines = many()
    years = [MapYear(str(year), city(outlines).values) for year in range(6)]
    html = draw("{% small_maps y %}", y=MapYears("x", outlines, years, (12, 20), ["BU00000100"]))
    assert html.count('<path id="') == MANY
    assert html.count("<use ") == 6 * MANY
    assert len(brotli.compress(html.encode(), quality=5)) < MOST_BYTES


def test_neighbours_keep_the_same_border() -> None:
    """Whole units and relative steps: where one area ends the other begins."""
    shapes = fit(
        {"a": ("a", [[(0, 0), (5.4, 0), (5.4, 9), (0, 9)]]), "b": ("b", [[(5.4, 0), (11, 0), (11, 9), (5.4, 9)]])}
    ).shapes
    (ax, _ay, wide, _high), (bx, *_rest) = covers(shapes["a"].path), covers(shapes["b"].path)
    assert ax + wide == bx


@pytest.mark.parametrize(("ring", "path"), [
    ([(0, 0), (10, 0), (20, 0), (20, 10)], "M0 0l20 0 0 10z"),
    ([(0, 0), (10, 0), (10, -10), (0, 0)], "M0 0l10 0 0-10z"),
    ([(0, 0), (0.2, 0.1), (0.1, 0.3)], ""),
])  # fmt: skip
def test_paths_say_no_more_than_is_seen(ring: list[tuple[float, float]], path: str) -> None:
    assert path_of([ring]) == path


def test_degrees_are_flattened_where_they_are() -> None:
    ring = [(4.9, 52.0), (5.0, 52.0), (5.0, 52.1), (4.9, 52.1)]
    box = fit({"a": ("a", [ring])}, degrees=True).box
    assert box[3] / box[2] == pytest.approx(1 / cos(radians(52.05)), rel=0.01)


def test_classes_are_said_with_their_counts() -> None:
    values = [MapValue(12.0), MapValue(11.9), MapValue(30), MapValue(None), MapValue(None, why="secret")]
    with override("nl"):
        entries = [(one.style, one.words, one.count) for one in legend((12, 20), values)]
    assert entries == [
        ("class-0", "tot 12", "1 gebied"), ("class-1", "12 tot 20", "1 gebied"), ("class-2", "20 en meer", "1 gebied"),
        ("hatched", "geen cijfer", "1 gebied"), ("dotted", "geheim", "1 gebied"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "style"), [("missing", "hatched"), ("secret", "dotted"), ("not_yet", "later"), ("odd", "hatched")]
)
def test_no_figure_is_never_a_class(why: str, style: str) -> None:
    assert style_of(MapValue(None, why=why), (0, 10)) == style


def test_limits_are_written_alike() -> None:
    with override("nl"):
        assert class_words((1.5, 20)) == ["tot 1,5", "1,5 tot 20,0", "20,0 en meer"]
        assert class_words(()) == ["alle cijfers"]


def test_the_list_is_by_name_and_not_by_value() -> None:
    """It is not a league table; the own area stands first."""
    shapes = {name: MapShape(name, "M0 0l9 0 0 9z", 3, 3) for name in ("b", "a", "c")}
    values = {"a": MapValue(1), "b": MapValue(99), "c": MapValue(None, why="secret")}
    with override("nl"):
        html = draw("{% shape_map m %}", m=ShapeMap("x", Outlines(shapes, (0, 0, 10, 10)), values, (5,), ["c"]))
    lines = re.findall(r"<li[^>]*><span>(\w)</span> <b>([^<]*)</b>", html)
    assert lines == [("c", "geheim"), ("a", "1"), ("b", "99")]


def test_a_long_list_is_folded_after_twelve() -> None:
    html = draw("{% shape_map city_map %}", **figures())
    first, rest = html.split("<details")[0], html.split("<details")[1]
    assert first.count("<li><a") + first.count("<li class=own><a") == 12
    assert rest.count("<li><a") == 14 * 14 - 12


def test_the_picture_is_left_out_for_who_does_not_see_it() -> None:
    """Its links are in the list; the drawing has no stops for the tab key."""
    html = draw("{% shape_map city_map %}", **figures())
    svg = html[html.index('<svg viewBox="0 0 1600') : html.index("</svg>")]
    assert 'aria-hidden="true"' in svg
    assert svg.count("<a ") == svg.count('tabindex="-1"') == 14 * 14


def test_only_what_is_near_is_drawn() -> None:
    outlines = squares()
    view = near(outlines, ["a0"])
    html = draw("{% shape_map m list=False %}", m=ShapeMap("x", outlines, {}, (), ["a0"], view=view))
    assert 4 <= html.count("<title>") < 30


def test_near_nothing_is_everything() -> None:
    assert near(squares(), ["gone"]) == squares().box


def test_a_map_without_areas_or_with_bad_names_is_drawn() -> None:
    bad = Outlines({EVIL: MapShape(EVIL, "M0 0l9 0 0 9z", 3, 3, 900)}, (0, 0, 10, 10))
    evil = ShapeMap(EVIL, bad, {EVIL: MapValue(1, EVIL)}, (1,), [EVIL], lambda code: code, EVIL, mean=(EVIL, EVIL))
    years = MapYears(EVIL, bad, [MapYear(EVIL, evil.values, EVIL, EVIL)], (1,), [EVIL], EVIL, whole={EVIL: EVIL})
    empty = ShapeMap("x", fit({}), {}, (), key="empty")
    html = draw("{% shape_map a %}{% shape_map b %}{% small_maps c %}", a=empty, b=evil, c=years)
    assert "<script" not in html
    assert wrong_in(html) == []
