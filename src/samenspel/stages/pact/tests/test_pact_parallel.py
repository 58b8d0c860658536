"""Many sign a pact at once for one party: one signature, and a clear answer for everybody."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connections

from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.pact import actions
from samenspel.stages.pact.models import Pact, Signature

pytestmark = pytest.mark.django_db(transaction=True)


def _sign(pact: Pact, cast: Cast) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    until = time.monotonic() + 20
    while True:
        try:
            actions.sign(pact, by=cast.initiative, party=cast.parties["initiative"])
            return "getekend"
        except AlreadyDone:
            return "al gedaan"
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.002)


def test_eight_signatures_of_one_party_at_once_are_one(transactional_db: None, opened: Pact, cast: Cast) -> None:
    def sign(_again: int) -> str:
        try:
            return _sign(opened, cast)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(sign, range(8)))
    assert answers == ["al gedaan"] * 7 + ["getekend"]
    assert Signature.objects.count() == 1
