"""Many at once with one code: one envelope, and a clear answer for everybody."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import TypeVar

import pytest
from django.db import OperationalError, connections, transaction

from samenspel.instruments.ballots import actions
from samenspel.instruments.ballots.actions import voting_codes
from samenspel.instruments.ballots.models import CountedBallot, Entitlement, Envelope
from samenspel.instruments.ballots.rules.codes import new_code
from samenspel.instruments.ballots.tests.conftest import Vote, make_vote
from samenspel.kernel.action import NotThere, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF

pytestmark = pytest.mark.django_db(transaction=True)
Job = tuple[str, str]
R = TypeVar("R")


@pytest.fixture
def busy(transactional_db: None) -> Vote:
    return make_vote(places.add_place(None, by=STAFF, slug="druk", name="Druk"), codes=8)


def _patient(vote: Vote, code: str, pick: str) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    until = time.monotonic() + 20
    while True:
        try:
            return vote.cast(code, pick).code
        except WrongState:
            return "gesloten"
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.002)


def in_threads(vote: Vote, jobs: list[Job]) -> list[str]:
    def cast(job: Job) -> str:
        try:
            return _patient(vote, *job)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(cast, jobs))


def test_one_code_used_sixteen_times_at_once_is_one_envelope(busy: Vote) -> None:
    slips = in_threads(busy, [(busy.codes[0], str(2 + n % 3)) for n in range(16)])
    assert len(set(slips)) == 16
    assert Envelope.objects.count() == 1


def test_eight_codes_at_once_are_eight_envelopes(busy: Vote) -> None:
    in_threads(busy, [(code, "2") for code in busy.codes for _again in range(2)])
    assert Envelope.objects.count() == Entitlement.objects.count() == 8


def test_closing_in_the_middle_loses_no_ballot_that_got_a_receipt(busy: Vote) -> None:
    busy.box.refresh_from_db()
    with ThreadPoolExecutor(1) as pool:
        answers = pool.submit(in_threads, busy, [(code, "2") for code in busy.codes])
        _close(busy)
        slips = [slip for slip in answers.result() if slip != "gesloten"]
    busy.open()
    assert sum(CountedBallot.objects.values_list("count", flat=True)) == len(slips)


def _close(busy: Vote) -> None:
    for _attempt in range(1000):
        try:
            with transaction.atomic(), acting():
                actions.close_box(busy.box)
            return
        except OperationalError:
            busy.box.refresh_from_db()
            time.sleep(0.002)


def test_a_code_that_is_replaced_at_this_moment_no_longer_casts(busy: Vote, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk holds the lock when the ballot comes; what it changed must be seen after the wait."""
    started = Event()

    def slowly() -> str:
        started.set()
        time.sleep(0.3)
        return new_code()

    monkeypatch.setattr(voting_codes, "new_code", slowly)
    desk = partial(actions.reissue_code, busy.box, by=busy.organiser, serial=1, reason="kwijt")
    with ThreadPoolExecutor(1) as pool:
        new = pool.submit(_apart, desk)
        assert started.wait(10)
        with pytest.raises(NotThere):
            _patient(busy, busy.codes[0], "2")
        assert not Envelope.objects.exists() and new.result().serial == 1


def _apart(act: Callable[[], R]) -> R:
    try:
        return act()
    finally:
        connections.close_all()
