"""Taking turns to write on SQLite, where only one may write at a time.

Whoever finds the file locked sleeps and tries again, each time a little longer: with sixteen people at once nobody
writes for much of the time, and some wait a second. Whoever queues for a lock of the system is woken as soon as it is
free. The queue only orders who comes first: the lock of SQLite itself still decides, also over whoever does not queue.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def turn() -> Iterator[None]:
    """Wait here until nobody else is writing."""
    file = Path(str(connection.settings_dict["NAME"]))
    # In a transaction this thread may hold the lock of SQLite: it must not wait for somebody who waits for that one.
    if connection.vendor != "sqlite" or connection.in_atomic_block or not file.is_absolute():
        yield
        return
    with file.with_suffix(".turn").open("ab") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)  # closing the file frees it, and so does the end of the process
        yield
