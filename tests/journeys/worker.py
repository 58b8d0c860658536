"""The worker of the site: does what waits for it, and stops."""

from __future__ import annotations

from django_tasks_db.models import DBTaskResult

from samenspel.stages.commissioning.tasks import count_votes


def run() -> None:
    """Count the votes that wait. Something must have been asked of the worker."""
    asked = DBTaskResult.objects.filter(status="READY", task_path__endswith="count_votes")
    assert asked.exists(), "nobody asked the worker to count"
    count_votes.func()
