"""What the house adds to the front page of every room."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.cycle.models import Cycle


@pytest.mark.parametrize("room", ROOM)
def test_every_room_leads_to_taking_in_an_edition(cycle: Cycle, client_as: Callable[[str], Client], room: str) -> None:
    where = [cycle.place.slug, cycle.slug]
    front, link = reverse(f"{room}:index", args=where), reverse("handover:take_in", args=[*where, room])
    assert link in client_as("organiser").get(front).content.decode()
    assert link not in client_as("resident").get(front).content.decode()


def test_a_rule_in_the_way_can_be_told_on_that_page(cycle: Cycle) -> None:
    page = Client().get(f"/{cycle.place.slug}/regels-in-de-weg/").content.decode()
    assert f'href="/{cycle.place.slug}/{cycle.slug}/geld/regel-in-de-weg/"' in page


@pytest.mark.parametrize("room", ROOM)
def test_a_room_of_a_round_that_is_not_there_is_not_found(cycle: Cycle, room: str) -> None:
    assert Client().get(reverse(f"{room}:index", args=[cycle.place.slug, "2099"])).status_code == 404
