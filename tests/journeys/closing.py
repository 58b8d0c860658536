"""Steps of the thread: what came of it, the lesson, the close, and the round that begins with it."""

from __future__ import annotations

from samenspel.kernel.cycle.models import Cycle
from tests.journeys.world import World

NEXT = "Nu ken ik mijn overburen. Mijn dochter wil ook een plek."


def look_back(world: World) -> None:
    """A resident says what came of the promise, somebody else agrees, and a lesson is shared."""
    page = world("resident", "opbrengst/").click("Vertel wat ervan kwam")
    page.send("Zet dit op de pagina", {
        "Waar gaat het over?": world.codes["commitment"], "Wat kwam ervan?": "Er zitten elke zaterdag veertig mensen.",
        "Hoe is het nu?": "better", "Wie zegt dit?": "Wie in de tuin komt"})  # fmt: skip
    world.keep("outcome", page)
    world("official", world.urls["outcome"]).click("Dit klopt").send("Ja, dit klopt")
    page = world("professional", "opbrengst/").click("Schrijf een les op")
    page.send("Bewaar het concept", {
        "De les in één zin": "Vraag jongeren eerst", "Wat doet u anders?": "Wij vragen jongeren zelf.",
        "Thema": "Samen leven", "Van welke opbrengst leerden wij dit?": world.codes["outcome"]})  # fmt: skip
    world.keep("lesson", page)
    page.click("De les delen").send("Deel de les")
    world.edition("organiser", "opbrengst", "Geef opbrengst en lessen uit")


def close(world: World) -> None:
    """A community writes then and now, and the round closes."""
    page = world("initiative").click("Toen en nu").click("Schrijf toen en nu")
    page.send("Bewaar dit", {
        "Namens welke partij?": "Partij Carla", "Wat veranderde er om ons heen?": "De huren stegen.",
        "Wat vroegen wij?": "Een plek.", "Wat kwam er?": "De tuin.",
        "Wat vragen wij nu?": "Een plek voor jongeren."})  # fmt: skip
    assert page.has("Een plek voor jongeren.")
    world("organiser").click("Sluit de ronde af").send("Sluit de ronde af")


def begin_again(world: World) -> None:
    """The next round opens from the lesson, and a visitor tells a story that answers it."""
    page = world("organiser", "opbrengst/").click("Open de volgende ronde met deze lessen")
    page.send("Open de ronde", {
        "Hoe heet de nieuwe ronde?": "Ronde 3", "Naam in het webadres": "2030",
        "Wanneer begint de ronde?": "1-1-2030"})  # fmt: skip
    assert page.has(world.codes["lesson"])
    assert page.has("Vraag jongeren eerst")
    world.cycle = Cycle.objects.select_related("place").get(slug="2030")
    page = world("visitor", "profiel/verhalen/").click("Vertel hoe het nu is : Vraag jongeren eerst")
    page.send("Ga verder", {"Vertel in uw eigen woorden": NEXT}).send("Ga verder")
    page.send("Ga verder", {"Iedereen mag dit lezen": True}).send("Geef mijn verhaal")
    world.codes["next_story"] = next(page.page.with_class("receipt-code")).text
    world("professional", "profiel/").click("Lees nieuwe verhalen").send("Toon dit verhaal")
