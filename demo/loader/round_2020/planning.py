"""The plan and the money."""

from datetime import date

from demo.loader.round_2020.telling import read
from demo.loader.world import World, on
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.stages.budget import actions as budget
from samenspel.stages.plan import actions as plans


def plan(world: World, cycle: Cycle) -> None:
    """Lines that answer priorities, decided by the board, and the money that pays them."""
    with on(2019, 12, 3):
        _lines(world, cycle)
    with on(2020, 1, 14):
        _decide(world, cycle)
    with on(2020, 3, 9):
        _money(world, cycle)


def _lines(world: World, cycle: Cycle) -> None:
    official = world["ambtenaar"]
    for key, title, action, proposal, priority, cents, partner in (
        ("garden", "De Bogortuin open voor iedereen", "De tuingroep maakt de tuin open. Het stadsdeel legt het pad.",
         "garden", "meet", 1_500_000, "initiatief"),
        ("desk", "Een spreekuur van buren en welzijn", "Twee middagen in de week in het Huis van de Buurt.",
         "desk", "ends", 1_200_000, "aanbieder"),
    ):  # fmt: skip
        line = plans.draft(
            cycle, by=official, title=title, action=action, starts=date(2020, 3, 1), ends=date(2021, 6, 30),
            needs_cents=cents, resident_name="Wim (voorbeeld)", professional_name="Joost (voorbeeld)",
            partners=[world.parties[partner], world.parties["ambtenaar"]], party=world.parties["ambtenaar"], example=True,
        )  # fmt: skip
        line = plans.answer_priority(
            line,
            by=official,
            priority=world.things[f"priority:{priority}"].code,
            reason="Dit vroeg de buurt het eerst.",
        )
        line = plans.take_proposal(
            line,
            by=official,
            proposal=world.things[f"proposal:{proposal}"].code,
            reason="Het voorstel past bij de buurt.",
        )
        world.things[f"line:{key}"] = plans.propose(line, by=official)


def _decide(world: World, cycle: Cycle) -> None:
    clerk = world["griffier"]
    board = Body.objects.get(place=world.place, kind="board")
    for key, why in (
        ("garden", "De buurt vraagt het en de makers doen het zelf."),
        ("desk", "Het helpt mensen eerder, en dat kost minder."),
    ):
        line = plans.decide(world.things[f"line:{key}"], by=clerk, body=board, yes=True, reason=why)
        world.things[f"line:{key}"] = line
    plans.publish_edition(cycle, by=world["professional"], reason="Het bestuur heeft besloten.", missing="Niemand.")


def _money(world: World, cycle: Cycle) -> None:
    finance = world["ambtenaar"]
    source = budget.import_grants(
        world.place, by=finance, content=read("grants.csv"), public_body="Gemeente Amsterdam",
        document="Subsidieregister, 9 maart 2020", licence="CC BY 4.0",
        note="Verkleind tot de Indische Buurt. De manier staat bij elke regel.",
    )  # fmt: skip
    budget.import_task_fields(world.place, by=finance, content=read("iv3.csv"), licence="CC BY 4.0")
    budget.count_residents(world.place, by=finance, year=2020, residents=22_450, source="CBS, 84799NED")
    line = budget.record_line(
        cycle, by=finance, title="Subsidies voor bewonersinitiatieven in de Indische Buurt", source=source, year=2019,
        stage="granted", method="opgeteld uit het subsidieregister", confidence="measured", cents=15_000_000,
        regular=False, free=True, decides="Dagelijks bestuur van stadsdeel Oost", example=True,
    )  # fmt: skip
    for key in ("garden", "desk"):
        line = budget.pay(
            line, by=finance, plan_line=world.things[f"line:{key}"].code, reason="Dit is geld dat de buurt mag kiezen."
        )
    world.things["money:initiatives"] = line
    budget.publish_edition(
        cycle, by=world["professional"], reason="De eerste telling van het geld.", missing="Woningcorporaties."
    )
