"""Boxes and what may be known of them."""

import json
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.utils.crypto import salted_hmac

from samenspel.instruments.ballots.models import (
    BallotBox,
    ChannelCount,
    CountedBallot,
    Envelope,
    KeyHolder,
    Option,
    Receipt,
    Tally,
    VotingCode,
)
from samenspel.instruments.ballots.queries.paper import projects
from samenspel.instruments.ballots.rules.codes import receipt_start
from samenspel.instruments.ballots.states import CodeState
from samenspel.kernel.people.own_data import own_data
from samenspel_methods.allocation import Ballot, Election, RuleSet


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many may vote and how many did; by channel only after the count.

    Every code that was ever made counts as issued: `issued` less `blocked` is what works.
    """

    entitled: int
    ballots: int
    channels: dict[str, int] = field(default_factory=dict)
    issued: int = 0
    blocked: int = 0


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
    """How many codes were made and blocked, how many may vote and how many ballots are in."""
    works = Q(state=CodeState.ISSUED)
    entitled, blocked = Count("entitlement", distinct=True, filter=works), Count("pk", filter=~works)
    codes = VotingCode.objects.filter(box=box).aggregate(entitled=entitled, blocked=blocked, issued=Count("pk"))
    channels = dict(ChannelCount.objects.filter(box=box).values_list("channel", "ballots"))
    inside = Envelope.objects.filter(entitlement__box=box).count() if box.ballots is None else box.ballots
    return Turnout(codes["entitled"], inside, channels, codes["issued"], codes["blocked"])


def holders(subject: str) -> list[KeyHolder]:
    """Who has a part of the key of a vote, and how far they are."""
    return list(KeyHolder.objects.filter(subject=subject).select_related("person").order_by("number"))


@own_data("ballots")
def own_parts(person: int) -> list[dict[str, object]]:
    """Of which votes somebody holds a part of the key, for their own export."""
    rows = KeyHolder.objects.filter(person=person).order_by("pk")
    return [dict(row) for row in rows.values("subject", "number", "state")]


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


def boxes_with(typed: str) -> QuerySet[Receipt, int]:
    """The keys of the boxes in which a receipt was; there is none before the count."""
    return Receipt.objects.filter(digest__startswith=receipt_start(typed) or "-").values_list("box_id", flat=True)


def seal_of(box: BallotBox, digest: str) -> str:
    """Tells whether another ballot came in since; empty while none is in. Says nothing of what is inside."""
    mine = Envelope.objects.filter(entitlement__codes__box=box, entitlement__codes__digest=digest)
    sealed = mine.values_list("sealed", flat=True).first()
    return salted_hmac("samenspel.ballots.seal", bytes(sealed)).hexdigest()[:16] if sealed else ""


def voted_before(box: BallotBox, digest: str) -> bool:
    """Whether a ballot is in already of whoever has this code; what it says stays sealed."""
    return Envelope.objects.filter(entitlement__codes__box=box, entitlement__codes__digest=digest).exists()
