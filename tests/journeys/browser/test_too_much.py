"""Too long, too many, too big, another script: the page stays right and what was typed stays there."""

from __future__ import annotations

import pytest

from samenspel.kernel.people import actions as people
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.consultation.actions import Line
from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person

pytestmark = pytest.mark.browser
LONG = "Verkeersveiligheidsverbeteringsvoorstellenbehandelingscommissievergaderingszaalt"
ARABIC = "نريد مقعدا في الظل أمام المسجد"


def propose(person: Person, title: str, words: str) -> Person:
    person.go("/testbuurt/2026/voorstellen/inleveren/")
    return person.post("Lever het voorstel in", {"Hoe heet uw voorstel?": title, "Wat wilt u doen?": words})


@pytest.fixture
def phone(street: Street) -> Person:
    """The smallest telephone."""
    return street("visitor", viewport={"width": 320, "height": 640})


def test_a_long_name_and_a_long_story_fit_a_small_phone(street: Street, phone: Person) -> None:
    propose(phone, LONG, "Elke zondag samen koken voor wie wil. " * 430).click("Bekijk uw voorstel").sees(LONG)
    for page in ("voorstellen/", "/testbuurt/logboek/", f"/d/{phone.code()}/"):
        street("visitor", page).sees(LONG)


def test_arabic_in_a_dutch_page_reads_from_right_to_left(phone: Person) -> None:
    propose(phone, "مقعد", ARABIC).click("Bekijk uw voorstel")
    words = phone.page.get_by_text(ARABIC).first
    assert words.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_room_with_four_hundred_things_and_two_hundred_parties(street: Street, phone: Person) -> None:
    place, cycle, desk = street.world.cycle.place, street.world.cycle, street.world.cast.professional
    for number in range(200):
        people.found_party(place, by=desk, name=f"Groep {number} van de straat", kind="initiative")
    for number in range(20):
        lines = [Line(f"Wens {number} {line}", "wish", "greenery") for line in range(20)]
        consultation.enter_sheet(cycle, by=desk, sheet=f"Blad {number}", lines=lines)
    for page in ("/testbuurt/", "/testbuurt/groep/", "ophalen/", "ophalen/bijdragen/", "/testbuurt/logboek/"):
        assert street("visitor", page) is phone, "each page that is opened is looked at"


def test_a_session_that_ended_keeps_the_words(street: Street) -> None:
    phone = street("initiative", "pact/beloven/")
    facts = {"Wie belooft dit?": "Partij Carla", "Wat belooft u?": "Een pad van hout."}
    phone.fill(facts)
    phone.context.clear_cookies(name="sessionid")
    with phone.page.expect_navigation():
        phone.button("Ga verder").click()
    phone.sees("U bent niet ingelogd, of niet meer.", "Een pad van hout.")


def test_two_windows_and_a_step_back_give_one_proposal(street: Street) -> None:
    phone = street("visitor", "voorstellen/inleveren/")
    phone.send("Lever het voorstel in", {"Hoe heet uw voorstel?": "Samen koken", "Wat wilt u doen?": "Koken."})
    first = phone.url
    phone.page.go_back()
    phone.noise.clear()
    if phone.button("Lever het voorstel in").count():
        phone.press("Lever het voorstel in")
    street("visitor", first).click("Bekijk uw voorstel")
    assert street("reader", "voorstellen/").text().count("Samen koken") == 1
