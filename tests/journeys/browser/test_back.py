"""The Back button on the way to a ballot: it works until the ballot is in, and then shows nothing of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.accessibility.flags import FLAGS
from tests.journeys.ballot import PLANS, open_vote
from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person

pytestmark = pytest.mark.browser
COOK = PLANS[1][0]
NOTHING = "ERR_CACHE_MISS"  # what the browser says when it kept nothing
PAUSED = "--disable-back-forward-cache"  # tests leave that out by default; people have it


@pytest.fixture(scope="module", params=[True, False], ids=["pages paused", "pages made again"])
def window(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A browser that keeps whole pages for Back, as at home, and one that asks its cache for them."""
    options = {"ignore_default_args": [PAUSED]} if request.param else {}
    where = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    browser = chromium.browser_type.launch(executable_path=where, args=FLAGS, **options)
    yield browser
    browser.close()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def voter(street: Street, window: Any, request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody who picked one plan and is asked whether that is right."""
    vote = open_vote(street.world.cycle, street.world.cast, codes=1)
    person = Person(window, street.base, java_script_enabled=request.param)
    person.go(vote.url).click("Ik heb een code: stemmen").send("Verder", {"Uw code": vote.codes[0]})
    person.page.locator("label.choice").filter(has_text=COOK).locator("input").check()
    person.press("Bewaar en ga verder").sees("Klopt dit?", COOK)
    yield person
    person.context.close()


def test_back_shows_what_was_picked_and_the_way_on_again(voter: Person) -> None:
    voter.page.go_back()
    picked = voter.page.locator("label.choice").filter(has=voter.page.locator(":checked"))
    assert COOK in picked.inner_text() and picked.count() == 1
    voter.page.go_forward()
    voter.sees("Klopt dit?", COOK).press("Ja, dit is mijn stem").sees("Dank u wel.")


def back(person: Person) -> str:
    """What the browser has after a step back: nothing, and it says so."""
    error = pytest.importorskip("playwright.sync_api").Error
    with pytest.raises(error, match=NOTHING):
        person.page.go_back()
    person.noise.clear()
    person.page.wait_for_timeout(500)  # the browser is still putting its own page there
    return str(person.page.content())


def test_nobody_goes_back_to_a_ballot_that_is_in(voter: Person) -> None:
    voter.press("Ja, dit is mijn stem").sees("Dank u wel.")
    for _step in ("what was checked", "what was picked"):
        shown = back(voter)
        assert not [kept for kept in (COOK, 'name="ticket"', 'name="pick"') if kept in shown]
