"""What is called good in 2026, and a talk about a task that runs now."""

from dataclasses import replace
from datetime import date

from demo.loader.world import Strand, World, helped
from samenspel.contracts.actor import Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.assessment import actions as assessment
from samenspel.stages.quality import actions as quality


def judge(world: World, cycle: Cycle) -> list[Strand]:
    """One definition on the table, half signed; one talk in which people still speak."""
    return [_define(world, cycle), _talk(world, cycle)]


def _define(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 10, 1)
    made = quality.draft_definition(
        cycle, by=world["jongeren"], title="Wij spreken van een goede jongerenplek als ...", service="Plek voor jongeren",
        party=world.parties["jongeren"], example=True,
    )  # fmt: skip
    for words, noticed, who, often in (
        (
            "Je er binnenkomt zonder iets uit te leggen.",
            "Wij vragen het aan tien nieuwe mensen.",
            "jongeren",
            "elk kwartaal",
        ),
        ("Er iemand is die je naam kent.", "Wij vragen het aan de deur.", "jongeren", "elke maand"),
    ):
        made = quality.add_statement(
            made, by=world["jongeren"], words=words, how_noticed=noticed, who_judges=who, how_often=often
        )
    yield date(2026, 10, 13)
    made = quality.open_definition(made, by=world["jongeren"])
    for speaker in ("jongeren", "aanbieder"):
        yield date(2026, 10, 22)
        made = quality.sign_definition(made, by=world[speaker], party=world.parties[speaker], name=world[speaker].name)


def _talk(world: World, cycle: Cycle) -> Strand:
    editor = world["professional"]
    yield date(2026, 9, 24)
    task = assessment.register_task(
        cycle, by=world["ambtenaar"], title="Jongerenwerk in de avond", provider=world.parties["aanbieder"],
        what="Er zijn voor jongeren als zij vrij zijn.", yearly_cents=9_600_000, contract_ends=date(2027, 6, 30),
        open_to_challenge=True, why="De afspraak loopt volgend jaar af. Dan kan het ook anders.", example=True,
    )  # fmt: skip
    talk = assessment.open_talk(
        task,
        by=editor,
        cycle=cycle,
        title="Kan het jongerenwerk beter of anders?",
        where="Huis van de Buurt",
        example=True,
    )
    yield date(2026, 11, 5)
    for side, words, who in (
        ("user", "Om negen uur gaat de deur dicht. Dan begint onze avond.", "een bewoner"),
        ("resident", "Ik zie ze in de kou staan. Ik zou best een avond willen helpen.", "een bewoner"),
        ("provider", "Wij hebben twee mensen te weinig. Wij willen graag later open.", "Welzijn in de buurt"),
    ):
        at_table = replace(helped(editor, Channel.TABLE, "Tafel 2"), on_behalf_of=who)
        assessment.add_voice(talk, by=at_table, side=side, words=words, said_by=who)
