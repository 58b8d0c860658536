"""The pact: who promised what, what was kept, and two promises that were late, mended and kept."""

from datetime import date
from typing import NamedTuple

from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.pact import actions as pact
from samenspel.stages.pact.models import Pact


class Promise(NamedTuple):
    """Who gives what to whom by when, and the things it comes from."""

    key: str
    giver: str
    receiver: str
    what: str
    kind: str
    due: date
    measure: str
    origins: tuple[str, ...]
    cents: int | None = None


PROMISES = (
    Promise("path", "ambtenaar", "initiatief", "Stadsdeel Oost legt een pad voor rolstoelen.", "right", date(2021, 3, 31),
            "Het pad ligt er.", ("award:garden", "line:garden")),
    Promise("open", "initiatief", "", "De tuingroep is elke zaterdag open.", "hours", date(2021, 6, 30),
            "Vijftig zaterdagen in een jaar.", ("award:garden",)),
    Promise("tap", "ambtenaar", "initiatief", "Stadsdeel Oost plaatst een waterkraan.", "other", date(2021, 4, 30),
            "Er komt water uit.", ("award:garden",)),
    Promise("staff", "aanbieder", "", "Welzijn zit twee middagen in de week aan tafel.", "hours", date(2021, 10, 31),
            "Honderd middagen.", ("award:desk", "plan:desk")),
    Promise("bins", "ambtenaar", "", "Stadsdeel Oost leegt de bakken twee keer in de week.", "other", date(2021, 3, 1),
            "De wagen komt op dinsdag en vrijdag.", ("line:bins",)),
    Promise("books", "Scholen in de buurt", "moeders", "De school geeft schriften en boeken voor de kinderen.", "other",
            date(2021, 5, 31), "Er ligt een stapel in de bibliotheek.", ("line:homework",)),
    Promise("music", "muziek", "", "Straatmuziek speelt bij de opening van de tuin.", "hours", date(2021, 6, 5),
            "Een uur muziek.", ("award:garden",)),
    Promise("room", "Wonen in Oost", "moeders", "Wonen in Oost geeft een lege winkel voor een jaar.", "space",
            date(2021, 7, 31), "De sleutel.", ()),
    Promise("pot", "ambtenaar", "initiatief", "Stadsdeel Oost betaalt elk jaar 1.000 euro voor planten.", "money",
            date(2021, 9, 30), "Het geld staat op de rekening.", ("award:garden",), 100_000),
)  # fmt: skip


def promise(world: World, cycle: Cycle) -> Strand:
    """Signed in February 2021, and followed until the autumn."""
    editor = world["professional"]
    yield date(2021, 2, 4)
    made = _convene(world, cycle)
    for row in PROMISES:
        _promise(world, cycle, made, row)
    yield date(2021, 2, 11)
    for speaker in ("initiatief", "ambtenaar", "aanbieder"):
        made = pact.sign(made, by=world[speaker], party=world.parties[speaker], name=world[speaker].name)
    world.things["pact"] = pact.bring_into_force(made, by=editor)
    yield date(2021, 11, 2)
    pact.publish_edition(cycle, by=editor, reason="Alle beloften zijn bekeken.", missing="Wonen in Oost.")


def _convene(world: World, cycle: Cycle) -> Pact:
    made = pact.convene(
        cycle, by=world["initiatief"], party=world.parties["initiatief"], title="Pact voor de Indische Buurt",
        starts=date(2021, 2, 4), ends=date(2023, 12, 31),
        parties=[world.parties[p] for p in ("ambtenaar", "aanbieder")],
        ambitions="Plekken waar mensen elkaar kennen, en rondkomen zonder schaamte.",
        principles="Wij zeggen het eerder als iets niet lukt. Niemand zit aan het hoofd.",
        shared_information="Wat iets kost en hoe ver het is. Nooit iets over één persoon.",
        joining="Wie wil, schuift aan.", dispute="Eerst praten bij de koffie, dan met iemand van buiten.", example=True,
    )  # fmt: skip
    return pact.open_pact(made, by=world["initiatief"])


def _promise(world: World, cycle: Cycle, made: Pact, row: Promise) -> None:
    """Each party promises for itself; for a party without a speaker the neighbourhood worker notes it."""
    by = world.actors.get(row.giver, world["professional"])
    world.things[f"promise:{row.key}"] = pact.promise(
        cycle, by=by, giver=world.parties[row.giver], what=row.what, due=row.due,
        receiver=world.parties[row.receiver] if row.receiver else None,
        receiver_name="" if row.receiver else "iedereen in de buurt", kind=row.kind, measure=row.measure,
        amount_cents=row.cents, pact=made, codes=[world.code(o) for o in row.origins], example=True,
    )  # fmt: skip


def follow(world: World) -> list[Strand]:
    """How each promise went; the bins and the tap came late, with a reason and a new day."""
    return [
        _keep(world, "path", date(2021, 3, 24), "ambtenaar", "Het pad ligt er."),
        _mend(world, "bins", date(2021, 3, 8), "De wagen kwam vier vrijdagen niet.", date(2021, 3, 18), date(2021, 6, 1),
              "Er was geen chauffeur voor de vrijdag. Vanaf 1 juni is die er. Tot dan belt u het vaste nummer."),
        _keep(world, "bins", date(2021, 6, 29), "ambtenaar",
              "De wagen komt nu op dinsdag en vrijdag. Het is er schoon."),
        _mend(world, "tap", date(2021, 5, 10), "Er kwam geen kraan.", date(2021, 5, 17), date(2021, 9, 30),
              "De leiding bleek van een andere eigenaar. Die heeft nu ja gezegd."),
        _keep(world, "tap", date(2021, 9, 21), "ambtenaar", "Er is water."),
        _keep(world, "books", date(2021, 5, 27), "moeders", "Er liggen veertig schriften en twee woordenboeken."),
        _keep(world, "open", date(2021, 7, 5), "initiatief", "Wij waren 46 zaterdagen open. Vier keer regende het te hard."),
        _keep(world, "staff", date(2021, 10, 31), "aanbieder", "Honderd en twee middagen."),
        _let_go(world),
    ]  # fmt: skip


def _mend(world: World, key: str, noticed: date, why: str, agreed: date, due: date, reason: str) -> Strand:
    """Late, said aloud; then a new day, with the reason."""
    yield noticed
    late = pact.mark_late(world.things[f"promise:{key}"], by=world["professional"], why=why)
    yield agreed
    world.things[f"promise:{key}"] = pact.renegotiate(late, by=world["ambtenaar"], due=due, reason=reason)


def _keep(world: World, key: str, day: date, who: str, how: str) -> Strand:
    yield day
    world.things[f"promise:{key}"] = pact.keep_promise(world.things[f"promise:{key}"], by=world[who], how=how)


def _let_go(world: World) -> Strand:
    """What did not come: volunteers stepped back, one gave no answer, one was taken back with its reason."""
    yield date(2021, 5, 20)
    pact.step_back(world.things["promise:music"], by=world["muziek"])
    yield date(2021, 9, 14)
    pact.mark_not_answered(
        world.things["promise:room"], by=world["professional"], reason="Wij vroegen het drie keer en hoorden niets."
    )
    yield date(2021, 9, 28)
    pact.withdraw(
        world.things["promise:pot"], by=world["ambtenaar"],
        reason="Het geld voor planten is verdeeld over de hele stad. De tuingroep kan het elk jaar vragen.",
    )  # fmt: skip
