"""The round that runs now: opened from the lessons of the first one, with figures of 2024 and a live vote."""

from datetime import date

from demo.loader import communities, surveying
from demo.loader.round_2026 import asking, casting, choosing, giving, judging, proposing, telling, voting
from demo.loader.world import World, on, run
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.monitoring import queries as monitoring

STATES = {
    "profile": "done", "consultation": "open", "agenda": "busy", "proposals": "open", "plan": "not_yet",
    "budget": "busy", "quality": "open", "assessment": "open", "commissioning": "open", "pact": "open",
    "monitoring": "not_yet",
}  # fmt: skip


def play(world: World) -> list[str]:
    """Everything up to today; returns voting codes that a visitor may try."""
    previous = Cycle.objects.get(place=world.place, slug="2020")
    with on(date(2026, 1, 12)):
        cycle = _open(world, previous)
    run(
        *communities.begin(world, 2022, 2027), *telling.listen(world, cycle), choosing.choose(world, cycle),
        *proposing.propose(world, cycle), *asking.ask(world, cycle), *giving.give(world, cycle),
        *judging.judge(world, cycle), *surveying.now(world, cycle), voting.open_vote(world, cycle),
    )  # fmt: skip
    return casting.cast(world)


def _open(world: World, previous: Cycle) -> Cycle:
    organiser = world["professional"]
    cycle = cycles.open_cycle(
        world.place, by=organiser, slug="2026", title="Ronde 2", opens_on=date(2026, 1, 12), previous=previous,
        lessons=monitoring.lessons_for_next(previous),
    )  # fmt: skip
    for stage in cycle.stages.all():
        cycles.move_stage(stage, by=organiser, state=STATES[stage.stage])
    for title, kind, day, arrive in (
        ("Kadernota 2027", "framework_note", date(2026, 6, 25), date(2026, 5, 4)),
        ("Begroting 2027", "budget", date(2026, 11, 11), date(2026, 9, 1)),
        ("Tussenrapportage van het stadsdeel", "report", date(2026, 11, 26), date(2026, 11, 12)),
        ("Vergadering van de stadsdeelcommissie", "council", date(2026, 12, 15), date(2026, 12, 1)),
        ("Raad over de begroting 2027", "council", date(2026, 12, 17), date(2026, 12, 3)),
        ("Jaarrekening 2026", "annual_account", date(2027, 5, 27), date(2027, 4, 1)),
    ):
        cycles.add_date(cycle, by=world["ambtenaar"], title=title, kind=kind, date=day, must_arrive_by=arrive)
    for speaker, mark in (("initiatief", "there"), ("ambtenaar", "working"), ("aanbieder", "there")):
        cycles.mark_condition(
            cycle, by=world[speaker], party=world.parties[speaker], condition="trust", mark=mark,
            what_we_do="Wij zeggen het eerder als iets niet lukt.",
        )  # fmt: skip
    return cycle
