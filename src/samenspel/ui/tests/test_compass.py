"""The compass: true to its numbers, open about what is unsure or missing, readable without seeing it."""

import re
from typing import Any

import pytest
from django.utils.translation import override

from samenspel.ui.drawing.compass.block import Band, drawn, outermost, style_of
from samenspel.ui.drawing.compass.one import summary
from samenspel.ui.drawing.compass.rings import laid
from samenspel.ui.figures import Compass, CompassItem, CompassRings
from samenspel.ui.style.profile import figures, rings
from samenspel.ui.tests.drawing import EVIL, draw

BAND = Band(55, 212)


def radii(path: str) -> list[float]:
    return sorted({float(radius) for radius in re.findall(r"A([\d.]+),", path)})


@pytest.mark.parametrize(("index", "at"), [(40, 55), (100, 133.5), (160, 212), (250, 212), (-9, 55)])
def test_a_block_ends_where_its_index_is(index: float, at: float) -> None:
    assert BAND.radius(index) == pytest.approx(at)


@pytest.mark.parametrize(
    ("item", "style"),
    [
        (CompassItem("x", 131), "out"),
        (CompassItem("x", 99), "in"),
        (CompassItem("x", None), "none"),
        (CompassItem("x", 131, judged=False), "plain"),
    ],
)
def test_each_kind_of_block_has_its_own_look(item: CompassItem, style: str) -> None:
    assert style_of(item) == style
    assert f'class="block {style}"' in drawn(item, 20, 10, BAND)


def test_a_margin_is_drawn_and_its_end_is_lighter() -> None:
    svg = drawn(CompassItem("x", 130, low=115, high=145), 20, 10, BAND)
    light, sure = re.findall(r'class="block out(?: light)?" d="([^"]*)"', svg)
    assert radii(light)[-1] == pytest.approx(BAND.radius(130), abs=0.1)
    assert radii(sure)[-1] == pytest.approx(BAND.radius(115), abs=0.1)
    assert 'class="margin"' in svg


def test_a_margin_over_100_leaves_nothing_sure() -> None:
    svg = drawn(CompassItem("x", 108, low=95, high=121), 20, 10, BAND)
    assert 'class="block out light"' in svg and 'class="block out"' not in svg


def test_what_is_compared_is_an_outline() -> None:
    svg = drawn(CompassItem("x", 90, other=120), 20, 10, BAND)
    assert radii(re.search(r'class="other" d="([^"]*)"', svg)[1])[-1] == pytest.approx(BAND.radius(120), abs=0.1)  # type: ignore[index]
    assert outermost(CompassItem("x", 90, other=120), BAND) == pytest.approx(BAND.radius(120))


def test_a_mark_of_residents_has_a_round_end() -> None:
    assert "mark-end" in drawn(CompassItem("x", 120, marks=True), 20, 10, BAND)
    assert "mark-end" not in drawn(CompassItem("x", None, marks=True), 20, 10, BAND)


def test_missing_and_not_judged_are_said_in_words() -> None:
    items = [CompassItem("a", None, missing="geheim"), CompassItem("b", 120, judged=False, low=100, high=140)]
    with override("nl"):
        html = draw("{% compass_blocks c %}", c=Compass("x", items))
    for words in ("geen cijfer", "geheim", "zonder oordeel", "tussen 100 en 140", "onzeker"):
        assert words in html


def test_blocks_are_links_with_their_number() -> None:
    with override("nl"):
        html = draw("{% compass_blocks c %}", c=Compass("x", [CompassItem("Werk", 83.6, url="/werk/")]))
    assert 'href="/werk/" aria-label="Werk: 84"' in html
    assert 'role="group"' in html
    assert html.count('href="/werk/"') == 2  # in the drawing and in the table


def test_without_links_it_is_one_picture() -> None:
    assert 'role="img"' in draw("{% compass_blocks c %}", c=Compass("x", [CompassItem("Werk", 84)]))


def test_all_rings_share_the_circle_without_overlap() -> None:
    for pieces in laid(rings()):
        ends = [edge for piece in pieces for edge in (piece.start, piece.end)]
        assert ends == sorted(ends)
        assert 0 <= ends[0] < ends[-1] <= 360


def test_all_rings_are_in_the_tables() -> None:
    with override("nl"):
        html = draw("{% compass_rings rings %}", rings=rings())
    for quarter in rings().whole.inside:
        for item in (quarter, *quarter.inside, *(one for theme in quarter.inside for one in theme.inside)):
            assert str(item.name) in html


def test_many_figures_are_not_each_a_stop_of_the_tab_key() -> None:
    html = draw("{% compass_rings rings %}", rings=rings())
    figures_ = sum(len(theme.inside) for quarter in rings().whole.inside for theme in quarter.inside)
    assert html.count('tabindex="-1"') == figures_ > 24


def test_a_card_says_its_compass_in_one_sentence() -> None:
    items = [CompassItem("a", 120), CompassItem("b", 80), CompassItem("c", None), CompassItem("d", 100, judged=False)]
    with override("nl"):
        assert summary(Compass("Buurt", items)) == (
            "Buurt: 1 boven 100, 1 onder 100, 1 zonder oordeel, 1 zonder cijfer"
        )


@pytest.mark.parametrize("tag", ["compass_blocks", "compass_small"])
@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_any_number_of_blocks(tag: str, count: int) -> None:
    items = [CompassItem(f"n{at}", 100 + at) for at in range(count)]
    assert "<svg" in draw("{% " + tag + " c %}", c=Compass("x", items))


def test_rings_of_nothing() -> None:
    for inside in ((), (CompassItem("q", None),), (CompassItem("q", 90, inside=[CompassItem("t", 90)]),)):
        whole = CompassItem("w", None, inside=inside)
        assert "<svg" in draw("{% compass_rings c %}", c=CompassRings("x", whole))


def test_names_cannot_break_out() -> None:
    item = CompassItem(EVIL, 120, EVIL, EVIL, EVIL, url=EVIL, other=90, other_value=EVIL)
    bad = CompassItem(EVIL, None, missing=EVIL, inside=[CompassItem(EVIL, 90, inside=[item], url=EVIL)], url=EVIL)
    compass: Any = Compass(EVIL, [item], EVIL, EVIL, note=EVIL, other=EVIL)
    html = draw(
        "{% compass_blocks a %}{% compass_small a %}{% compass_rings b %}", a=compass, b=CompassRings(EVIL, bad, EVIL)
    )
    assert "<script" not in html


def test_two_years_stand_beside_each_other_in_the_table() -> None:
    with override("nl"):
        html = draw("{% compass_blocks two_years %}", **figures())
    assert "kompas 73" in html and html.count('<th scope="col"') == 5
