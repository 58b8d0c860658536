"""The one part of a page that is swapped while somebody works: the sum under the plans of a vote."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.ballot import PLANS, open_vote
from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person

pytestmark = pytest.mark.browser
ROOM, COOK, BENCH = (title for title, _cents in PLANS)


@pytest.fixture
def paper(street: Street) -> Person:
    """A ballot paper on a telephone."""
    vote = open_vote(street.world.cycle, street.world.cast, codes=1)
    return street("visitor", vote.url).click("Ik heb een code: stemmen").send("Verder", {"Uw code": vote.codes[0]})


def tick(paper: Person, plan: str) -> Any:
    """Tick a plan with the keyboard, and wait for the sum."""
    box = paper.page.locator("label.choice").filter(has_text=plan).locator("input")
    box.focus()
    with paper.page.expect_response("**/stem/kies/") as answer:
        paper.page.keyboard.press("Space")
    answer.value.finished()
    return box


def test_a_swap_keeps_the_focus_and_is_said_aloud(paper: Person) -> None:
    box = tick(paper, COOK)
    status = paper.page.get_by_role("status").filter(has_text="1 plan")
    status.wait_for()
    assert box.evaluate("e => e === document.activeElement && e.checked")
    assert "€ 3.500" in status.inner_text().replace("\xa0", " ")
    tick(paper, ROOM)
    paper.page.get_by_role("status").filter(has_text="2 plannen").wait_for()
    paper.page.locator("label.choice").filter(has_text=BENCH).get_by_text("Past niet meer").wait_for()
    paper.looked()


def test_after_a_swap_the_page_sends_what_is_ticked_and_there_is_a_way_back(paper: Person) -> None:
    tick(paper, COOK)
    paper.press("Bewaar en ga verder").sees("Klopt dit?", COOK)
    with paper.page.expect_navigation():
        paper.page.get_by_role("button", name="Verander").first.click()
    assert paper.looked().page.locator("label.choice").filter(has_text=COOK).locator("input").is_checked()
