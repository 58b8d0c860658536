"""Every address, for every role: the door opens for whom it says, and nothing ever breaks."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from samenspel.kernel.journal.models import Entry
from tests.security.places import BACKEND, ROLES, Filled, Route, routes

pytestmark = pytest.mark.django_db

ALL = {route.name: route for route in routes()}
SENDERS = ("visitor", "initiative", "organiser", "elsewhere")
STRANGERS = ("visitor", "elsewhere")  # nobody here knows them
FRIENDLY_NO = {302, 403, 404, 409}

# Forms that anybody may open, because anybody may send them. Closed lists: a new one is added here on purpose.
ANYBODY = {
    "assessment:voice", "budget:ask", "budget:ask_rule", "consultation:withdraw",
    "profile:match_asset", "profile:stop_asset", "proposals:hand_in",
}  # fmt: skip
# Forms for whoever has an account, at whatever place they live.
ANY_ACCOUNT = {"agenda:dissent", "profile:compare", "proposals:draft"}


def ask(client: Client, method: str, url: str) -> tuple[Any, int]:
    """One request, and how many acts it did. All of it is undone, so that rows do not depend on each other."""
    client.raise_request_exception = False
    with transaction.atomic():
        before = Entry.objects.count()
        answer = client.get(url) if method == "GET" else client.post(url, {})
        acts = Entry.objects.count() - before
        transaction.set_rollback(True)
    return answer, acts


def fits(route: Route, role: str, answer: Any, acts: int) -> bool:
    """Whether this answer is what the door promises to this role."""
    status = answer.status_code
    if route.access == "demo":
        return bool(status == 404)
    if route.access == "account" and role == "visitor":
        return bool(status == 302 and answer.headers["Location"].startswith(settings.LOGIN_URL))
    if route.access == "action" and role in STRANGERS:
        shown = ANYBODY | (ANY_ACCOUNT if role != "visitor" else set())
        return bool(acts == 0 and (status in FRIENDLY_NO or route.name in shown))
    return status < 500 and (status in (200, 302) or route.access != "public")


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_door_of_every_address(filled: Filled, name: str) -> None:
    route, url = ALL[name], filled.address(ALL[name])
    rows = [(role, "GET") for role in ROLES] + [(role, "POST") for role in SENDERS]
    for role, method in [row for row in rows if row[1] in route.methods]:
        answer, acts = ask(filled.clients[role], method, url)
        said = words(answer)
        assert fits(route, role, answer, acts), f"{method} {url} by {role}: {answer.status_code} {said[:300]}"
        assert answer.status_code < 500 and "Traceback" not in said, f"{method} {url} by {role}"


# Pressed by mail programs for their owners (RFC 8058): the signed address is the proof, not a token of a page.
BY_LINK = {"news:one_click"}
# Looks a code up and changes nothing; it is posted only so that no code stands in an address.
READS = {"find"}


@pytest.mark.parametrize("name", sorted(n for n, r in ALL.items() if "POST" in r.methods and n not in BY_LINK | READS))
def test_nothing_is_sent_from_another_site(filled: Filled, name: str) -> None:
    """A form without the token of the page is refused before anything else, also for an organiser."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = filled.clients["organiser"].cookies
    answer, acts = ask(client, "POST", filled.address(ALL[name]))
    assert answer.status_code == 403 and acts == 0
    assert "csrf" not in words(answer).lower().replace("csrfmiddlewaretoken", "")


def words(answer: HttpResponse) -> str:
    """The text of an answer, if it is text."""
    if answer.streaming or not answer.headers.get("Content-Type", "").startswith("text/"):
        return ""
    return answer.content.decode()


def test_every_role_of_the_rows_is_who_it_says(filled: Filled) -> None:
    """The rows would prove nothing if nobody was logged in."""
    answers = {role: ask(client, "GET", "/mijn/")[0].status_code for role, client in filled.clients.items()}
    assert answers == {**dict.fromkeys(ROLES, 200), "visitor": 302}
    assert BACKEND in settings.AUTHENTICATION_BACKENDS


def test_the_lists_name_forms_that_are_there() -> None:
    named = ANYBODY | ANY_ACCOUNT
    assert {name for name in named if name not in ALL or ALL[name].access != "action"} == set()
