"""Taking turns to write on SQLite, where only one may write at a time.

Whoever finds the file of SQLite locked sleeps and tries again, each time a little longer: with sixteen people at once
nobody writes for much of the time, and some wait a second. Whoever queues here looks again within milliseconds. The
queue only orders who comes first: the lock of SQLite itself still decides, also over whoever does not queue. So nobody
waits here for long: a program that keeps the turn must not stop the site.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

PATIENCE = 5.0  # seconds
LOOK = 0.002  # seconds from one look to the next; a turn takes a few of these


@contextmanager
def turn() -> Iterator[None]:
    """Wait here until nobody else is writing, or until that takes too long."""
    file = Path(str(connection.settings_dict["NAME"]))
    # In a transaction this thread may hold the lock of SQLite: it must not wait for somebody who waits for that one.
    if connection.vendor != "sqlite" or connection.in_atomic_block or not file.is_absolute():
        yield
        return
    # Only the site itself may open it: who can open a file can lock it.
    queue = os.open(file.with_suffix(".turn"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(queue)
        yield
    finally:
        os.close(queue)  # this frees it, and so does the end of the process


def _wait(queue: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(LOOK)
