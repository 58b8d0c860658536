"""Opening the envelopes and counting. Plain functions for a room's own action."""

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
from samenspel.instruments.ballots.queries import count_input, projects
from samenspel.instruments.ballots.states import BoxState
from samenspel.kernel.action import BadInput, Refused, WrongState, keep
from samenspel.kernel.places.models import Place
from samenspel_methods.allocation import Ballot, Election, RuleSet, pabulib
from samenspel_methods.allocation.model import VoteType, merge, tally

BATCH = 500
INSERT = 'INSERT INTO "ballots_countedballot" ("id", "box_id", "picks", "count") VALUES (%s, %s, %s, %s)'
Row = tuple[Any, str, int]  # a key as the database writes it, what was picked, how often
READABLE = (VoteType.APPROVAL, VoteType.CHOOSE_ONE)


def count_box(box: BallotBox, *, by: Actor, share: str) -> BallotBox:
    """A second key holder opens the box: envelopes become ballots without a voter, and then are gone."""
    if box.state != BoxState.CLOSED:
        raise WrongState()
    votes = _opened(box, two_keys(box, by, share))
    pile = Counter(",".join(vote.picks) for vote in votes)
    _write_ballots(box, _rows(pile.items()))
    _write_receipts(box, votes)
    for channel, number in sorted(Counter(vote.channel for vote in votes).items()):
        keep(ChannelCount(box=box, channel=channel, ballots=number))
    Envelope.objects.filter(entitlement__box=box).delete()
    forget_parts(box)
    transaction.on_commit(_forget)
    return _finish(box, len(votes), *_sums(count_input(box)))


def _forget() -> None:
    """Deleted envelopes must not linger in the write-ahead log of SQLite (PostgreSQL: see the README)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@dataclass(frozen=True, slots=True)
class CountedFile:
    """A vote from a file, worked out before anything is written: other people wait while a room writes, not longer."""

    choices: tuple[Choice, ...]
    budget: int
    voters: int
    facts: str
    rows: tuple[Row, ...]
    votes: Mapping[str, int]
    input_hash: str


def read_counted(election: Election) -> CountedFile:
    """Everything that `load_counted` writes. Touches no table."""
    if election.vote_type not in READABLE:
        raise BadInput(
            _("In dit bestand staan punten of een volgorde. Dat kunnen wij nog niet tellen. Er is niets ingelezen.")
        )
    choices = tuple(
        Choice(p.id, (p.name or p.id)[:300], p.cost, ",".join(p.categories)[:120]) for p in election.projects
    )
    pile = sorted((",".join(b.picks), b.count) for b in merge(election.ballots, VoteType.APPROVAL))
    options = [Option(key=c.key, title=c.title, cents=c.cents, category=c.category) for c in choices]
    ballots = tuple(Ballot(tuple(picks.split(",")) if picks else (), count) for picks, count in pile)
    written = Election(election.budget, projects(options), ballots, meta=election.meta)
    facts, (votes, input_hash) = file_facts(election.meta), _sums(written)
    return CountedFile(choices, election.budget, election.voters, facts, _rows(pile), votes, input_hash)


def load_counted(place: Place, subject: str, title: str, *, rules: RuleSet, counted: CountedFile) -> BallotBox:
    """Ballots of a vote that was held elsewhere, from its file."""
    budget, choices = counted.budget, counted.choices
    box = prepare_box(place, subject, title, budget_cents=budget, rules=rules, choices=choices)
    box.file_facts = counted.facts
    _write_ballots(box, counted.rows)
    return _finish(box, counted.voters, counted.votes, counted.input_hash)


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


def _rows(pile: Iterable[tuple[str, int]]) -> tuple[Row, ...]:
    """In the order of their random keys: the order of the table says nothing either."""
    key = CountedBallot._meta.pk.get_db_prep_value
    rows = ((key(uuid.uuid4(), connection), picks, count) for picks, count in pile)
    return tuple(sorted(rows, key=lambda row: str(row[0])))


def _write_ballots(box: BallotBox, rows: Iterable[Row]) -> None:
    """One statement: everybody who writes waits for this, and building 200,000 objects takes seconds."""
    with connection.cursor() as cursor:
        cursor.executemany(INSERT, [[key, box.pk, picks, count] for key, picks, count in rows])


def _write_receipts(box: BallotBox, votes: Sequence[Vote]) -> None:
    digests = sorted(vote.receipt for vote in votes)
    Receipt.objects.bulk_create([Receipt(box=box, digest=digest) for digest in digests], batch_size=BATCH)


def _sums(election: Election) -> tuple[Mapping[str, int], str]:
    """Votes per option, and the hash of all ballots."""
    return tally(election)[1], hashlib.sha256(pabulib.write(election).encode()).hexdigest()


def _finish(box: BallotBox, ballots: int, votes: Mapping[str, int], input_hash: str) -> BallotBox:
    """Votes per option and the hash of all ballots, written together."""
    options = Option.objects.filter(box=box)
    Tally.objects.bulk_create(Tally(option=option, votes=votes[option.key]) for option in options)
    box.ballots, box.state, box.input_hash = ballots, BoxState.COUNTED, input_hash
    box.version += 1
    return keep(box)
