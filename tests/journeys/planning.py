"""Steps of the thread: the plan, the money, what is good, and whether it can be better."""

from __future__ import annotations

from tests.journeys.world import World, data_file


def plan(world: World) -> None:
    """A plan line answers the priority, takes the proposal, and the board decides."""
    page = world("official", "plan/").click("Maak een planregel")
    page.send("Bewaar als concept", {
        "Hoe heet het, in één zin?": "De tuin open voor iedereen", "Wat gaan we doen?": "Een pad en een lange tafel.",
        "Wanneer is het klaar?": "30 juni 2027", "Hoeveel geld is er nodig?": "15.000",
        "Of: naam van een bewoner": "Carla", "En: naam van een professional": "Esra",
    })  # fmt: skip
    world.keep("plan_line", page)
    page.click("Kies een prioriteit").send("Bewaar", {
        "Bij welke prioriteit hoort dit?": "Plekken waar mensen", "Waarom?": "Dit vroeg de buurt het eerst.",
    })  # fmt: skip
    page.click("Neem een voorstel op").send("Neem op", {
        "Welk voorstel nemen we op?": "Een lange tafel in de tuin", "Waarom?": "Dit past erbij."})  # fmt: skip
    page.click("Leg voor").send("Leg voor")
    board = world("board", world.urls["plan_line"]).click("Schrijf het besluit op")
    board.send("Bewaar het besluit", {
        "Wie besliste?": "Dagelijks bestuur", "Wat is er besloten?": "yes", "Waarom?": "De buurt vraagt dit.",
    })  # fmt: skip
    world.edition("organiser", "plan", "Geef het plan uit")


def pay(world: World) -> None:
    """The real grants are read in, and one amount pays the plan line."""
    page = world("finance", "geld/").click("Lees subsidies in")
    page.send("Lees in", {
        "Het bestand": data_file("grants.csv"), "Van wie is het?": "Gemeente Amsterdam",
        "Welk stuk is het?": "Subsidieregister", "Hoe ver is dit geld?": "granted"})  # fmt: skip
    assert page.has("rijen gelezen")
    page = world("finance", "geld/").click("Schrijf een bedrag op")
    page.send("Bewaar", {
        "Waar is dit geld voor?": "Subsidies voor bewoners", "Waar staat het?": "Gemeente Amsterdam",
        "Jaar": "2020", "Hoe ver is dit geld?": "granted", "Hoeveel is het?": "€ 150.000,-",
        "Hoe zeker is het?": "measured", "Hoe is het gerekend?": "Opgeteld uit het register.",
        "De buurt kan hier nog over meepraten": True})  # fmt: skip
    world.keep("budget_line", page)
    page.click("Zeg wat dit betaalt").send("Bewaar", {
        "Welke planregel betaalt dit?": "1. De tuin open", "Waarom?": "Hier mag de buurt over kiezen."})  # fmt: skip
    world.edition("organiser", "geld", "Geef dit uit")


def agree_what_is_good(world: World) -> None:
    """An initiative and a provider write down what is good, and both sign."""
    page = world("initiative", "kwaliteit/").click("Schrijf op wat goed is")
    page.send("Begin de afspraak", {
        "Hoe heet de afspraak?": "Een goede tuin", "Waarover spreekt u af wat goed is?": "De tuin van de buurt",
        "Namens welke partij?": "Partij Carla"})  # fmt: skip
    page.send("Bewaar de zin", {"Wij spreken van goed als …": "iedereen een plek aan tafel heeft.",
                                "Hoe merken wij dat?": "Wij tellen wie er zit.",
                                "Wie oordeelt daarover?": "Wie er komt."})  # fmt: skip
    world.keep("quality", page)
    page.click("Op tafel leggen").send("Leg dit op tafel")
    for who in ("initiative", "provider", "official"):
        signer = world(who, world.urls["quality"]).click("Tekenen namens een partij")
        signer.send("Wij tekenen", {"Namens welke partij?": f"Partij {world.cast.actors[who].name}"})
    page = world("official", world.urls["quality"]).click("Waarvoor dit geldt")
    page.send("Leg het verband", {"De code van een planregel of geldregel": world.codes["plan_line"],
                                  "Waarom horen zij bij elkaar?": "Dit zegt wat een goede tuin is."})  # fmt: skip
    world.edition("organiser", "kwaliteit", "Geef de afspraken uit")


def assess(world: World) -> None:
    """A task of the register is talked over; the parties advise and the municipality replies."""
    page = world("official", "beter-of-anders/").click("Schrijf een taak op")
    page.send("Zet dit in de lijst", {
        "Hoe heet de taak?": "De tuin onderhouden", "Of wie doet het?": "Een hovenier",
        "Wat kost het per jaar?": "12.500,50", "Mogen anderen het ook proberen?": "Ja",
        "Uit welk geld?": world.codes["budget_line"]})  # fmt: skip
    world.keep("task", page)
    page.click("Een gesprek openen").send("Begin het gesprek", {
        "Is er een afspraak over wat goed is?": world.codes["quality"]})  # fmt: skip
    world.keep("assessment", page)
    speaker = world("visitor", world.urls["assessment"]).click("Zeggen wat u vindt")
    speaker.send("Zet dit erbij", {"Hoe spreekt u?": "resident", "Ik vind": "De buren kunnen dit zelf."})
    page = world("professional", world.urls["assessment"]).click("Samen een advies geven")
    page.send("Geef dit advies", {"Samen zeggen wij": "take_over", "Waarom?": "Buren zijn er elke dag."})
    page = world("official", world.urls["assessment"]).click("Antwoord geven op het advies")
    page.send("Geef dit antwoord", {"Uw antwoord": "Wij doen het zo.", "Waarom?": "Het is beter en kost minder."})
    world.edition("organiser", "beter-of-anders", "Geef taken en gesprekken uit")
