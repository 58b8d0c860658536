"""The jobs of a day. Rooms register a task; the worker starts each once a day and makes up for a missed morning."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeAlias

from django.utils import timezone
from django_tasks.base import Task

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.daily.actions import start_job
from samenspel.kernel.daily.models import DayJob

logger = logging.getLogger("samenspel.daily")

Job: TypeAlias = "Task[[], int]"
HOUR = 7  # nobody is told anything at night
SITE = Actor(name="Samenspel", staff=True)
JOBS: dict[str, Job] = {}
WAITING: dict[str, tuple[Callable[[], bool], Job]] = {}


def daily(name: str, task: Job) -> None:
    """Register a task that is to run every day."""
    JOBS[name] = task


def whenever(name: str, waits: Callable[[], bool], task: Job) -> None:
    """Register a task that is to run as soon as something waits for it; looked at every minute."""
    WAITING[name] = (waits, task)


def start_waiting() -> list[str]:
    """Start what has something to do. Twice does no harm: such a task takes its work under a lock."""
    found = [name for name, (waits, _task) in sorted(WAITING.items()) if waits()]
    for name in found:
        WAITING[name][1].enqueue()
    return found


def start_due() -> list[str]:
    """Start what was not started yet today, whichever worker comes first; a second one finds it done."""
    now = timezone.localtime()
    if now.hour < HOUR:
        return []
    begun = set(DayJob.objects.filter(day=now.date()).values_list("job", flat=True))
    return [name for name, task in sorted(JOBS.items()) if name not in begun and _start(name, task)]


def _start(name: str, task: Job) -> bool:
    try:
        start_job(task, by=SITE, job=name)
    except AlreadyDone:
        return False
    logger.info("started %s", name)
    return True
