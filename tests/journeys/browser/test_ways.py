"""Other ways to come in: without JavaScript, with the keyboard alone, and with a code from a poster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.ballot import PLANS, open_vote
from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person

pytestmark = pytest.mark.browser
STORY = "De lift doet het vaak niet. Oma blijft dan binnen."
COOK = PLANS[1][0]
# Where the focus is, in words, and whether a ring is to be seen around it or around what it stands in.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const ringed = e => { const look = e && getComputedStyle(e);
      return look && look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0; };
  const drawn = e => { const hit = e.querySelector('svg .hit, .hit'); const look = hit && getComputedStyle(hit);
      return look && look.stroke !== 'none' && parseFloat(look.strokeWidth) >= 3; };
  const words = e => (e.getAttribute('aria-label') || (e.labels && e.labels[0] || e).textContent || '')
      .trim().replace(/\\s+/g, ' ');
  return [words(at), ringed(at) || ringed(at.closest('.choice')) || ringed(at.closest('label')) || drawn(at)];
}"""


def test_a_visitor_without_javascript_tells_follows_and_votes(street: Street) -> None:
    vote = open_vote(street.world.cycle, street.world.cast, codes=1)
    plain = street("visitor", "/testbuurt/", java_script_enabled=False).click("Buurtprofiel")
    plain.click("Vertel een verhaal").send("Geef mijn verhaal", {
        "Vertel in uw eigen woorden": STORY, "Iedereen mag dit lezen": True})  # fmt: skip
    code = plain.receipt()
    street.world("professional", "profiel/").click("Lees nieuwe verhalen").send("Toon dit verhaal")
    plain.click("Samenspel Testbuurt").send("Volg de rode draad", {"Uw code": code})
    assert plain.url == f"/d/{code}/"
    plain.go(vote.url).click("Ik heb een code: stemmen").send("Verder", {"Uw code": vote.codes[0].lower()})
    plain.page.locator("label.choice").filter(has_text=COOK).locator("input").check()
    plain.press("Bewaar en ga verder").press("Ja, dit is mijn stem").sees("Dank u wel.")
    street("reader", vote.url).sees("Er is nu 1 stembiljet binnen.")


def stops(page: Any, most: int = 150) -> Iterator[str]:
    """Tab through a page: at each stop the focus is to be seen, and after the last one it leaves the page."""
    for _press in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at is None:
            return
        words, ringed = at
        assert ringed, f"the focus on {words!r} is not to be seen on {page.url}"
        yield words
    pytest.fail(f"the keyboard does not get out of {page.url}")


def tab_to(person: Person, words: str) -> Any:
    """Press Tab until something with these words has the focus."""
    seen = []
    for at in stops(person.page):
        if at.startswith(words):
            return person.page.keyboard
        seen.append(at)
    return pytest.fail(f"no way with Tab to {words!r} on {person.url}: {seen}")


def enter(person: Person, words: str) -> Person:
    """A link or a button, with Enter; another page comes."""
    keys = tab_to(person, words)
    with person.page.expect_navigation():
        keys.press("Enter")
    return person.looked()


def test_a_resident_with_the_keyboard_alone(street: Street) -> None:
    person = enter(street("resident", "/testbuurt/"), "Ik heb een voorstel")
    tab_to(person, "Hoe heet uw voorstel?").type("Een bank bij de lift")
    tab_to(person, "Wat wilt u doen?").type("Een bank waar mensen kunnen wachten.")
    while not person.button("Lever het voorstel in").count():
        enter(person, "Ga verder")
    enter(person, "Lever het voorstel in")
    enter(person, "Bekijk uw voorstel").sees("Een bank waar mensen kunnen wachten.")


@pytest.mark.parametrize("page", ["/testbuurt/", "/testbuurt/2026/voorstellen/", "/testbuurt/logboek/", "/inloggen/"])
def test_the_keyboard_goes_through_a_page_and_out_of_it(street: Street, page: str) -> None:
    first, *others = stops(street("reader", page).page)
    assert first == "Naar de inhoud" and len(others) > 3


def test_a_stranger_follows_a_code_from_a_poster(street: Street) -> None:
    world = street.world
    world("visitor", "voorstellen/inleveren/").send("Lever het voorstel in", {
        "Hoe heet uw voorstel?": "Een kraan op het plein", "Wat wilt u doen?": "Water voor iedereen."})  # fmt: skip
    code = world.walkers["visitor"].code()
    poster = street("professional", f"/d/{code}/poster/").text()
    said = next(word for word in poster.split() if word.count("-") == 2 and word[-1].isdigit())
    stranger = street("stranger", f"/d/{code}/").sees("Een kraan op het plein", said)
    first, second, number = said.split("-")
    stranger.go(f"/d/?code={first} {second} {number}")
    assert stranger.url == f"/d/{code}/"
    typo = f"{first[:-1]}{'x' if first[-1] != 'x' else 'z'}-{second}-{number}"
    stranger.go(f"/d/?code={typo}", status=404).click(code).sees("Een kraan op het plein")
