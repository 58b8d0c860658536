"""Opening the box: two keys, no way back from a ballot to a code."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions, queries
from samenspel.instruments.ballots.models import BallotBox, CountedBallot, Envelope, Receipt, VotingCode
from samenspel.instruments.ballots.tests.conftest import Vote
from samenspel.kernel.action import BadInput, Refused
from samenspel.kernel.action.guard import acting


def test_counting_gives_votes_per_option(vote: Vote, desk: Actor) -> None:
    vote.cast(vote.codes[0], "2", "4")
    vote.cast(vote.codes[1], "4", "2")
    vote.cast(vote.codes[2], "3", by=desk)
    box = vote.count()
    assert queries.tallies(box) == {"1": 0, "2": 2, "3": 1, "4": 2}
    assert queries.turnout(box) == queries.Turnout(3, 3, {"web": 2, "paper": 1}, issued=3)


def test_the_envelopes_are_gone_and_equal_ballots_are_one_row(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2", "4")
    vote.cast(vote.codes[1], "4", "2")
    vote.count()
    assert not Envelope.objects.exists()
    assert CountedBallot.objects.get().count == 2


def test_no_column_joins_a_code_to_a_choice(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    vote.count()
    ours = apps.get_app_config("ballots").get_models()
    towards = {m for m in ours for f in m._meta.fields if f.related_model in (CountedBallot, Receipt)}
    away = {f.related_model for m in (CountedBallot, Receipt) for f in m._meta.fields if f.related_model}
    assert (towards, away) == (set(), {BallotBox})
    assert {f.name for f in VotingCode._meta.fields} == {"id", "box", "entitlement", "digest", "batch", "state"}


def test_the_order_of_arrival_is_lost(vote: Vote) -> None:
    """Ballots are written in the order of their random names; where a database puts the rows says nothing."""
    for code, pick in zip(vote.codes, "234", strict=True):
        vote.cast(code, pick)
    written: list[str] = []

    def watch(execute: Any, sql: str, params: Any, *rest: Any) -> Any:
        if sql.startswith('INSERT INTO "ballots_countedballot"'):
            flat = [v for p in params for v in (p if isinstance(p, list) else [p])]  # PostgreSQL sends columns
            written.extend(str(v).replace("-", "") for v in flat if len(str(v)) in (32, 36))
        return execute(sql, params, *rest)

    with connection.execute_wrapper(watch):
        vote.count()
    assert len(written) == 3 and written == sorted(written)


def test_every_receipt_is_in_the_list_and_says_nothing_about_the_ballot(vote: Vote) -> None:
    old = vote.cast(vote.codes[0], "2")
    kept = {vote.cast(code, "2").digest for code in vote.codes}
    box = vote.count()
    assert set(queries.receipts(box).values_list("digest", flat=True)) == kept
    assert old.digest not in kept and len(kept) == 3


def test_envelopes_are_equally_long(vote: Vote) -> None:
    for code, picks in zip(vote.codes, [(), ("2", "3"), ("4",)], strict=True):
        vote.cast(code, *picks)
    assert len({len(bytes(e.sealed)) for e in Envelope.objects.all()}) == 1


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2), (2, 0)])
def test_any_two_of_three_holders_open_the_box(vote: Vote, pair: tuple[int, int]) -> None:
    vote.cast(vote.codes[0], "2")
    everybody = list(vote.parts.items())
    vote.parts = dict(everybody[i] for i in pair)
    assert vote.count().ballots == 1


def test_an_envelope_moved_to_another_entitlement_stops_the_count(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    vote.cast(vote.codes[1], "3")
    with acting():
        first, second = Envelope.objects.order_by("pk")
        Envelope.objects.filter(pk=second.pk).update(sealed=first.sealed)
    with pytest.raises(Refused, match="gaan niet open"):
        vote.count()


def test_the_server_cannot_open_the_box(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    box = BallotBox.objects.get()
    kept = " ".join(str(getattr(box, f.name)) for f in BallotBox._meta.fields)
    assert not any(part in kept for part in vote.parts.values())
    assert b'"2"' not in bytes(Envelope.objects.get().sealed)


def test_rules_that_contradict_do_not_open(vote: Vote) -> None:
    from samenspel_methods.allocation import RuleSet

    with acting(), pytest.raises(BadInput, match="tot een bedrag"):
        actions.prepare_box(
            vote.box.place, "RN-X", "Krom", budget_cents=1, rules=RuleSet("x", ballot="limited"), choices=[]
        )
