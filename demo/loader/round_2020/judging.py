"""What the parties call good, and the talk about one task: can it be better or different?"""

from dataclasses import replace
from datetime import date

from demo.loader.world import Strand, World
from samenspel.contracts.actor import Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.assessment import actions as assessment
from samenspel.stages.quality import actions as quality

# key, title, service, the line it measures, statements: words, how noticed, who judges, how often
DEFINITIONS = (
    ("garden", "Wij spreken van een goede tuin als ...", "De Bogortuin", "line:garden", (
        ("Iedereen er zomaar in kan, ook met een rolstoel.", "Wij lopen het pad met iemand in een rolstoel.",
         "bezoekers", "elk half jaar"),
        ("Mensen er iemand leren kennen van een andere groep.", "Wij vragen het aan vijftig bezoekers.",
         "bezoekers", "elk jaar"),
    )),
    ("desk", "Wij spreken van goede hulp als ...", "Hulp bij brieven en geldzorgen", "line:desk", (
        ("Iemand er binnen een week terecht kan.", "Wij tellen de dagen.", "wie hulp kreeg", "elke maand"),
        ("Niemand twee keer hetzelfde hoeft te vertellen.", "Wij vragen het na afloop.", "wie hulp kreeg", "elke maand"),
        ("Iemand uit de buurt erbij zit.", "Het rooster laat het zien.", "buren en welzijn samen", "elk kwartaal"),
    )),
)  # fmt: skip


def judge(world: World, cycle: Cycle) -> Strand:
    """Definitions signed in the spring, the talk in the summer."""
    yield date(2020, 4, 21)
    for row in DEFINITIONS:
        _define(world, cycle, row)
    quality.publish_edition(
        cycle, by=world["professional"], reason="Twee afspraken zijn getekend.", missing="Mensen zonder Nederlands."
    )
    yield from _talk(world, cycle)


def _define(world: World, cycle: Cycle, row: tuple[str, str, str, str, tuple[tuple[str, str, str, str], ...]]) -> None:
    key, title, service, line, statements = row
    writer = world["professional"]
    made = quality.draft_definition(
        cycle, by=writer, title=title, service=service, codes=[world.things[line].code], example=True
    )
    for words, noticed, who, often in statements:
        made = quality.add_statement(made, by=writer, words=words, how_noticed=noticed, who_judges=who, how_often=often)
    made = quality.open_definition(made, by=writer)
    for speaker in ("initiatief", "aanbieder", "ambtenaar"):
        made = quality.sign_definition(made, by=world[speaker], party=world.parties[speaker], name=world[speaker].name)
    world.things[f"quality:{key}"] = made


def _talk(world: World, cycle: Cycle) -> Strand:
    editor, official = world["professional"], world["ambtenaar"]
    yield date(2020, 5, 12)
    task = assessment.register_task(
        cycle, by=official, title="Hulp bij brieven en formulieren", provider=world.parties["aanbieder"],
        what="Mensen helpen die een brief of formulier niet begrijpen.", yearly_cents=4_800_000,
        contract_ends=date(2020, 12, 31), open_to_challenge=True, why="Bewoners doen dit al en kunnen het goed.",
        codes=[world.things["money:desk"].code], example=True,
    )  # fmt: skip
    talk = assessment.open_talk(
        task, by=editor, cycle=cycle, title="Kan de hulp bij brieven beter of anders?", where="Huis van de Buurt",
        codes=[world.things["quality:desk"].code], example=True,
    )  # fmt: skip
    yield date(2020, 6, 9)
    for side, words, who in (
        ("resident", "Mijn buurvrouw legt het beter uit dan het loket. Maar zij weet niet alles.", "een bewoner"),
        ("user", "Ik moest drie keer mijn verhaal vertellen. Aan tafel hoefde dat maar één keer.", "een bewoner"),
        ("provider", "Wij hebben te weinig tijd per mens. Samen met buren lukt het wel.", "Welzijn in de buurt"),
    ):
        at_table = replace(editor, channel=Channel.TABLE, on_behalf_of=who, read_back=True, at="tafel 2")
        assessment.add_voice(talk, by=at_table, side=side, words=words, said_by=who)
    talk = assessment.conclude(
        talk, by=editor, verdict="differently", reason="Buren en welzijn kunnen dit samen beter dan elk apart.",
        right_things="Ja. Mensen hebben deze hulp nodig.", well_enough="Nee. Het duurt te lang en het is te vaak hetzelfde.",
        better_or_different="Anders: buren en welzijn aan één tafel.", differences="Welzijn wil ook een spreekuur zonder buren houden.",
        advice="Probeer een jaar lang een spreekuur van buren en welzijn samen.",
    )  # fmt: skip
    yield date(2020, 7, 7)
    world.things["assessment:letters"] = assessment.reply(
        talk, by=official, answer="Wij doen mee. Het geld voor 2021 blijft gelijk.",
        reason="Het advies past bij wat de buurt het eerst wilde.",
    )  # fmt: skip
    world.things["task:letters"] = task
    assessment.publish_edition(cycle, by=editor, reason="Het eerste gesprek is klaar.", missing="Jongeren.")
