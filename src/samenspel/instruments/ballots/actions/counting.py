"""Opening the envelopes and counting. Plain functions for a room's own action."""

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots.actions.boxes import Choice, file_facts, prepare_box
from samenspel.instruments.ballots.actions.keys import forget_parts, two_keys
from samenspel.instruments.ballots.actions.sealing import DoesNotOpen, Vote, unseal
from samenspel.instruments.ballots.models import (
    BallotBox,
    ChannelCount,
    CountedBallot,
    Envelope,
    Option,
    Receipt,
    Tally,
)
from samenspel.instruments.ballots.queries import count_input
from samenspel.instruments.ballots.states import BoxState
from samenspel.kernel.action import BadInput, Refused, WrongState, keep
from samenspel.kernel.places.models import Place
from samenspel_methods.allocation import Election, RuleSet, pabulib
from samenspel_methods.allocation.model import VoteType, merge, tally

BATCH = 500
READABLE = (VoteType.APPROVAL, VoteType.CHOOSE_ONE)


def count_box(box: BallotBox, *, by: Actor, share: str) -> BallotBox:
    """A second key holder opens the box: envelopes become ballots without a voter, and then are gone."""
    if box.state != BoxState.CLOSED:
        raise WrongState()
    votes = _opened(box, two_keys(box, by, share))
    pile = Counter(",".join(vote.picks) for vote in votes)
    _write_ballots(box, pile.items())
    _write_receipts(box, votes)
    for channel, number in sorted(Counter(vote.channel for vote in votes).items()):
        keep(ChannelCount(box=box, channel=channel, ballots=number))
    Envelope.objects.filter(entitlement__box=box).delete()
    forget_parts(box)
    transaction.on_commit(_forget)
    return _finish(box, len(votes))


def _forget() -> None:
    """Deleted envelopes must not linger in the write-ahead log of SQLite (PostgreSQL: see the README)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def load_counted(place: Place, subject: str, title: str, *, rules: RuleSet, election: Election) -> BallotBox:
    """Ballots of a vote that was held elsewhere, from its file."""
    if election.vote_type not in READABLE:
        raise BadInput(
            _("In dit bestand staan punten of een volgorde. Dat kunnen wij nog niet tellen. Er is niets ingelezen.")
        )
    choices = [Choice(p.id, (p.name or p.id)[:300], p.cost, ",".join(p.categories)[:120]) for p in election.projects]
    box = prepare_box(place, subject, title, budget_cents=election.budget, rules=rules, choices=choices)
    box.file_facts = file_facts(election.meta)
    pile = merge(election.ballots, VoteType.APPROVAL)
    _write_ballots(box, [(",".join(ballot.picks), ballot.count) for ballot in pile])
    return _finish(box, election.voters)


def _opened(box: BallotBox, keys: Mapping[int, bytes]) -> list[Vote]:
    """Every ballot, in the order of its random nonce: nothing is left of the order of arrival."""
    votes, stuck = [], 0
    rows = Envelope.objects.filter(entitlement__box=box).values_list("entitlement_id", "sealed")
    for entitlement, sealed in rows.iterator(chunk_size=BATCH):
        try:
            votes.append(unseal(bytes(sealed), keys, bound_to(box, entitlement)))
        except DoesNotOpen:
            stuck += 1
    if stuck:
        words = _("%(stuck)d enveloppen gaan niet open. Er is niets geteld en niets weg. Bel de beheerder.")
        raise Refused(str(words) % {"stuck": stuck})
    return sorted(votes, key=lambda vote: vote.nonce)


def bound_to(box: BallotBox, entitlement: int) -> str:
    """The words that tie an envelope to its box and its entitlement."""
    return f"{box.subject}:{entitlement}"


def _write_ballots(box: BallotBox, pile: Iterable[tuple[str, int]]) -> None:
    rows = (CountedBallot(id=uuid.uuid4(), box=box, picks=picks, count=count) for picks, count in pile)
    # In the order of their random keys: the order of the table says nothing either.
    CountedBallot.objects.bulk_create(sorted(rows, key=lambda row: row.id), batch_size=BATCH)


def _write_receipts(box: BallotBox, votes: Sequence[Vote]) -> None:
    digests = sorted(vote.receipt for vote in votes)
    Receipt.objects.bulk_create([Receipt(box=box, digest=digest) for digest in digests], batch_size=BATCH)


def _finish(box: BallotBox, ballots: int) -> BallotBox:
    """Votes per option and the hash of all ballots, written together."""
    election = count_input(box)
    _score, votes = tally(election)
    options = Option.objects.filter(box=box)
    Tally.objects.bulk_create(Tally(option=option, votes=votes[option.key]) for option in options)
    box.ballots, box.state = ballots, BoxState.COUNTED
    box.input_hash = hashlib.sha256(pabulib.write(election).encode()).hexdigest()
    box.version += 1
    return keep(box)
