"""The plan and the money."""

from datetime import date
from typing import NamedTuple

from demo.loader.round_2020.telling import read
from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.people import actions as people
from samenspel.stages.budget import actions as budget
from samenspel.stages.budget.models import BudgetSource
from samenspel.stages.plan import actions as plans


class Line(NamedTuple):
    """A line of the plan, what it answers, who does it and why the board said yes."""

    key: str
    title: str
    action: str
    priority: str
    ends: date
    cents: int
    partner: str
    resident: str
    why: str


LINES = (
    Line("garden", "De Bogortuin open voor iedereen", "De tuingroep maakt de tuin open. Het stadsdeel legt het pad.",
         "meet", date(2021, 6, 30), 1_500_000, "initiatief", "Wim (voorbeeld)",
         "De buurt vraagt het en de makers doen het zelf."),
    Line("desk", "Een spreekuur van buren en welzijn", "Twee middagen in de week in het Huis van de Buurt.",
         "ends", date(2021, 10, 31), 1_200_000, "aanbieder", "Emine (voorbeeld)",
         "Het helpt mensen eerder, en dat kost minder."),
    Line("bins", "Twee keer in de week de bakken leeg", "De wagen rijdt ook op vrijdag. Buren bellen als het vol is.",
         "green", date(2021, 12, 31), 300_000, "repareerclub", "Henk (voorbeeld)", "Schone straten kosten hier weinig extra."),
    Line("homework", "Een lokaal om te leren na school", "Drie middagen in de week, in een lokaal van de school.",
         "learn", date(2021, 6, 30), 400_000, "moeders", "Emine (voorbeeld)", "Elk kind heeft een tafel nodig."),
)  # fmt: skip


class Money(NamedTuple):
    """A line of the money, and how sure we are of it: a scheme of the real register, else an example."""

    key: str
    title: str
    confidence: str
    method: str
    scheme: str = ""
    cents: int | None = None
    low: int | None = None
    high: int | None = None
    regular: bool = False
    free: bool = False


MONEY = (
    Money("garden", "Subsidies voor bewonersinitiatieven in de Indische Buurt", "measured",
          "opgeteld uit het subsidieregister", "Subsidieregeling bewonersinitiatieven stadsdeel Oost", free=True),
    Money("desk", "Subsidies voor vrijwilligers en netwerken in de Indische Buurt", "measured",
          "opgeteld uit het subsidieregister",
          "Basisvoorziening versterken vrijwillige inzet en informele netwerken (SD Oost)", free=True),
    Money("share", "Deel van de subsidies zonder plaatsnaam", "allocated", "verdeeld naar het aantal bewoners",
          "stadsdeel Oost"),
    Money("bins", "Schoonhouden van de straten", "allocated", "deel van de stad, naar het aantal bewoners",
          cents=210_000_000, regular=True),
    Money("homework", "Lokalen van scholen na drie uur", "estimated", "gerekend met de huur van gelijke zalen",
          cents=3_000_000, low=2_000_000, high=4_500_000, regular=True),
    Money("corporations", "Wat woningcorporaties in de buurt doen", "unknown",
          "een bedrag dat aan tafel werd genoemd; niemand kon het nakijken", cents=80_000_000),
)  # fmt: skip


def plan(world: World, cycle: Cycle) -> Strand:
    """Lines that answer priorities, decided by the board, and the money that pays them."""
    for number, row in enumerate(LINES):
        yield date(2019, 12, 3 + 2 * number)
        _line(world, cycle, row)
    yield date(2020, 2, 18)
    _decide(world, cycle)
    yield date(2020, 3, 9)
    register, talked = _read_in(world)
    yield date(2020, 3, 11)
    _money(world, cycle, register, talked)


def _line(world: World, cycle: Cycle, row: Line) -> None:
    official = world["ambtenaar"]
    owner = people.form_duo(world.place, by=official, **world.pair(row.resident, "Joost (voorbeeld)"))
    line = plans.draft(
        cycle, by=official, title=row.title, action=row.action, starts=date(2020, 3, 1), ends=row.ends,
        needs_cents=row.cents, owner=owner,
        partners=[world.parties[row.partner], world.parties["ambtenaar"]], party=world.parties["ambtenaar"], example=True,
    )  # fmt: skip
    line = plans.answer_priority(
        line, by=official, priority=world.code(f"priority:{row.priority}"), reason="Dit vroeg de buurt het eerst."
    )
    line = plans.take_proposal(
        line, by=official, proposal=world.code(f"proposal:{row.key}"), reason="De makers doen het grootste deel zelf."
    )
    world.things[f"line:{row.key}"] = plans.propose(line, by=official)


def _decide(world: World, cycle: Cycle) -> None:
    board = Body.objects.get(place=world.place, kind="board")
    for row in LINES:
        line = plans.decide(world.things[f"line:{row.key}"], by=world["griffier"], body=board, yes=True, reason=row.why)
        world.things[f"line:{row.key}"] = line
    plans.publish_edition(cycle, by=world["professional"], reason="Het bestuur heeft besloten.", missing="Niemand.")


def progress(world: World) -> Strand:
    """How the lines went; one stopped, with its reason."""
    yield date(2020, 10, 12)
    plans.stop(
        world.things["line:homework"], by=world["ambtenaar"],
        reason="De school heeft haar lokalen zelf nodig. De kinderen leren nu in de bibliotheek, met dezelfde hulp.",
    )  # fmt: skip
    yield date(2021, 4, 6)
    plans.report_progress(
        world.things["line:garden"], by=world["ambtenaar"], text="Het pad ligt er. De kraan volgt nog."
    )
    yield date(2021, 10, 19)
    plans.finish(world.things["line:garden"], by=world["ambtenaar"], text="Tuin, pad en kraan zijn klaar.")
    yield date(2021, 11, 4)
    plans.finish(world.things["line:desk"], by=world["ambtenaar"], text="Het spreekuur gaat door.")


def _read_in(world: World) -> tuple[BudgetSource, BudgetSource]:
    finance = world["ambtenaar"]
    register = budget.import_grants(
        world.place, by=finance, content=read("grants.csv"), public_body="Gemeente Amsterdam",
        document="Subsidieregister, 9 maart 2020", licence="CC BY 4.0",
        note="Verkleind tot de Indische Buurt. De manier staat bij elke regel.",
    )  # fmt: skip
    budget.import_task_fields(world.place, by=finance, content=read("iv3.csv"), licence="CC BY 4.0")
    budget.count_residents(world.place, by=finance, year=2020, residents=22_450, source="CBS, 84799NED")
    talked = budget.add_source(
        world.place, by=finance, public_body="Indische Buurt", document="Geteld aan tafel (verzonnen voorbeeld)",
        stage="adopted", year=2019,
    )  # fmt: skip
    return register, talked


def _money(world: World, cycle: Cycle, register: BudgetSource, talked: BudgetSource) -> None:
    finance = world["ambtenaar"]
    for row in MONEY:
        line = budget.record_line(
            cycle, by=finance, title=row.title, source=register if row.scheme else talked, year=2019, scheme=row.scheme,
            stage="granted" if row.scheme else "adopted", method=row.method, confidence=row.confidence, cents=row.cents,
            low_cents=row.low, high_cents=row.high, regular=row.regular, free=row.free,
            decides="Dagelijks bestuur van stadsdeel Oost", example=not row.scheme,
        )  # fmt: skip
        if f"line:{row.key}" in world.things:
            line = budget.pay(
                line, by=finance, plan_line=world.code(f"line:{row.key}"), reason="Hieruit wordt deze regel betaald."
            )
        world.things[f"money:{row.key}"] = line
    budget.publish_edition(
        cycle, by=world["professional"], reason="De eerste telling van het geld.", missing="Woningcorporaties."
    )
