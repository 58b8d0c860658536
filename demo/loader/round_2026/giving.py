"""What is there already in 2026, the answers to the proposals, and two promises that are running."""

from datetime import date

from demo.loader.world import World, on
from samenspel.instruments.offers import actions as offers
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.pact import actions as pact
from samenspel.stages.proposals import actions as proposals

ASSETS = (
    ("De zaal van het Huis van de Buurt", "location", "Op woensdag en zaterdag vrij, voor jongeren."),
    ("Vier koks uit de buurt", "people", "Zij koken graag samen met jongeren."),
    ("Een kast met ballen en netten", "thing", "Te leen, bij de tuingroep."),
)

ANSWERS = {
    "room": "Ja, de kamer staat vrij op woensdag en zaterdag.",
    "sport": "Ja, de lampen passen op de masten die er staan.",
    "cook": "Ja, de keuken is op zondag vrij.",
}


def offer(world: World, cycle: Cycle) -> None:
    """What people have and want to share."""
    for title, kind, words in ASSETS:
        asset = offers.offer_asset(
            cycle, by=world["initiatief"], title=title, kind=kind, offers=words, where="Indische Buurt", example=True
        )
        if asset.state == "offered" and not asset.node.public:
            offers.show_asset(asset, by=world["professional"])


def answer(world: World) -> None:
    """Weighed, told and accepted, before a proposal stands on the ballot."""
    official = world["ambtenaar"]
    for key, why in ANSWERS.items():
        row = world.things[f"proposal:2026:{key}"]
        with on(2026, 10, 5):
            row = proposals.weigh_provisionally(row, by=official, positive=True, why=why)
        with on(2026, 10, 12):
            row = proposals.tell_submitter(row, by=official, how="Gebeld, en daarna langsgegaan.")
        with on(2026, 10, 19):
            row = proposals.decide(
                row, by=world["griffier"], accept=True, reason=f"{why} De buurt mag nu kiezen.",
                decided_by="Dagelijks bestuur van stadsdeel Oost",
            )  # fmt: skip
        world.things[f"proposal:2026:{key}"] = row


def promise(world: World, cycle: Cycle) -> None:
    """One promise that is past its day and one that is due soon: something to ask about."""
    with on(2026, 10, 20):
        for giver, what, due, measure in (
            ("ambtenaar", "Stadsdeel Oost laat zien wat er voor jongeren in de begroting staat.", date(2026, 11, 2),
             "Het bedrag staat bij Begroting."),
            ("aanbieder", "Welzijn zoekt twee jongerenwerkers voor de avond.", date(2026, 12, 8),
             "Twee mensen met een naam."),
        ):  # fmt: skip
            pact.promise(
                cycle, by=world[giver], giver=world.parties[giver], what=what, due=due, kind="other",
                receiver_name="iedereen in de buurt", measure=measure, example=True,
            )
