"""The round of 2019 to 2021: real figures, grants and votes; stories, notes and promises are examples."""

from datetime import date

from demo.loader import communities, surveying
from demo.loader.round_2020 import asking, choosing, doing, judging, learning, planning, promising, telling
from demo.loader.world import STAFF, World, on, run
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle

AGREEMENT = (
    ("urgency", "there", "Te veel mensen komen niet rond. Dat vinden wij allemaal."),
    ("commitment", "there", "De gemeente zit zelf aan tafel."),
    ("community", "working", "Er komt een vaste plek in het Huis van de Buurt."),
    ("multi_year", "not_yet", ""),
    ("flexible_budgets", "working", "Eerst met 200.000 euro, dan verder."),
    ("experiment", "there", ""),
    ("horizontal", "working", "Iedereen krijgt dezelfde stoel."),
    ("trust", "working", "Wij doen wat wij beloven, en zeggen het als het niet lukt."),
    ("jointness", "there", ""),
)


def play(world: World) -> None:
    """From the start agreement to 'then and now'."""
    with on(date(2019, 1, 14)):
        cycle = cycles.open_cycle(
            world.place, by=world["professional"], slug="2020", title="Ronde 1", opens_on=date(2019, 1, 14)
        )
        _start(world, cycle)
    run(
        *communities.begin(world, 2019, 2022), *telling.tell(world, cycle), choosing.choose(world, cycle),
        *choosing.propose(world, cycle), planning.plan(world, cycle), planning.progress(world),
        judging.judge(world, cycle), *asking.ask(world, cycle), surveying.before(world, cycle), doing.joint_plan(world, cycle), doing.vote(world, cycle),
        doing.publish(world, cycle), promising.promise(world, cycle), *promising.follow(world),
        learning.learn(world, cycle),
    )  # fmt: skip
    with on(date(2021, 12, 10)):
        _close(world, cycle)


def _start(world: World, cycle: Cycle) -> None:
    for stage in cycle.stages.all():
        cycles.move_stage(stage, by=world["professional"], state="open")
    for condition, mark, what in AGREEMENT:
        for speaker in ("initiatief", "ambtenaar", "aanbieder"):
            cycles.mark_condition(
                cycle, by=world[speaker], party=world.parties[speaker], condition=condition, mark=mark, what_we_do=what
            )
    for title, kind, day, arrive in (
        ("Kadernota 2020", "framework_note", date(2019, 6, 20), date(2019, 5, 1)),
        ("Begroting 2020", "budget", date(2019, 11, 6), date(2019, 9, 2)),
        ("Jaarrekening 2019", "annual_account", date(2020, 5, 28), date(2020, 4, 1)),
    ):
        cycles.add_date(cycle, by=world["ambtenaar"], title=title, kind=kind, date=day, must_arrive_by=arrive)


def _close(world: World, cycle: Cycle) -> None:
    for stage in cycle.stages.all():
        cycles.move_stage(stage, by=world["professional"], state="done")
    cycles.write_then_and_now(
        cycle,
        by=world["initiatief"],
        party=world.parties["initiatief"],
        changed="Er kwamen nieuwe bewoners en de huren stegen. In 2020 kon niemand bij elkaar op bezoek.",
        asked="Plekken waar mensen elkaar kennen, en hulp bij geldzorgen zonder schaamte.",
        came="De tuin is open, het spreekuur loopt, zeventien plannen kregen geld. De waterkraan kwam te laat.",
        ask_now="Geef jongeren een plek, en vraag mensen die nooit komen.",
    )
    cycles.close_cycle(cycle, by=STAFF)
