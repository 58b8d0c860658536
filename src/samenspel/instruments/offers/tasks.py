"""Background work of offers; the worker starts it once a day, so that the list never becomes a dead list."""

from __future__ import annotations

from django_tasks import task

from samenspel.instruments.offers import actions, queries
from samenspel.kernel.daily.jobs import SITE, daily


@task()
def look_after() -> int:
    """End what is past, let sleep what nobody confirms, ask about what is old, warn before a space ends."""
    work = (
        (queries.to_end, actions.end_asset), (queries.to_rest, actions.rest_asset),
        (queries.to_ask_again, actions.ask_again), (queries.to_warn, actions.warn_end),
    )  # fmt: skip
    done = 0
    for find, act in work:
        for asset in find():
            act(asset, by=SITE)
            done += 1
    return done


daily("offers.look_after", look_after)
