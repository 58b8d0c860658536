"""Boxes and what may be known of them."""

import json
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from samenspel.instruments.ballots.models import (
    BallotBox,
    ChannelCount,
    CountedBallot,
    Envelope,
    Option,
    Receipt,
    Tally,
    VotingCode,
)
from samenspel.instruments.ballots.queries.paper import projects
from samenspel.instruments.ballots.rules.codes import receipt_start
from samenspel.instruments.ballots.states import CodeState
from samenspel_methods.allocation import Ballot, Election, RuleSet


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many may vote and how many did; by channel only after the count."""

    entitled: int
    ballots: int
    channels: dict[str, int] = field(default_factory=dict)


def box_for(subject: str) -> BallotBox | None:
    """The box of a vote, by the code of that vote."""
    return BallotBox.objects.filter(subject=subject).prefetch_related("options").first()


def rules_of(box: BallotBox) -> RuleSet:
    """The rules of a vote as counting and checking read them."""
    return RuleSet.from_json(json.loads(box.rule_set))


def code_works(box: BallotBox, digest: str) -> bool:
    """Whether a code opens the ballot paper; one answer for wrong and blocked."""
    return VotingCode.objects.filter(box=box, digest=digest, state=CodeState.ISSUED).exists()


def turnout(box: BallotBox) -> Turnout:
    """How many codes are out and how many ballots are in."""
    working = VotingCode.objects.filter(box=box, state=CodeState.ISSUED)
    entitled = working.aggregate(n=Count("entitlement", distinct=True))
    channels = dict(ChannelCount.objects.filter(box=box).values_list("channel", "ballots"))
    inside = Envelope.objects.filter(entitlement__box=box).count() if box.ballots is None else box.ballots
    return Turnout(entitled["n"] or 0, inside, channels)


def tallies(box: BallotBox) -> dict[str, int]:
    """Votes per option after the count."""
    return dict(Tally.objects.filter(option__box=box).values_list("option__key", "votes"))


def counted_ballots(box: BallotBox) -> tuple[Ballot, ...]:
    """What people chose, equal ballots merged, in the order of what they say; the same on every database."""
    rows = sorted(CountedBallot.objects.filter(box=box).values_list("picks", "count"))
    return tuple(Ballot(tuple(picks.split(",")) if picks else (), count) for picks, count in rows)


def count_input(box: BallotBox) -> Election:
    """Everything that the count needs, and nothing more."""
    options = Option.objects.filter(box=box).order_by("pk")
    facts = tuple((str(key), str(value)) for key, value in json.loads(box.file_facts or "[]"))
    return Election(box.budget_cents, projects(options), counted_ballots(box), meta=facts)


def receipts(box: BallotBox, typed: str = "") -> QuerySet[Receipt]:
    """Every receipt that was in the box, in the order of the receipts themselves; or the one that somebody typed."""
    found = Receipt.objects.filter(box=box).order_by("digest")
    return found.filter(digest__startswith=receipt_start(typed) or "-") if typed else found
