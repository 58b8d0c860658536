"""A small live vote in which a visitor of the demo can take part with a code."""

from datetime import datetime
from zoneinfo import ZoneInfo

from demo.loader.world import World, on
from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.commissioning import actions as commissioning
from samenspel_methods.allocation import RuleSet

OPTIONS = (
    ("1", "Een kamer voor meiden in het Huis van de Buurt", 850_000, "room"),
    ("2", "Sporten op het plein onder goed licht", 600_000, "sport"),
    ("3", "Samen koken op zondag", 350_000, "cook"),
    ("4", "Een ruilkast voor boeken en spullen", 120_000, ""),
    ("5", "Bankjes in de schaduw", 480_000, ""),
)


def open_vote(world: World, cycle: Cycle) -> list[str]:
    """Open the vote and print twenty codes, as if they came in letters."""
    zone = ZoneInfo("Europe/Amsterdam")
    organiser = world["professional"]
    with on(2026, 11, 9):
        call = commissioning.draft_call(
            cycle, by=organiser, title="Buurtbudget voor jong en oud", budget_cents=2_000_000,
            body="Dagelijks bestuur van stadsdeel Oost", about="Kies plannen die samen niet meer kosten dan 20.000 euro.",
            who="Iedereen van 12 jaar en ouder met een code uit de brief.", funder="Stadsdeel Oost",
            rule_set=RuleSet(name="Buurtbudget 2026", ballot="limited", min_picks=1, max_cost=2_000_000),
            opens_at=datetime(2026, 11, 9, 9, tzinfo=zone), closes_at=datetime(2027, 6, 30, 21, tzinfo=zone), example=True,
        )  # fmt: skip
        for key, title, cents, proposal in OPTIONS:
            code = world.things[f"proposal:2026:{proposal}"].code if proposal else ""
            commissioning.add_option(call, by=organiser, title=title, cents=cents, key=key, proposal=code, example=True)
        call = commissioning.open_call(call, by=organiser)
        assert call.box is not None
        issued = ballots.issue_codes(call.box, by=organiser, count=20, batch="brief")
    world.things["call:2026"] = call
    world.things["keys:2026"] = call.key_shares
    return [i.code for i in issued]
