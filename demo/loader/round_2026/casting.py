"""Ballots that are in the box already; what is in them stays secret until it is counted."""

from datetime import datetime

from demo.loader.world import World
from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots.rules.codes import digest_of

PICKS = (("1", "3"), ("1", "2", "3"), ("2", "4", "5"), ("3", "5"), ("1",), ("1", "4", "5"), ("2",), ("1", "3", "4"))
CAST = 31


def cast(world: World) -> list[str]:
    """Half the letters were used; returns the codes that are left for a visitor."""
    box, codes = world.things["call:2026"].box, world.things["codes:2026"]
    now = datetime.now(box.opens_at.tzinfo)
    if not box.opens_at <= now < box.closes_at:  # the box knows only the clock of today
        return list(codes)
    for number, code in enumerate(codes[:CAST]):
        picks = PICKS[number % len(PICKS)]
        filled = ballots.fill_envelope(box, by=Actor(), digest=digest_of(box.pk, code), picks=picks)
        ballots.cast_ballot(box, by=Actor(), filled=filled)
    return list(codes[CAST:])
