"""Steps of the thread: counting, telling, and what was heard."""

from __future__ import annotations

from tests.journeys.world import World, data_file

STORY = "In de tuin zit elke groep op een eigen bankje. Zonde, het is onze enige tuin."


def count(world: World) -> None:
    """The organiser reads in the open figures, and takes one as a reason."""
    page = world("organiser", "profiel/cijfers/").click("Lees cijfers in").click("Bestanden in onze eigen vorm")
    page.send("Lees in", {
        "Bestand met cijfers (csv)": data_file("figures.csv"),
        "Bestand met wat de cijfers betekenen (csv)": data_file("indicators.csv"),
        "Bestand met gebieden (csv)": data_file("areas.csv"),
    })  # fmt: skip
    page.send("Indische Buurt Oost")
    world.keep("figure", page)


def tell(world: World) -> None:
    """A visitor without account tells a story, and an editor shows it."""
    page = world("visitor", "profiel/verhalen/").click("Vertel een verhaal")
    page.send("Ga verder", {"Vertel in uw eigen woorden": STORY})
    page.send("Ga verder", {"Kies wat het best past": "Samen leven"})
    page.send("Ga verder", {"Iedereen mag dit lezen": True, "Een zin eruit mag in een verslag staan": True})
    page.send("Geef mijn verhaal")
    world.codes["story"] = next(page.page.with_class("receipt-code")).text
    editor = world("professional", "profiel/").click("Lees nieuwe verhalen")
    assert editor.has(STORY)
    editor.send("Toon dit verhaal")
    assert world("visitor", "profiel/verhalen/").has(STORY)


def hear(world: World) -> None:
    """The story becomes a contribution; what was heard is written down and published."""
    editor = world("professional", "ophalen/te-lezen/").click("Maak er een bijdrage van")
    world.keep("contribution", editor.send("Maak er een bijdrage van", {"Wat is het?": "need"}))
    if editor.has("Toon deze bijdrage"):
        editor.send("Toon deze bijdrage")
    world.edition("professional", "profiel", "Geef het profiel uit")
    world.edition("professional", "ophalen", "Geef uit wat we hoorden")
