"""The task worker of the site, with a clock: it also starts the work of each day."""

import logging
import threading
import time
from typing import Any

from django.db import close_old_connections
from django_tasks_db.management.commands import db_worker

from samenspel.kernel.daily.jobs import start_due, start_waiting

logger = logging.getLogger("samenspel.daily")
EVERY = 60  # seconds


def tick() -> None:
    """Look whether something is to be started; a database that is away for a moment is tried again."""
    try:
        start_due()
        start_waiting()
    except Exception:
        logger.exception("waiting work could not be started; trying again in %s s", EVERY)
    finally:
        close_old_connections()


def keep_time() -> None:
    """Tick until the worker ends."""
    while True:
        tick()
        time.sleep(EVERY)


class Command(db_worker.Command):
    """Run tasks, and start those of each day."""

    help = "Run the tasks of the site and start those of each day"

    def handle(self, *args: Any, **options: Any) -> None:
        """Keep time in a thread of its own beside the worker."""
        threading.Thread(target=keep_time, name="daily", daemon=True).start()
        super().handle(*args, **options)
