"""Background work of the pact room; the worker starts it once a day."""

from __future__ import annotations

from django_tasks import task

from samenspel.kernel.daily.jobs import SITE, daily
from samenspel.stages.pact import actions, queries


@task()
def remind_due() -> int:
    """Tell the spokespersons of a party two weeks before a promise is due. Returns how many promises."""
    due = queries.to_remind()
    for row in due:
        actions.remind(row, by=SITE)
    return len(due)


daily("pact.remind_due", remind_due)
