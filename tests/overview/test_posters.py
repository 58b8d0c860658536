"""Posters of things, of the neighbourhood and of its rooms."""

import pytest
from django.test import Client

from samenspel.contracts.rooms import ROOMS
from samenspel.kernel.cycle.models import Cycle


@pytest.mark.parametrize("room", ["", *(f"{room.slug}/" for room in ROOMS)])
def test_the_neighbourhood_and_every_room_have_a_poster(cycle: Cycle, client: Client, room: str) -> None:
    page = client.get(f"/{cycle.place.slug}/poster/{room}")
    assert page.status_code == 200 and 'class="a4 poster' in page.content.decode()


def test_the_posters_stand_together_on_one_page(cycle: Cycle, client: Client) -> None:
    assert client.get(f"/{cycle.place.slug}/posters/").content.decode().count("/poster/") == 1 + len(ROOMS)


def test_an_unknown_room_or_code_has_no_poster(cycle: Cycle, client: Client) -> None:
    assert client.get(f"/{cycle.place.slug}/poster/bestaat-niet/").status_code == 404
    assert client.get("/d/PR-0000/poster/").status_code == 404
