"""Two people with a telephone: a resident who tells, and somebody of a community who makes and promises."""

from __future__ import annotations

import pytest

from tests.journeys.browser.conftest import Street
from tests.journeys.browser.person import Person
from tests.journeys.world import NEXT_YEAR

pytestmark = pytest.mark.browser
STORY = "Op het plein staat geen bank. Mijn moeder van 80 kan daar niet uitrusten."
WISH = "Een bank in de schaduw, met een leuning."


def test_a_resident_tells_brings_in_and_finds_what_became_of_it(street: Street) -> None:
    phone = street("resident", "/testbuurt/")
    story, wish = tell(phone), bring_in(phone)
    assert not street("visitor", "profiel/verhalen/").has(STORY), "the editors read first"
    take_up(street)
    street("visitor", "profiel/verhalen/").sees(STORY)
    phone.click("Samenspel Testbuurt").send("Volg de rode draad", {"Uw code": story.lower()})
    phone.sees(story, street.world.codes["contribution"])
    assert not street.journal().sees(story, wish).has(STORY), "what people tell stays out of the journal"


def tell(phone: Person) -> str:
    phone.click("Buurtprofiel").click("Vertel een verhaal").send("Geef mijn verhaal", {
        "Vertel in uw eigen woorden": STORY, "Kies wat het best past": "Samen leven",
        "Iedereen mag dit lezen": True, "Een zin eruit mag in een verslag staan": True})  # fmt: skip
    assert phone.heading == "Dank u wel voor uw verhaal"
    return phone.receipt()


def bring_in(phone: Person) -> str:
    phone.click("Samenspel Testbuurt").click("Ik wil iets vertellen")
    phone.send("Geef het door", {"In uw eigen woorden": WISH})
    return phone.receipt()


def take_up(street: Street) -> None:
    """The editors show both, and make a contribution of the story."""
    world = street.world
    world("professional", "profiel/").click("Lees nieuwe verhalen").send("Toon dit verhaal")
    world("professional", "ophalen/").click("Lees nieuwe bijdragen").send("Toon deze bijdrage")
    editor = world("professional", "ophalen/te-lezen/").click("Maak er een bijdrage van")
    world.keep("contribution", editor.send("Maak er een bijdrage van", {"Wat is het?": "need"}))
    editor.send("Toon deze bijdrage")


def test_a_community_begins_proposes_promises_and_reports(street: Street) -> None:
    phone = street("neighbour", "/testbuurt/").click("Iedereen die meedoet").click("Begin een groep")
    phone.send("Begin de groep", {"Hoe heet uw groep?": "Soep op zondag", "Wat doet u samen?": "Wij koken soep."})
    phone.sees("Soep op zondag")
    code = propose(phone)
    promise = promise_soup(phone)
    phone.click("De belofte is gehouden").send("Ja, dit is gedaan", {"Hoe ging het?": "Er kwamen dertig mensen."})
    street("visitor", "/testbuurt/beloften/").sees("Soep op zondag")
    street("visitor", f"/d/{promise}/").click("Bekijk dit").sees("Gehouden op")
    street.journal().sees(code, promise, "Soep op zondag")


def propose(phone: Person) -> str:
    phone.click("Samenspel Testbuurt").click("Ik heb een voorstel").send("Lever het voorstel in", {
        "Hoe heet uw voorstel?": "Een keuken in het buurthuis", "Wat wilt u doen?": "Elke zondag samen koken.",
        "Hoeveel euro?": "1.500"})  # fmt: skip
    code = phone.receipt()
    phone.click("Bekijk uw voorstel").sees("Elke zondag samen koken.")
    return code


def promise_soup(phone: Person) -> str:
    phone.click("Samenspel Testbuurt").click("Buurtpact").click("Beloof iets").send("Beloof dit", {
        "Wie belooft dit?": "Soep op zondag", "Wat belooft u?": "Elke zondag soep voor wie komt.",
        "Of aan wie?": "Alle bewoners", "Voor welke dag?": NEXT_YEAR})  # fmt: skip
    return phone.code()
