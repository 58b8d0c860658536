"""Walking in as one of the cast: only in the demo, only on this machine."""

import pytest
from django.test import Client
from pytest_django import Settings

from samenspel.kernel.access import actions
from samenspel.kernel.access.models import CastMember
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF, Cast

HERE = {"host": "127.0.0.1:8000"}


@pytest.fixture
def member(cast: Cast, settings: Settings) -> CastMember:
    settings.SAMENSPEL_DEMO = True
    account = cast.accounts["resident"]
    return actions.add_cast(account, by=STAFF, slug="alice", who="Alice, bewoner", does="Een verhaal vertellen")


def test_a_visitor_walks_in(member: CastMember, client: Client) -> None:
    assert "Alice, bewoner" in client.get("/demo/", headers={"host": "localhost"}).content.decode()
    answer = client.post("/demo/als/alice/", headers=HERE)
    assert answer["Location"] == "/testbuurt/"
    assert client.get("/mijn/", headers=HERE).status_code == 200


def test_nobody_walks_in_from_elsewhere(member: CastMember, client: Client) -> None:
    assert client.post("/demo/als/alice/").status_code == 404
    assert client.post("/demo/als/alice/", REMOTE_ADDR="192.0.2.1", headers=HERE).status_code == 404


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via"]
)
def test_nobody_walks_in_through_a_web_server_in_front(member: CastMember, client: Client, header: str) -> None:
    answer = client.post("/demo/als/alice/", headers={**HERE, header: "127.0.0.1"})
    assert answer.status_code == 404
    assert client.get("/mijn/", headers=HERE).status_code == 302


def test_the_demo_has_no_other_name(member: CastMember, client: Client) -> None:
    assert client.post("/demo/als/alice/", headers={"host": "buurt.example.nl"}).status_code in (400, 404)


def test_outside_the_demo_there_is_no_cast(member: CastMember, client: Client, settings: Settings) -> None:
    settings.SAMENSPEL_DEMO = False
    assert client.get("/demo/", headers=HERE).status_code == 404
    assert client.post("/demo/als/alice/", headers=HERE).status_code == 404


def test_a_link_never_logs_in(member: CastMember, client: Client) -> None:
    assert client.get("/demo/als/alice/", headers=HERE).status_code == 405


def test_only_the_cast_can_be_walked_in_as(member: CastMember, client: Client) -> None:
    assert client.post("/demo/als/organiser/", headers=HERE).status_code == 404


def test_the_bar_says_what_is_made_up_only_where_it_is(member: CastMember, cast: Cast, client: Client) -> None:
    here = member.account.person.place if member.account.person else None
    assert here is not None
    real = client.get(here.get_absolute_url(), headers=HERE).content.decode()
    assert "Dit is de demo op deze computer." in real and "zijn verzonnen" not in real
    made_up = places.add_place(None, by=STAFF, slug="voorbeeld", name="Voorbeeld", demo=True)
    page = client.get(made_up.get_absolute_url(), headers=HERE).content.decode()
    assert "Dit is een voorbeeldbuurt." in page and "zijn verzonnen" in page
