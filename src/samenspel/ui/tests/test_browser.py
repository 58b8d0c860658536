"""In a real browser: nothing for axe to say, nothing that slides sideways, everything by keyboard."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory

from samenspel.ui.figures import FigureCard
from samenspel.ui.views import embedded

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]
STATIC = Path(__file__).parents[1] / "static" / "ui"
AXE = STATIC.parent / "vendor" / "test" / "axe.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with api.sync_playwright() as play:
        yield play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_component_is_for_everyone(browser: Any, live_server: Any, width: int, language: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, locale=language)
    page.goto(f"{live_server.url}/stijl/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}}).then(r => r.violations.map(v => v.id))")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_the_first_tab_goes_to_the_content(browser: Any, live_server: Any) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/stijl/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    page.close()


def test_one_figure_on_another_site_is_for_everyone(browser: Any) -> None:
    card = FigureCard(
        "Eenzaam", "54,1%", "van de bewoners", "In de stad: 53,2%.", "RIVM", "/cijfers/", "/bron/", "Buurt"
    )
    page = browser.new_page(viewport={"width": 320, "height": 360})
    page.set_content(embedded(RequestFactory().get("/"), card).content.decode())
    page.add_style_tag(content="".join((STATIC / name).read_text() for name in ("tokens.css", "embed.css")))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}}).then(r => r.violations.map(v => v.id))")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_a_block_of_the_compass_is_followed_by_keyboard(browser: Any, live_server: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{live_server.url}/stijl/")
    page.locator('.compass svg a[href="#k2"]').first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#k2")
    page.close()


def test_figures_stay_on_paper(browser: Any, live_server: Any) -> None:
    """Folds lie open and nothing hangs over the edge of a sheet."""
    page = browser.new_page(viewport={"width": 700, "height": 990})
    page.emulate_media(media="print")
    page.goto(f"{live_server.url}/stijl/")
    assert page.evaluate("document.querySelector('.map-list details li').getBoundingClientRect().height > 0")
    wide = (
        "[...document.querySelectorAll('.atlas, .compass, .confront, .chart')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert max(page.evaluate(wide)) <= 1
    page.close()
