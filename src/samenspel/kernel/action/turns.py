"""Taking turns to write on SQLite, where only one may write at a time.

Whoever finds the file of SQLite locked sleeps and tries again, each time a little longer: with sixteen people at once
nobody writes for much of the time, and some wait a second. Here the threads of one process hand the turn on at once,
and only one of them looks whether another process is done. The queue only orders who comes first: the lock of SQLite
itself still decides, also over whoever does not queue. So nobody waits here for long: a program that keeps the turn
must not stop the site.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

PATIENCE = 5.0  # seconds
LOOK = 0.0005  # seconds from one look to the next; a turn takes a few of these
_here = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait here until nobody else is writing, or until that takes too long."""
    file = Path(str(connection.settings_dict["NAME"]))
    # In a transaction this thread may hold the lock of SQLite: it must not wait for somebody who waits for that one.
    if connection.vendor != "sqlite" or connection.in_atomic_block or not file.is_absolute():
        yield
        return
    until = time.monotonic() + PATIENCE
    mine = _here.acquire(timeout=PATIENCE)
    try:
        with _alone(file.with_suffix(".turn"), until):
            yield
    finally:
        if mine:
            _here.release()


@contextmanager
def _alone(file: Path, until: float) -> Iterator[None]:
    # Only the site itself may open it: who can open a file can lock it.
    queue = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(queue, until)
        yield
    finally:
        os.close(queue)  # this frees it, and so does the end of the process


def _wait(queue: int, until: float) -> None:
    while time.monotonic() < until:
        try:
            fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(LOOK)
