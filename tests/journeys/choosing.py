"""Steps of the thread: what comes first, a proposal, and the answer."""

from __future__ import annotations

from tests.journeys.world import World

PLAN = "Eén lange tafel in plaats van losse bankjes, en een pad voor rolstoelen."


def prioritise(world: World) -> None:
    """The editors lay a priority before the neighbourhood, with its reasons."""
    page = world("professional", "agenda/").click("Schrijf een prioriteit op")
    page.send("Bewaar het concept", {"In een paar woorden": "Plekken waar mensen elkaar kennen",
                                     "Wat willen wij?": "Iedereen heeft een plek om anderen te leren kennen.",
    })  # fmt: skip
    world.keep("priority", page)
    page.click("Redenen toevoegen")
    codes = ", ".join(world.codes[name] for name in ("story", "contribution", "figure"))
    page.send("Voeg deze redenen toe", {"Of typ een code": codes, "Waarom is dit een reden?": "Dit hoorden wij vaak."})
    page.click("Aan de buurt voorleggen").send("Leg dit voor")


def adopt(world: World) -> None:
    """The priority is adopted and the agenda gets a number."""
    page = world("professional", world.urls["priority"]).click("Prioriteit aannemen")
    page.send("Neem dit aan", {"Waarom?": "Dit kwam aan de meeste tafels terug.", "Wie zeiden ja?": "42 mensen"})
    world.edition("professional", "agenda", "Geef de agenda uit")


def propose(world: World) -> None:
    """A resident without account hands in a proposal that answers the priority."""
    page = world("visitor", "voorstellen/").click("Lever een voorstel in")
    page.send("Lever het voorstel in", {
        "Hoe heet uw voorstel?": "Een lange tafel in de tuin", "Wat wilt u doen?": PLAN,
        "Hoort het bij iets van de buurtagenda?": "Plekken waar mensen elkaar kennen",
        "Hoeveel euro?": "15.000,00", "Hoeveel uur werk?": "400", "Hoeveel vierkante meter ruimte?": "600",
        "Hoe heet u?": "Oma Truus", "Hoe bereiken wij u?": "06 1234 5678",
    })  # fmt: skip
    world.keep("proposal", page.click("Bekijk uw voorstel"))
    assert page.has(PLAN) and not page.has("06 1234 5678")


def answer(world: World) -> None:
    """Weighed for now, told to a person first, then answered in public."""
    page = world("official", world.urls["proposal"])
    page.click("Contactpersoon noemen").send("Bewaar dit", {
        "Naam van de contactpersoon": "Esra", "Hoe bereikt u die?": "Bel de balie."})  # fmt: skip
    page.click("Voorlopig wegen").send("Bewaar de voorlopige weging", {
        "Wat is het antwoord?": "Ja", "Waarom?": "De speelplek blijft en de buurt wil dit."})  # fmt: skip
    page.click("Eerst aan de maker vertellen").send("Bewaar dit", {"Hoe ging dat?": "Aan de keukentafel."})
    page.click("Antwoord geven").send(
        "Geef het antwoord", {"Wat is het antwoord?": "Ja", "Waarom?": "Het past in de tuin."}
    )
    assert world("visitor", world.urls["proposal"]).has("Het past in de tuin.")
    world.edition("organiser", "voorstellen", "Geef de voorstellen uit")
