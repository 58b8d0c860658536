"""For everyone: axe finds nothing, in Dutch and Arabic, on a phone and on a desk, filled, empty and with errors."""

from __future__ import annotations

from typing import Any

import pytest

from samenspel.contracts.rooms import ROOMS
from tests.accessibility.site import BARE, EMPTY, Site, look
from tests.security.places import Route, routes

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("db")]

NO_PAGES = (
    "csv",
    "json",
    "pdf",
    "pb",
    ".sqlite3",
    "<slug:kind>",
    "<str:kind>",
    ".png",
    "<slug:language>.ics",
    "healthz",
)  # what is not a page in a browser
# The style page has a test of its own, changes need two editions; the others lead on to another page at once.
LEFT_OUT = {
    "handover:changes",
    "ui:style",
    "commissioning:cast",
    "commissioning:choose",
    "own_email_page",
    "no_password",
    "profile:story_photo",
    "profile:story_recording",
    "login",
}
ALL = {route.name: route for route in routes()}
PAGES = [name for name, route in ALL.items() if "GET" in route.methods and not route.pattern.endswith(NO_PAGES)]
PUBLIC = sorted(name for name in PAGES if ALL[name].access == "public" and name not in LEFT_OUT)

# One form of every room, sent empty by somebody who may.
FORMS = {
    "news:follow": "visitor",
    "profile:add_story_photo": "visitor", "profile:speak": "visitor", "profile:ask": "visitor",
    "profile:react": "visitor", "profile:stall": "organiser",
    "profile:tell": "visitor", "profile:offer": "visitor", "consultation:give": "visitor", "budget:ask": "visitor",
    "proposals:hand_in": "visitor", "commissioning:vote": "visitor", "people:found": "resident",
    "access:conflict": "resident", "agenda:draft": "organiser", "plan:draft": "official", "budget:record": "official",
    "assessment:register": "official", "quality:draft": "initiative",
    "pact:convene": "initiative", "pact:promise": "initiative", "commissioning:new_plan": "initiative",
    "commissioning:new_call": "organiser", "monitoring:record": "resident", "handover:take_in": "organiser",
    "cycle:mark": "initiative", "access:give": "organiser", "consultation:sheet": "organiser",
}  # fmt: skip
OWN = {
    "people:messages": "organiser",
    "news:mine": "organiser",
    "profile:waiting": "organiser",
    "profile:stall": "organiser",
    "profile:connection": "resident",
    "commissioning:codes": "organiser",
}
# What everybody with a role opens when they come in: the own page, the work list, the table.
DAILY = ("people:me", "waiting", "people:details", "home")
WORKERS = ("resident", "initiative", "official", "organiser")
EMPTY_PAGES = [f"{EMPTY}/", f"{BARE}/", *(f"{EMPTY}/2026/{room.slug}/" for room in ROOMS)]


def in_both_languages(site: Site, role: str, address: str, *, send: bool = False) -> list[str]:
    """What is wrong with a page; `send` presses its big button first, with nothing filled in."""
    said = []
    for language in ("nl", "ar"):
        page = site.window(role, language)
        page.goto(site.url + address)
        if send:
            press_empty(page)
        said += [f"{language} {words}" for words in look(page)]
    said += site.noise
    site.noise.clear()
    return said


def press_empty(page: Any) -> None:
    page.locator("form.form button[type=submit]").first.click()
    page.wait_for_load_state()
    assert page.locator(".error-summary, .invalid").count(), f"{page.url}: an empty form has something to say"


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_page(site: Site, name: str) -> None:
    assert in_both_languages(site, "visitor", site.filled.address(ALL[name])) == []


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_every_empty_room(site: Site, address: str) -> None:
    assert in_both_languages(site, "visitor", f"/{address}") == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_forms_with_errors(site: Site, name: str) -> None:
    route: Route = ALL[name]
    assert in_both_languages(site, FORMS[name], site.filled.address(route), send=True) == []


@pytest.mark.parametrize("name", sorted(OWN))
def test_pages_of_people_who_are_logged_in(site: Site, name: str) -> None:
    assert in_both_languages(site, OWN[name], site.filled.address(ALL[name])) == []


@pytest.mark.parametrize("role", WORKERS)
@pytest.mark.parametrize("name", DAILY)
def test_the_daily_pages_of_everybody_with_a_role(site: Site, role: str, name: str) -> None:
    assert in_both_languages(site, role, site.filled.address(ALL[name])) == []


@pytest.mark.parametrize("address", ["/inloggen/", "/bestaat-niet/", "/d/?code=PR-7K2Q", "/d/?code=%00"])
def test_login_and_friendly_errors(site: Site, address: str) -> None:
    assert in_both_languages(site, "visitor", address) == []
