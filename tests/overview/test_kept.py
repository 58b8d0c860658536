"""Pages kept for visitors are exact: never old, never somebody else's."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, page
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.people import actions as people
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.proposals import actions as proposals
from tests.architecture.house import platform

HOME, LIST = "/testbuurt/", "/testbuurt/2026/voorstellen/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w{64})"')


def text(path: str, client: Client | None = None, **headers: str) -> str:
    answer = (client or Client()).get(path, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """A page without the tokens of the one who looks."""
    return TOKEN.sub("", html)


@pytest.mark.parametrize("path", [HOME, LIST, "/testbuurt/2026/profiel/", "/testbuurt/logboek/"])
def test_a_second_look_costs_one_query_and_says_the_same(
    cycle: Cycle, cast: Cast, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = Client().get(path)
    with django_assert_num_queries(1):
        second = Client().get(path)
    assert plain(first.content.decode()) == plain(second.content.decode())
    assert dict(first.headers) == dict(second.headers)


def test_an_act_shows_at_once(cycle: Cycle, cast: Cast) -> None:
    assert "Koor van de straat" not in text(HOME)
    people.found_party(cycle.place, by=cast.resident, name="Koor van de straat", kind="initiative")
    assert "Koor van de straat" in text(HOME)


def test_what_is_hidden_is_gone_at_once(cycle: Cycle, cast: Cast) -> None:
    made = proposals.hand_in(cycle, by=cast.resident, title="Samen koken", text="Elke week.", summary="Samen eten.")
    assert "Samen koken" in text(LIST)
    proposals.hide_proposal(made, by=cast.organiser, reason="Er staat een naam in")
    assert "Samen koken" not in text(LIST)


def test_each_language_has_its_own_page(cycle: Cycle) -> None:
    languages = [re.findall(r'<html lang="(\w+)"', text(HOME, accept_language=code)) for code in ("nl", "en", "nl")]
    assert languages == [["nl"], ["en"], ["nl"]]


def test_the_language_that_was_chosen_counts(cycle: Cycle) -> None:
    text(HOME)
    client = Client()
    client.cookies["django_language"] = "en"
    assert '<html lang="en"' in text(HOME, client)


def test_each_place_has_its_own_page(cycle: Cycle, elsewhere: Place) -> None:
    assert "Overkant" not in text(HOME)
    assert "Testbuurt" not in text(f"/{elsewhere.slug}/")


def test_nobody_sees_the_page_of_somebody_else(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    visitor, organiser = text(LIST), text(LIST, client_as("organiser"))
    assert plain(text(LIST)) == plain(visitor) != plain(organiser)
    assert plain(text(LIST, client_as("organiser"))) == plain(organiser)


def questions(path: str, **cookies: str) -> int:
    """How much a second look asks of the database."""
    client = Client()
    client.get(path)
    client.cookies.load(cookies)
    with CaptureQueriesContext(connection) as seen:
        client.get(path)
    return len(seen)


@pytest.mark.parametrize("name", ["sessionid", "messages", "something_new"])
def test_a_visitor_who_carries_more_gets_a_fresh_page(cycle: Cycle, name: str) -> None:
    assert questions(HOME, **{name: "x"}) > questions(HOME) == 1


@pytest.mark.parametrize("query", ["theme=samen", "page=1&x=1", "page=abc", "a"])
def test_another_question_gets_a_fresh_page(cycle: Cycle, query: str) -> None:
    assert questions(f"{LIST}?{query}") > questions(f"{LIST}?page=1") == 1


def test_everybody_gets_a_token_of_their_own(cycle: Cycle) -> None:
    for _visitor in range(3):
        client = Client(enforce_csrf_checks=True)
        token = TOKEN.findall(text(HOME, client))[-1]
        sent = {"language": "en", "csrfmiddlewaretoken": token}
        assert client.post("/taal/setlang/", sent).status_code == 302
        assert Client(enforce_csrf_checks=True).post("/taal/setlang/", sent).status_code == 403


def test_two_visitors_share_no_secret(cycle: Cycle) -> None:
    visitors = [Client(), Client(), Client()]
    tokens = {token for client in visitors for token in TOKEN.findall(text(HOME, client))}
    assert len(tokens) == len({client.cookies["csrftoken"].value for client in visitors}) == 3


def test_tomorrow_the_page_is_made_afresh(cycle: Cycle, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[HttpRequest] = []

    @kept
    @page(Access.PUBLIC)
    def counted(request: HttpRequest) -> HttpResponse:
        calls.append(request)
        return HttpResponse("x")

    look = RequestFactory().get
    for day in (date(2026, 3, 1), date(2026, 3, 1), date(2026, 3, 2)):
        monkeypatch.setattr(timezone, "localdate", lambda day=day: day)
        counted(look("/x/", headers={"host": "testserver"}))
    assert len(calls) == 2


def test_a_page_for_some_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="everybody"):
        kept(page(Access.ACCOUNT)(lambda _request: HttpResponse("x")))


def test_casting_following_and_half_an_answer_are_the_only_acts_without_an_entry() -> None:
    """Every other act moves the journal, and so makes kept pages afresh; these three stand on no kept page."""
    silent = [m.where for m in platform() if "journaled=False" in m.text and m.file != "machine"]
    assert silent == [
        "src/samenspel/instruments/ballots/actions/casting.py",
        "src/samenspel/instruments/surveys/actions/answering.py",
        "src/samenspel/kernel/news/actions.py",
    ]
