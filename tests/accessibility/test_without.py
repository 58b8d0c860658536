"""Without JavaScript, and without a mouse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.accessibility.site import Site
from tests.accessibility.test_axe import ALL, PAGES
from tests.security.places import PLACE, routes

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("db")]
ROUTES = [ALL[name] for name in PAGES if ALL[name].access in ("account", "action")]
VOTE = next(route for route in routes() if route.name == "commissioning:vote")
FOCUSED = """() => { const e = document.activeElement; const l = e.labels && e.labels[0];
    return ((l ? l.textContent : e.textContent) || '').trim().replace(/\\s+/g, ' ') }"""

RINGED = """() => [document.activeElement, document.activeElement.closest('.choice')].some(
    e => e && getComputedStyle(e).outlineStyle !== 'none')"""


def test_a_vote_without_javascript(site: Site) -> None:
    page = site.window("visitor", "nl", java_script_enabled=False)
    page.goto(site.url + site.filled.address(VOTE))
    page.get_by_label("Uw code").fill(site.filled.voting_codes[0].lower())
    page.get_by_role("button", name="Verder", exact=True).click()
    page.get_by_label("Samen koken op zondag").check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    assert page.get_by_role("heading", name="Klopt dit?").is_visible()
    page.get_by_role("button", name="Ja, dit is mijn stem").click()
    assert page.get_by_role("heading", name="Dank u wel. Uw stem telt mee.").is_visible()


def tab_to(page: Any, words: str) -> None:
    """Press Tab until something with these words has the focus, and is to be seen."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(words):
            assert page.evaluate(RINGED), f"the focus on {words!r} is not to be seen"
            return
    pytest.fail(f"no way with Tab to {words!r} on {page.url}")


def test_a_story_told_with_the_keyboard_alone(site: Site) -> None:
    page = site.window("visitor", "nl")
    page.goto(f"{site.url}/{PLACE}/2026/profiel/verhalen/")
    for words, key in (("Vertel een verhaal", "Enter"), ("Vertel in uw eigen woorden", "")):
        tab_to(page, words)
        press(page, key)
    page.keyboard.type("Op het plein zitten altijd mensen.")
    for words, key in (
        ("Ga verder", "Enter"), ("Ga verder", "Enter"), ("Iedereen mag dit lezen", "Space"), ("Ga verder", "Enter"),
        ("Geef mijn verhaal", "Enter"),
    ):  # fmt: skip
        tab_to(page, words)
        press(page, key)
    assert page.get_by_role("heading", name="Dank u wel voor uw verhaal").is_visible()


def press(page: Any, key: str) -> None:
    if key == "Enter":  # a link or a button: another page comes
        with page.expect_navigation():
            page.keyboard.press(key)
    elif key:
        page.keyboard.press(key)


@pytest.mark.parametrize("role", ["organiser", "official", "initiative"])
def test_every_page_of_who_is_logged_in_fits_a_phone(site: Site, role: str) -> None:
    """At 320 pixels, which is also 400 % on a desk; pages that are not for this role say so, and fit as well."""
    page, wide = site.window(role, "nl", viewport={"width": 320, "height": 640}), []
    for route in ROUTES:
        page.goto(site.url + site.filled.address(route))
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(route.name)
    assert wide == [] and site.noise == []
