"""The work of a day starts once a day, and nothing is lost when the worker stops."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.daily import jobs
from samenspel.kernel.daily.actions import start_job
from samenspel.kernel.management.commands import work

pytestmark = pytest.mark.django_db
MORNING, NIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 3, 2, tzinfo=UTC)
NEXT = datetime(2026, 3, 3, 8, tzinfo=UTC)


@task()
def count() -> int:
    """Does nothing."""
    return 0


@pytest.fixture(autouse=True)
def one_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is one job, and it is a morning in March."""
    monkeypatch.setattr(jobs, "JOBS", {"count": count})
    at(monkeypatch, MORNING)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let the clock stand still."""
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_a_job_starts_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (jobs.start_due(), jobs.start_due()) == (["count"], [])
    at(monkeypatch, NIGHT)
    assert jobs.start_due() == []
    at(monkeypatch, NEXT)
    assert (jobs.start_due(), jobs.start_due()) == (["count"], [])
    assert DBTaskResult.objects.count() == 2


def test_a_second_worker_finds_it_done() -> None:
    jobs.start_due()
    with pytest.raises(AlreadyDone):
        start_job(count, by=jobs.SITE, job="count")
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)  # the worker closes its connections
def test_what_was_started_waits_for_a_worker_that_stopped() -> None:
    jobs.start_due()
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert jobs.start_due() == []


def test_a_database_that_is_away_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> list[str]:
        raise OSError("gone")

    monkeypatch.setattr(work, "start_due", broken)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    work.tick()
    assert "trying again" in caplog.text
