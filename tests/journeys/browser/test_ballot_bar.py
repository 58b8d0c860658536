"""The bar under a ballot paper: what it says at once, and what it says again after a step back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.ballot import PLANS, open_vote
from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person
from tests.journeys.browser.test_back import window  # noqa: F401  a browser that keeps pages, and one that does not

pytestmark = pytest.mark.browser
ROOM, COOK, BENCH = (title for title, _cents in PLANS)
TOO_MUCH, WORSE = "te veel: haal een plan weg", "Haal een plan weg."


@pytest.fixture
def voter(street: Street, window: Any) -> Person:  # noqa: F811
    """Somebody with the ballot paper in front of them."""
    vote = open_vote(street.world.cycle, street.world.cast, codes=1)
    person = Person(window, street.base)
    person.go(vote.url).click("Ik heb een code: stemmen")
    with person.page.expect_response("**/kies/"):  # the page asks once how it stands
        return person.send("Verder", {"Uw code": vote.codes[0]})


def tick(person: Person, plan: str) -> None:
    with person.page.expect_response("**/kies/"):
        person.page.locator("label.choice").filter(has_text=plan).locator("input").click()


def says(person: Person, words: str) -> None:
    person.page.locator("#sum").get_by_text(words).wait_for()


def test_the_bar_says_at_once_what_is_left_and_what_is_too_much(voter: Person) -> None:
    tick(voter, COOK)
    says(voter, "Nog €\xa09.000 te kiezen")
    tick(voter, ROOM)
    tick(voter, BENCH)
    says(voter, f"€\xa04.300 {TOO_MUCH}")


def test_after_back_the_bar_follows_the_ticks_and_the_old_error_goes(voter: Person) -> None:
    for plan in (ROOM, COOK, BENCH):
        tick(voter, plan)
    says(voter, TOO_MUCH)
    voter.press("Bewaar en ga verder").sees(WORSE)
    voter.page.wait_for_timeout(500)
    assert voter.page.locator("#stuck .alert").count() == 1, "what is still so stays"
    tick(voter, ROOM)
    says(voter, "Nog €\xa04.200 te kiezen")
    voter.press("Bewaar en ga verder").sees("Klopt dit?")
    voter.page.go_back()
    says(voter, "2 plannen gekozen")
    assert voter.page.locator("#stuck .alert").count() == 0
