"""Steps of the thread: a joint plan, the real vote, an award, a pact, a promise and what came of it."""

from __future__ import annotations

import gzip

from samenspel.stages.commissioning.models import CallOption
from tests.journeys import worker
from tests.journeys.world import DATA, NEXT_YEAR, World

TABLE = "38601"  # the project of the garden in the vote of 2020
DECIDED = {"Wie besloot er?": "Dagelijks bestuur", "Besluit en reden": "De buurt koos, het bestuur volgt."}


def agree_together(world: World) -> None:
    """A joint plan: two parties bring something in and can both live with it."""
    page = world("initiative", "buurtbesteden/").click("Begin samen een plan")
    page.send(values={
        "Hoe heet het plan?": "Samen de tuin onderhouden", "Wat gaan we samen doen?": "Buren en gemeente samen.",
        "Namens welke groep begint u?": "Partij Carla", "Hoeveel geld is er nodig?": "2.500",
        "Welke kwaliteitsafspraken gelden?": world.codes["quality"],
        "Waar volgt het plan uit?": world.codes["assessment"]})  # fmt: skip
    world.keep("joint_plan", page)
    for party, task in (("Carla", "Elke zaterdag schoffelen."), ("Esra", "Grond en planten brengen.")):
        page.click("Partner in het plan zetten").send(values={
            "Welke groep doet mee?": f"Partij {party}", "Wat doet deze groep?": task, "Hoeveel uren?": "100",
        })  # fmt: skip
    page.click("De partners om hun antwoord vragen").send()
    for who in ("initiative", "official"):
        name = f"Antwoord geven Partij {world.cast.actors[who].name}"
        world(who, world.urls["joint_plan"]).click(name).send(values={
            "Kan uw groep met dit plan leven?": "yes"})  # fmt: skip
    page = world("initiative", world.urls["joint_plan"])
    page.click("Vaststellen dat iedereen het plan draagt").send()
    page.click("Beginnen met het plan").send()


def vote(world: World) -> None:
    """The real vote of 2020 is read in and counted: 17 plans get money, 2,954 euro is left."""
    page = world("organiser", "buurtbesteden/").click("Lees een stemming in")
    ballots = gzip.decompress((DATA / "vote-2020.pb.gz").read_bytes())
    page.send(values={
        "Het bestand (.pb)": ("vote-2020.pb", ballots), "Hoe heet de stemming?": "Oost Begroot 2020",
        "Wie besloot er?": "Dagelijks bestuur", "Waar komt het bestand vandaan?": "Pabulib",
        "Wie legde het geld in?": "Stadsdeel Oost"})  # fmt: skip
    world.keep("call", page)
    option = CallOption.objects.get(call__node__code=page.code(), key=TABLE)
    page.click(option.title)
    world.keep("option", page)
    page.click("Zeg uit welk voorstel dit komt").send(values={
        "De code van het voorstel": world.codes["proposal"], "Waarom hoort dit bij elkaar?": "Het is hetzelfde plan.",
    })  # fmt: skip
    page = world("organiser", world.urls["call"]).click("De stemmen tellen").send()
    assert page.has("De stemmen worden nu geteld.")
    worker.run()
    page.click("Kijk opnieuw").click("Bekijk de uitslag")
    world.keep("result", page)
    assert page.has("17 plannen") and page.has("€ 2.954")
    funded = CallOption.objects.filter(call__node__code=world.codes["call"], result__outcome="funded")
    assert funded.count() == 17


def award(world: World) -> None:
    """The board decides, and the garden gets its money in the books of the neighbourhood."""
    page = world("board", world.urls["call"]).click("Het besluit vastleggen")
    page.send(values=DECIDED)
    page = world("finance", world.urls["option"]).click("Ken het geld toe")
    page.send(values={"Aan welke groep?": "Partij Carla", "Reden": "De buurt koos dit plan."})
    world.keep("award", page)
    world.edition("organiser", "buurtbesteden", "Geef uit wat er nu is")


def promise(world: World) -> None:
    """A pact with a promise that comes with the money; two parties sign and it takes effect."""
    page = world("initiative", "pact/").click("Begin een pact")
    page.send("Begin het pact", {
        "Hoe heet het pact?": "Pact van de tuin", "Wie roept de anderen bij elkaar?": "Partij Carla",
        "Vanaf welke dag?": "1-1-2026", "Tot welke dag?": "31-12-2029",
        "Wat wilt u samen?": "Een tuin voor iedereen.", "Wie zitten er nog meer aan tafel?": ["Partij Esra"],
    })  # fmt: skip
    world.keep("pact", page)
    page.click("Beloof iets in dit pact").send("Beloof dit", {
        "Wie belooft dit?": "Partij Carla", "Wat belooft u?": "De tuin is elke zaterdag open.",
        "Of aan wie?": "Alle bewoners", "Voor welke dag?": NEXT_YEAR,
        "Hoort het bij geld of een plan?": f"{world.codes['award']}, {world.codes['joint_plan']}"})  # fmt: skip
    world.keep("commitment", page)
    world("initiative", world.urls["pact"]).click("Op tafel leggen").send("Leg het op tafel")
    for who in ("initiative", "official"):
        signer = world(who, world.urls["pact"]).click("Tekenen namens een partij")
        signer.send("Wij tekenen", {"Namens welke partij?": f"Partij {world.cast.actors[who].name}"})
    world("initiative", world.urls["pact"]).click("Laten ingaan").send("Laat het pact ingaan")
    page = world("initiative", world.urls["commitment"]).click("De belofte is gehouden")
    page.send("Ja, dit is gedaan", {"Hoe ging het?": "De poort staat open."})
    world.edition("organiser", "pact", "Geef pact en beloften uit")
