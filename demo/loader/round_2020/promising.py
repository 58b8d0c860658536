"""The pact: who promised what, what was kept, and one promise that was broken and mended."""

from datetime import date

from demo.loader.world import World, on
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.pact import actions as pact

# key, giver, receiver, what, kind, due, measure, where it comes from
PROMISES = (
    ("path", "ambtenaar", "initiatief", "Stadsdeel Oost legt een pad voor rolstoelen.", "right", date(2021, 3, 31),
     "Het pad ligt er.", ("award:garden", "line:garden")),
    ("open", "initiatief", "", "De tuingroep is elke zaterdag open.", "hours", date(2021, 6, 30),
     "Vijftig zaterdagen in een jaar.", ("award:garden",)),
    ("tap", "ambtenaar", "initiatief", "Stadsdeel Oost plaatst een waterkraan.", "other", date(2021, 4, 30),
     "Er komt water uit.", ("award:garden",)),
    ("staff", "aanbieder", "", "Welzijn zit twee middagen in de week aan tafel.", "hours", date(2021, 10, 31),
     "Honderd middagen.", ("award:desk", "plan:desk")),
)  # fmt: skip


def promise(world: World, cycle: Cycle) -> None:
    """Signed in February 2021."""
    editor = world["professional"]
    with on(2021, 2, 4):
        made = pact.convene(
            cycle, by=world["initiatief"], party=world.parties["initiatief"], title="Pact voor de Indische Buurt",
            starts=date(2021, 2, 4), ends=date(2023, 12, 31),
            parties=[world.parties[p] for p in ("ambtenaar", "aanbieder")],
            ambitions="Plekken waar mensen elkaar kennen, en rondkomen zonder schaamte.",
            principles="Wij zeggen het eerder als iets niet lukt. Niemand zit aan het hoofd.",
            shared_information="Wat iets kost en hoe ver het is. Nooit iets over één persoon.",
            joining="Wie wil, schuift aan.", dispute="Eerst praten bij de koffie, dan met iemand van buiten.", example=True,
        )  # fmt: skip
        made = pact.open_pact(made, by=world["initiatief"])
        for row in PROMISES:
            _promise(world, cycle, made, row)
        for speaker in ("initiatief", "ambtenaar", "aanbieder"):
            made = pact.sign(made, by=world[speaker], party=world.parties[speaker], name=world[speaker].name)
        world.things["pact"] = pact.bring_into_force(made, by=editor)
    _follow(world)
    with on(2021, 11, 2):
        pact.publish_edition(cycle, by=editor, reason="Alle beloften zijn bekeken.", missing="Wonen in Oost.")


def _promise(world: World, cycle: Cycle, made: object, row: tuple[object, ...]) -> None:
    key, giver, receiver, what, kind, due, measure, origins = row
    codes = [world.things[o].node.code for o in origins]  # type: ignore[attr-defined]
    world.things[f"promise:{key}"] = pact.promise(
        cycle, by=world[str(giver)], giver=world.parties[str(giver)], what=str(what), due=due,  # type: ignore[arg-type]
        receiver=world.parties[str(receiver)] if receiver else None, receiver_name="" if receiver else "iedereen in de buurt",
        kind=str(kind), measure=str(measure), pact=made, codes=codes, example=True,  # type: ignore[arg-type]
    )  # fmt: skip


def _follow(world: World) -> None:
    """How each promise went; the water tap came late, with a reason and a new day."""
    with on(2021, 3, 24):
        _keep(world, "path", "ambtenaar", "Het pad ligt er.")
    with on(2021, 5, 10):
        late = pact.mark_late(world.things["promise:tap"], by=world["professional"], why="Er kwam geen kraan.")
        world.things["promise:tap"] = pact.renegotiate(
            late, by=world["ambtenaar"], due=date(2021, 9, 30),
            reason="De leiding bleek van een andere eigenaar. Die heeft nu ja gezegd.",
        )  # fmt: skip
    with on(2021, 7, 5):
        _keep(world, "open", "initiatief", "Wij waren 46 zaterdagen open. Vier keer regende het te hard.")
    with on(2021, 9, 21):
        _keep(world, "tap", "ambtenaar", "Er is water.")
    with on(2021, 10, 31):
        _keep(world, "staff", "aanbieder", "Honderd en twee middagen.")


def _keep(world: World, key: str, who: str, how: str) -> None:
    row = pact.keep_promise(world.things[f"promise:{key}"], by=world[who], how=how)
    world.things[f"promise:{key}"] = row
