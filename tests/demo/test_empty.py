"""A neighbourhood of which nobody told anything yet: every page is right and says how to begin."""

import pytest
from django.test import Client

from samenspel.config.commands import add_place
from samenspel.contracts.actor import Actor, Channel
from samenspel.contracts.rooms import ROOMS
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.places.models import Place
from tests.demo.marks import Page, links
from tests.journeys.html import parse

pytestmark = pytest.mark.django_db
STAFF = Actor(name="beheerder", staff=True, channel=Channel.IMPORT)


@pytest.fixture
def empty() -> Place:
    """As `./samenspel place add` leaves it."""
    assert add_place(lambda text: None, "Nieuwe Wijk", "", "neighbourhood") == 0
    return Place.objects.get(slug="nieuwe-wijk")


@pytest.fixture
def opened(empty: Place) -> Place:
    """With a first round in which nothing happened yet."""
    cycles.open_cycle(empty, by=STAFF, slug="2026", title="Ronde 1")
    return empty


def _main(url: str) -> str:
    answer = Client(headers={"accept-language": "nl"}).get(url)
    assert answer.status_code == 200, url
    return next(parse(answer.content.decode()).all("main")).text


def test_without_a_round_there_are_three_steps(empty: Place) -> None:
    words = _main("/nieuwe-wijk/")
    assert "Drie kleine eerste stappen" in words and "Vraag het aan de organisator" in words
    assert "Open de eerste ronde" not in words  # a visitor may not


def test_a_round_without_an_open_plate_says_what_comes_first(opened: Place) -> None:
    assert "Zet het eerste bord open" in _main("/nieuwe-wijk/")


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.key)
def test_every_room_tells_a_volunteer_what_to_do_first(opened: Place, room: object) -> None:
    answer = Client(headers={"accept-language": "nl"}).get(f"/nieuwe-wijk/2026/{room.slug}/")  # type: ignore[attr-defined]
    steps = list(parse(answer.content.decode()).with_class("empty"))
    assert answer.status_code == 200
    assert len(list(steps[0].all("li"))) == 3


def test_every_page_of_an_empty_place_is_right(opened: Place) -> None:
    client, waiting, known = Client(headers={"accept-language": "nl"}), ["/nieuwe-wijk/"], {"/nieuwe-wijk/"}
    while waiting:
        url = waiting.pop()
        answer = client.get(url)
        assert answer.status_code in (200, 302), url
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = answer.content.decode()
            words = next(parse(page).all("main")).text
            assert "None" not in words and "voorbeeld)" not in words, url
            new = links(Page(url, page), ("/nieuwe-wijk/",)) - known
            known |= new
            waiting += sorted(new)
    assert len(known) > 40
