"""Questions with a clock, and a rule that stood in the way."""

from datetime import date

from demo.loader.world import Strand, World
from samenspel.instruments.questions import actions as questions
from samenspel.kernel.cycle.models import Cycle


def ask(world: World, cycle: Cycle) -> list[Strand]:
    """One answered well, one answered late, and a rule that turned out to be a habit."""
    return [_about_money(world, cycle), _about_homes(world, cycle), _about_a_rule(world, cycle)]


def _about_money(world: World, cycle: Cycle) -> Strand:
    yield date(2020, 3, 24)
    row = questions.ask(
        cycle, by=world["moeders"], title="Hoeveel geld is er vast en hoeveel is er één keer?",
        body="Wij zien bedragen, maar niet of ze volgend jaar terugkomen.", addressee=world.parties["ambtenaar"],
        party=world.parties["moeders"], about=world.things["money:desk"].node, due=date(2020, 5, 1), example=True,
    )  # fmt: skip
    yield date(2020, 4, 22)
    row = questions.answer(
        row, by=world["ambtenaar"],
        text="Van elke tien euro is er één vast. De rest vraagt u elk jaar opnieuw aan. Dat vinden wij ook te weinig.",
    )  # fmt: skip
    yield date(2020, 4, 29)
    questions.judge(row, by=world["moeders"], satisfied=True, words="Nu weten wij waar wij over kunnen praten.")


def _about_homes(world: World, cycle: Cycle) -> Strand:
    yield date(2020, 4, 7)
    row = questions.ask(
        cycle, by=world["bewoner"], title="Hoeveel huizen worden er verkocht en niet meer verhuurd?",
        body="In mijn trap zijn er al drie verkocht. Waar gaan wij heen?", addressee=world.parties["ambtenaar"],
        due=date(2020, 5, 19), example=True,
    )  # fmt: skip
    yield date(2020, 8, 25)
    row = questions.answer(
        row, by=world["ambtenaar"],
        text="Sorry, dit antwoord komt drie maanden te laat. Wij hebben het aantal niet per straat. De corporaties wel, "
        "en zij geven het niet.",
    )  # fmt: skip
    yield date(2020, 9, 1)
    questions.judge(row, by=world["bewoner"], satisfied=False, words="Dan weten wij nog niets.")


def _about_a_rule(world: World, cycle: Cycle) -> Strand:
    yield date(2020, 6, 16)
    row = questions.ask(
        cycle, by=world["initiatief"], title="Voor een tuintafel is een vergunning nodig, zegt men",
        body="Wij willen één lange tafel neerzetten. Moeten wij daar drie maanden op wachten?", kind="rule",
        addressee=world.parties["ambtenaar"], due=date(2020, 7, 14), example=True,
    )  # fmt: skip
    yield date(2020, 7, 9)
    row = questions.answer(
        row, by=world["ambtenaar"], verdict="myth",
        text="Deze regel bestaat niet. Voor een tafel in een afgesloten tuin is geen vergunning nodig.",
    )  # fmt: skip
    yield date(2020, 7, 10)
    questions.judge(row, by=world["initiatief"], satisfied=True)
