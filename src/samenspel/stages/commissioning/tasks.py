"""Background work of the room: the worker counts the votes. Web workers only ask for it, and stay small."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django_tasks import task

from samenspel.kernel.action import WrongState
from samenspel.kernel.daily.jobs import SITE, whenever
from samenspel.stages.commissioning import actions, queries
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.queries.counted import Worked

logger = logging.getLogger("samenspel.commissioning")


@task()
def count_votes() -> int:
    """Count every vote that waits for it. Returns how many; a second worker finds them counted."""
    from samenspel.stages.commissioning.queries.work_out import work_out  # brings numpy along

    return sum(_count(call, work_out) for call in queries.to_count())


def _count(call: Call, work_out: Callable[[Call], Worked]) -> bool:
    try:
        # Outside a transaction: nobody waits while this runs.
        worked = work_out(call)
    except DatabaseError:
        raise  # the database is away for a moment: the vote keeps waiting
    except Exception:
        logger.exception("the votes of %s could not be counted; see docs/operating.md", call.code)
        _done(actions.fail_count, call)
        return False
    return _done(actions.store_count, call, worked=worked)


def _done(act: Callable[..., Call], call: Call, **facts: object) -> bool:
    try:
        act(call, by=SITE, **facts)
    except WrongState:  # somebody else was first
        return False
    return True


whenever("commissioning.count", queries.count_waits, count_votes)
