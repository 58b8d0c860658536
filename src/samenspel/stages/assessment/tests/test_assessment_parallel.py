"""Many open a talk about one task at once: one talk, and a clear answer for everybody."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connections

from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.assessment import actions
from samenspel.stages.assessment.models import Assessment, Task

pytestmark = pytest.mark.django_db(transaction=True)


def _open(task: Task, cycle: Cycle, cast: Cast) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    until = time.monotonic() + 20
    while True:
        try:
            return actions.open_talk(task, by=cast.initiative, cycle=cycle).state
        except AlreadyDone:
            return "al gedaan"
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.002)


def test_eight_talks_at_once_are_one(transactional_db: None, task: Task, cycle: Cycle, cast: Cast) -> None:
    def begin(_again: int) -> str:
        try:
            return _open(task, cycle, cast)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(begin, range(8)))
    assert answers == ["al gedaan"] * 7 + ["talking"]
    assert Assessment.objects.count() == 1
