"""A small live vote in which a visitor of the demo can take part with a code."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from demo.loader.world import Strand, World
from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.commissioning import actions as commissioning
from samenspel.stages.commissioning.models import Call
from samenspel_methods.allocation import RuleSet

CODES = 60
HOLDERS = ("bewoner", "griffier", "initiatief")
OPTIONS = (
    ("1", "Een kamer voor meiden in het Huis van de Buurt", 850_000, "room",
     "Een eigen kamer, twee middagen per week. "
     "Meiden richten hem zelf in, met hulp van een jongerenwerker."),
    ("2", "Sporten op het plein onder goed licht", 600_000, "sport",
     "Lampen en een kast met ballen. Zo kan iedereen ook in de winter na het eten nog buiten sporten."),
    ("3", "Samen koken op zondag", 350_000, "cook",
     "Jong en oud koken samen in de grote keuken, elke zondag. Wie mee-eet, helpt mee."),
    ("4", "Een ruilkast voor boeken en spullen", 120_000, "books",
     "Neem iets mee, zet iets terug. Twee kasten, gemaakt van hout dat over was."),
    ("5", "Bankjes in de schaduw", 480_000, "benches",
     "Vier banken onder de bomen, met een leuning. Op plekken waar ouderen vaak even willen zitten."),
    ("6", "Het spreekuur ook op dinsdagavond", 160_000, "evening",
     "Wie overdag werkt, kan dan ook met een vraag langskomen. Eén avond per week, een jaar lang."),
)  # fmt: skip


def open_vote(world: World, cycle: Cycle) -> Strand:
    """Open the vote and print codes, as if they came in letters."""
    zone = ZoneInfo("Europe/Amsterdam")
    organiser = world["professional"]
    yield date(2026, 11, 9)
    call = commissioning.draft_call(
        cycle, by=organiser, title="Buurtbudget voor jong en oud", budget_cents=2_000_000,
        body="Dagelijks bestuur van stadsdeel Oost", about="Kies plannen die samen niet meer kosten dan 20.000 euro.",
        who="Iedereen van 12 jaar en ouder met een code uit de brief.", funder="Stadsdeel Oost",
        rule_set=RuleSet(name="Buurtbudget 2026", ballot="limited", min_picks=1, max_cost=2_000_000),
        opens_at=datetime(2026, 11, 9, 9, tzinfo=zone), closes_at=datetime(2027, 6, 30, 21, tzinfo=zone), example=True,
    )  # fmt: skip
    for key, title, cents, proposal, summary in OPTIONS:
        code = world.code(f"proposal:2026:{proposal}")
        facts = {"title": title, "key": key, "proposal": code, "summary": summary}
        commissioning.add_option(call, by=organiser, cents=cents, example=True, **facts)
    parts = _give_parts(world, call, organiser)
    call = commissioning.open_call(call, by=organiser)
    assert call.box is not None
    issued = ballots.issue_codes(call.box, by=organiser, count=CODES, reason="brief")
    world.things["call:2026"] = call
    world.things["keys:2026"] = parts
    world.things["codes:2026"] = [i.code for i in issued]


def _give_parts(world: World, call: Call, organiser: Actor) -> list[str]:
    """Three people of the neighbourhood each take their part of the key, as they do on their own page."""
    people = [person for name in HOLDERS if (person := world.accounts[name].person)]
    commissioning.name_holders(call, by=organiser, holders=people)
    parts = []
    for name, holder in zip(HOLDERS, boxes.holders(call.code), strict=True):
        shown = ballots.show_part(holder, by=world[name])
        ballots.take_part(holder, by=world[name])
        parts.append(f"{world[name].name}: {shown.part}")
    return parts
