"""Lines, survey pictures, the table of figures and people, and one figure to take along."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from PIL import Image

from samenspel.ui.drawing.trends import moments, stretches, trend_line
from samenspel.ui.figures import (
    ColumnBar,
    ColumnChart,
    Confrontation,
    ConfrontRow,
    FigureCard,
    MarkChart,
    MarkRow,
    TrendLine,
    TrendPoint,
)
from samenspel.ui.paper import colour, on_sheet, pdf_of
from samenspel.ui.paper.figures import mixed
from samenspel.ui.social import card
from samenspel.ui.style.profile import figures, trend
from samenspel.ui.tests.drawing import EVIL, draw, wrong_in
from samenspel.ui.tests.reading import needs_pango, pages_of
from samenspel.ui.views import embedded

ALL = (
    "{% compass_blocks full_compass %}{% compass_blocks two_years %}{% compass_small full_compass %}"
    "{% compass_rings rings %}{% shape_map city_map %}{% shape_map near_map list=False %}{% small_maps map_years %}"
    "{% trend_line long_trend %}{% trend_small long_trend %}{% column_chart marks_given %}{% column_chart weights %}"
    "{% confrontation confrontation %}{% mark_chart mark_chart %}{% figure_card figure_card %}"
)


@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr"])
def test_every_figure_is_sound_in_every_language(language: str) -> None:
    with override(language):
        html = draw(ALL, **figures())
    assert wrong_in(html) == []
    assert "style=" not in html
    numbers = re.findall(r' (?:x|y|cx|cy|r|width|height|viewBox)="([^"]*)"', html)
    assert all(re.fullmatch(r"[-0-9. ]+", number) for number in numbers)
    assert all('aria-hidden="true"' in one or "aria-label=" in one for one in re.findall(r"<svg[^>]*>", html))


def test_a_break_and_a_missing_year_end_the_line() -> None:
    points = [TrendPoint("2015", 1), TrendPoint("2016", 2), TrendPoint("2017", None), TrendPoint("2018", 3),
              TrendPoint("2019", 4, broken="anders geteld"), TrendPoint("2020", 5)]  # fmt: skip
    assert stretches(points) == [[0, 1], [3], [4, 5]]
    assert trend_line(TrendLine("x", points)).line.count("M") == 3


def test_another_code_does_not_end_the_line() -> None:
    assert stretches([TrendPoint("2019", 1), TrendPoint("2020", 2, recoded="andere code")]) == [[0, 1]]


def test_years_stand_at_their_true_distance() -> None:
    assert moments([TrendPoint("2010", 1), TrendPoint("2012", 1), TrendPoint("2020", 1)]) == [0, 0.2, 1]
    assert moments([TrendPoint("voor", 1), TrendPoint("na", 1)]) == [0, 1]
    assert moments([TrendPoint("2020", 1)]) == [0.5]


def test_marks_of_a_line_stand_in_words_below_it_and_in_its_table() -> None:
    with override("nl"):
        html = draw("{% trend_line t %}", t=trend())
    assert html.count("andere manier van tellen") == 2
    assert html.count("de buurt kreeg andere codes") == 2
    assert "geheim" in html and "16,3 tot 18,5" in html


@pytest.mark.parametrize("values", [(), (None,), (1,), (None, 1), (0, 0), (-2, 3), (5, None, 5)])
@pytest.mark.parametrize("tag", ["trend_line", "trend_small"])
def test_any_line_is_drawn_or_said(tag: str, values: tuple[float | None, ...]) -> None:
    points = [TrendPoint(str(2000 + at), value) for at, value in enumerate(values)]
    assert draw("{% " + tag + " t %}", t=TrendLine("x", points))


def test_a_secret_value_is_no_point_on_the_line() -> None:
    drawn = trend_line(
        TrendLine("x", [TrendPoint("2019", 4), TrendPoint("2020", None, "geheim"), TrendPoint("2021", 5)])
    )
    assert len(drawn.spots) == 2


def test_the_table_of_figures_and_people_says_it_all() -> None:
    with override("nl"):
        html = draw("{% confrontation confrontation %}", **figures())
    said = (
        "29,6%|24,3%|17,9 in 2009|5,8|± 0,3|van 214 mensen|12 verhalen|0 foto’s|3 keer aanbod|"
        "Zegt hetzelfde|Zegt iets anders|Weten we niet|Wat vragen wij nu?"
    )
    for words in said.split("|"):
        assert words in html
    assert html.count('role="rowheader"') == 3


def test_what_nobody_counted_is_not_zero() -> None:
    with override("nl"):
        html = draw("{% confrontation c %}", c=Confrontation("x", [ConfrontRow("Werk", photos=1)]))
    assert "verhalen" not in html and "1 foto" in html and "geen cijfer" in html and "nog niet gevraagd" in html


def test_a_column_of_nothing_is_not_drawn_and_one_too_few_to_show_is_hatched() -> None:
    bars = [ColumnBar("1", 0), ColumnBar("2", 4), ColumnBar("3", None, missing="te weinig")]
    with override("nl"):
        html = draw("{% column_chart c %}", c=ColumnChart("x", bars))
    svg = html[: html.index("</svg>")]
    assert svg.count("<rect") == 2 and svg.count('class="hatched"') == 1
    assert "te weinig" in html


@pytest.mark.parametrize("count", [0, 1, 10, 60])
def test_any_number_of_columns(count: int) -> None:
    assert "<svg" in draw(
        "{% column_chart c %}", c=ColumnChart("x", [ColumnBar(str(n), n) for n in range(count)], at=99)
    )


def test_a_mean_stays_on_its_scale() -> None:
    rows = [MarkRow("a", 12, 11, 13), MarkRow("b", None, missing="te weinig")]
    with override("nl"):
        html = draw("{% mark_chart c %}", c=MarkChart("x", rows))
    assert 'cx="288"' in html and "te weinig" in html


def test_texts_of_others_cannot_break_out() -> None:
    line = TrendLine(
        EVIL, [TrendPoint(EVIL, 1, EVIL, broken=EVIL), TrendPoint(EVIL, 2, recoded=EVIL)], EVIL, EVIL, EVIL
    )
    row = ConfrontRow(
        EVIL, EVIL, EVIL, EVIL, EVIL, line, EVIL, EVIL, EVIL, 1, EVIL, 1, EVIL, 1, EVIL, EVIL, EVIL, EVIL, EVIL
    )
    html = draw(
        "{% trend_line a %}{% trend_small a %}{% confrontation b %}{% mark_chart c %}{% column_chart d %}"
        "{% figure_card e %}{% embed_code x x %}",
        a=line, b=Confrontation(EVIL, [row], EVIL, EVIL), c=MarkChart(EVIL, [MarkRow(EVIL, 3, url=EVIL)], EVIL),
        d=ColumnChart(EVIL, [ColumnBar(EVIL, 1, EVIL)], EVIL, EVIL, 1, EVIL),
        e=FigureCard(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL), x=EVIL,
    )  # fmt: skip
    assert "<script" not in html


def test_figures_in_a_pdf_have_their_colours_written_out() -> None:
    html = on_sheet(draw("{% compass_blocks full_compass %}{% trend_line long_trend %}", **figures()), 3)
    assert html.count("<style>") == html.count("<svg")
    assert colour("room-3-deep") in html and "var(" not in html


def test_a_mixed_colour_lies_between() -> None:
    assert mixed("#fff", "#000000", 0.5) == "#808080"


@needs_pango
def test_figures_fit_in_a_pdf() -> None:
    made = pdf_of(f"<html lang=nl><title>x</title><body>{on_sheet(draw(ALL, **figures()))}</body></html>")
    assert made.startswith(b"%PDF") and pages_of(made) > 1


@pytest.mark.usefixtures("bare_site")
def test_a_figure_in_another_site_sets_no_cookie_and_may_be_framed(rf: RequestFactory) -> None:
    response = embedded(rf.get("/"), FigureCard("Eenzaam", "54,1%", source="RIVM 2020"))
    page = response.content.decode()
    assert not response.cookies and "csrf" not in page and "<script" not in page
    assert getattr(response, "xframe_options_exempt", False)
    assert "RIVM 2020" in page and wrong_in(page[page.index("<html") :]) == []


def test_only_such_a_page_may_be_framed(client: Any, bare_site: None) -> None:
    assert "frame-ancestors 'none'" in client.get("/stijl/")["Content-Security-Policy"]


WORDS = (
    "Mensen die zich eenzaam voelen",
    "54,1%",
    "van de bewoners",
    "Iets meer dan in de stad: 53,2%.",
    "Bron: RIVM 2020",
)


@pytest.mark.parametrize("words", [
    WORDS, ("", "", "", "", ""), ("Ğüzel şehir, İstanbul", "12", "yüzde", "", "TÜİK"),
    ("كم عدد السكان في هذا الحي؟", "١٢٣", "نسمة", "أكثر من المدينة", "المصدر"),
    ("Woord" * 60, "€ 12.345.678.901", "per huishouden per jaar", "lang " * 80, "bron " * 80),
])  # fmt: skip
def test_a_picture_to_send_around(words: tuple[str, ...]) -> None:
    made = card(*words, room=1, place="Indische Buurt")
    assert Image.open(BytesIO(made)).size == (1200, 630)
    assert len(made) < 60_000


def test_a_picture_without_the_fonts_of_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenspel.ui.social import letters

    card(*WORDS)  # the colours are read once
    letters.font.cache_clear()
    monkeypatch.setattr("django.contrib.staticfiles.finders.find", lambda _name: None)
    monkeypatch.setattr(letters, "OTHERS", ())
    assert card(*WORDS)
    letters.font.cache_clear()
