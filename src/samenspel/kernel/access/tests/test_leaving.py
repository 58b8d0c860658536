"""Who goes hears first what nobody else could do then."""

from collections.abc import Callable

from django.test import Client

from samenspel.contracts.actor import Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast

Browser = Callable[[str], Client]


def test_the_only_organiser_reads_what_going_means(cast: Cast, cycle: Cycle, client_as: Browser) -> None:
    browser, organiser = client_as("organiser"), cast.accounts["organiser"].person
    assert "U bent de enige organisator" in browser.get("/mijn/wissen/").content.decode()
    assert browser.post("/mijn/wissen/", {"sure": "on"}).status_code == 200
    assert organiser is not None
    assert browser.post("/mijn/wissen/", {"sure": "on", "left": "on"})["Location"] == "/mijn/gewist/"
    assert Person.objects.get(pk=organiser.pk).name == ""


def test_with_a_second_organiser_nothing_is_left_alone(cast: Cast, place: Place, client_as: Browser) -> None:
    person = cast.accounts["resident"].person
    assert person is not None
    access.give_mandate(place, by=STAFF, person=person, role=Role.ORGANISER, given_by="test")
    assert "U bent de enige organisator" not in client_as("organiser").get("/mijn/wissen/").content.decode()


def test_the_only_speaker_of_a_group_hears_it(cast: Cast, place: Place, client_as: Browser) -> None:
    page = client_as("initiative").get("/mijn/wissen/").content.decode()
    assert "U bent de enige die namens deze groep spreekt" in page
    assert "/testbuurt/groep/partij-carla/" in page
