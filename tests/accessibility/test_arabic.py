"""Arabic from the first screen to the last: what a page looks like halfway must be right as well."""

from __future__ import annotations

from typing import Any

import pytest

from tests.accessibility.site import Site, look
from tests.accessibility.test_axe import ALL

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("db")]
BIG = "main form button.utrecht-button--primary-action"


def onward(page: Any) -> list[str]:
    """What is wrong with this screen; then on to the next."""
    said = look(page)
    if page.locator("html").get_attribute("dir") != "rtl":
        said.append("not from right to left")
    with page.expect_navigation():
        page.locator(BIG).last.click()
    return said


def test_a_vote_in_arabic(site: Site) -> None:
    page = site.window("visitor", "ar")
    page.goto(site.url + site.filled.address(ALL["commissioning:vote"]))
    page.locator("input[name=code]").fill(site.filled.voting_codes[1])
    said = onward(page)
    page.get_by_label("Samen koken op zondag").check()
    said += onward(page) + onward(page) + look(page)
    assert said == []
    assert page.get_by_role("heading", name="شكرًا لكم. صوتكم محسوب.").is_visible()
    assert page.locator(".receipt-code").get_attribute("dir") == "ltr"


def test_a_story_in_arabic(site: Site) -> None:
    page = site.window("visitor", "ar")
    page.goto(site.url + site.filled.address(ALL["profile:tell"]))
    page.locator("textarea").fill("في الحديقة يجلس الناس معًا.")
    assert [words for _screen in range(4) for words in onward(page)] + look(page) == []
    assert page.locator(".receipt-code").is_visible()


def test_a_table_in_arabic_keeps_its_columns_apart(site: Site) -> None:
    """The number of a plan stands right of its Dutch name, with room between them."""
    page = site.window("visitor", "ar")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + site.filled.address(ALL["commissioning:result"]))
    first = page.locator("table tbody tr").first
    disc, name = first.locator(".disc").bounding_box(), first.locator("a").bounding_box()
    assert disc["x"] - name["x"] - name["width"] >= 8
    assert page.locator(".big-number").first.get_attribute("dir") == "ltr"
