"""Whole pages: the style page, and the pages that say something went wrong."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.urls import ResolverMatch, path
from django.views.decorators.csrf import csrf_protect

from samenspel.ui import views
from samenspel.ui.context import room_of
from samenspel.ui.figures import Room
from samenspel.ui.urls import urlpatterns as own

ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "413.html", "429.html", "500.html")


def fail(request: object) -> HttpResponse:
    raise RuntimeError


@csrf_protect
def take(request: object) -> HttpResponse:
    return HttpResponse("taken")


def take_files(request: object) -> HttpResponse:
    return HttpResponse("taken")


take_files.body_limit = 5_000_000  # type: ignore[attr-defined]
app_name = "ui"
urlpatterns = [*own, path("fail/", fail), path("take/", take), path("files/", take_files)]
handler400, handler403 = views.bad_request, views.forbidden
handler404, handler500 = views.not_found, views.server_error


@pytest.fixture
def web() -> "Client":
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.fixture(autouse=True)
def bare(bare_site: None, settings: Any) -> None:
    """The addresses of this file."""
    settings.ROOT_URLCONF = __name__


@pytest.mark.parametrize(("language", "direction"), [("nl", "ltr"), ("ar", "rtl"), ("en", "ltr")])
def test_the_style_page_in_every_direction(web: Client, language: str, direction: str) -> None:
    page = web.get("/stijl/", headers={"accept-language": language})
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{direction}">' in page.text


def test_the_style_page_is_strict(web: Client) -> None:
    html = web.get("/stijl/").text
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", html)
    assert html.count("<h1>") == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_page_asks_for_at_most_eight_things(web: Client) -> None:
    asked = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', web.get("/stijl/").text))
    assert 1 + len(asked) + 1 <= 8  # the page itself, and the open zero that a style sheet asks for


@pytest.mark.parametrize("template", ERRORS)
def test_an_error_says_what_is_safe_and_what_to_do(template: str) -> None:
    html = render_to_string(template)
    assert "Wat kunt u doen?" in html
    assert "Een mens helpt u verder" in html
    assert 'href="/"' in html


def test_nothing_at_an_address(web: Client) -> None:
    assert web.get("/nergens/").status_code == 404


def test_our_own_fault_is_said_plainly(web: Client) -> None:
    page = web.get("/fail/")
    assert (page.status_code, "Traceback" in page.text, "onze fout" in page.text) == (500, False, True)


@override_settings(CSRF_FAILURE_VIEW="samenspel.ui.views.csrf_failure")
def test_a_form_that_was_open_too_long(web: Client) -> None:
    page = web.post("/take/", {"x": "1"})
    assert page.status_code == 403
    assert "niet verstuurd" in page.text


@override_settings(SAMENSPEL_BODY_LIMIT=1_000)
@pytest.mark.parametrize(
    ("address", "length", "status"),
    [("/take/", "1001", 413), ("/files/", "1001", 200), ("/files/", "5000001", 413), ("/nergens/", "9999999", 413),
     ("/files/", "-1", 400), ("/files/", "veel", 400), ("/files/", "", 200)],
)  # fmt: skip
def test_what_is_too_big_is_refused_unread(web: Client, address: str, length: str, status: int) -> None:
    assert web.get(address, CONTENT_LENGTH=length).status_code == status


@override_settings(SAMENSPEL_BODY_LIMIT=1_000)
def test_what_is_too_big_leads_back_to_the_form(web: Client) -> None:
    page = web.get("/take/?over=x", CONTENT_LENGTH="1001").text
    assert "Kies een kleiner bestand" in page and 'href="/take/?over=x">Terug naar het formulier' in page


def test_an_unknown_length_is_refused(web: Client) -> None:
    assert web.get("/stijl/", headers={"transfer-encoding": "chunked"}).status_code == 400


@pytest.mark.parametrize("query", ["x=%00", "x=" + "a" * 5_000])
def test_a_broken_query_gets_a_friendly_page(web: Client, query: str) -> None:
    page = web.get(f"/stijl/?{query}")
    assert (page.status_code, "Wat kunt u doen?" in page.text) == (400, True)


def test_too_many_says_when_to_come_back() -> None:
    page = views.too_many(RequestFactory().get("/"), wait_seconds=90)
    assert (page.status_code, page["Retry-After"], "2 minuten" in page.text) == (429, "90", True)


def test_a_reason_is_shown_but_never_a_class_name() -> None:
    request = RequestFactory().get("/")
    assert (
        "Alleen de redactie mag dit." in views.forbidden(request, PermissionError("Alleen de redactie mag dit.")).text
    )
    assert "PermissionDenied" not in views.forbidden(request, PermissionError("PermissionDenied")).text


def test_a_page_knows_its_room_from_its_address() -> None:
    request = RequestFactory().get("/")
    request.resolver_match = ResolverMatch(take, (), {"place": "x", "cycle": "2026"}, namespaces=["agenda"])
    assert room_of(request) == Room(3, "Buurtagenda", "")
    assert room_of(RequestFactory().get("/")) is None
