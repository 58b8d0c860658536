"""Background work of the pact room; run once a day."""

from __future__ import annotations

from django_tasks import task

from samenspel.contracts.actor import Actor
from samenspel.stages.pact import actions, queries


@task()
def remind_due() -> int:
    """Tell the spokespersons of a party two weeks before a promise is due. Returns how many promises."""
    due = queries.to_remind()
    for row in due:
        actions.remind(row, by=Actor(name="Samenspel", staff=True))
    return len(due)
