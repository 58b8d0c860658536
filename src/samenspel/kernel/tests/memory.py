"""What a fixture made is remembered: the next test starts from the same rows without doing all the acts again."""

from collections.abc import Callable, Hashable
from contextlib import closing
from copy import deepcopy
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection

from samenspel.kernel.action.guard import written_table
from samenspel.kernel.journal import clock

P = ParamSpec("P")
T = TypeVar("T")
Write = tuple[str, Any, bool]

MADE: dict[Hashable, tuple[list[Write], Any]] = {}


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """Under `@pytest.fixture`, for what makes rows from rows: acts the first time, repeats the writes after that.

    Only where the database is as it was then: every row counts up a sequence, every act lengthens a chain. SQLite
    takes sequences back with the transaction; PostgreSQL does not, so there the acts are done every time.
    """

    @wraps(make)
    def recall(*args: P.args, **kwargs: P.kwargs) -> T:
        if connection.vendor != "sqlite" or clock.is_set():
            return make(*args, **kwargs)
        state = (make.__module__, make.__qualname__, _state())
        if state not in MADE:
            writes: list[Write] = []
            with connection.execute_wrapper(_keep(writes)):
                made = make(*args, **kwargs)
            MADE[state] = writes, deepcopy(made)
            return made
        _repeat(MADE[state][0])
        return deepcopy(MADE[state][1])  # type: ignore[no-any-return]

    return recall


def _state() -> Hashable:
    """What tells one state of the database from another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        counted = tuple(cursor.fetchall())
        cursor.execute("SELECT place, hash FROM kernel_head ORDER BY place")
        return counted, tuple(cursor.fetchall())


def _keep(writes: list[Write]) -> Callable[..., Any]:
    def see(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if written_table(sql):
            writes.append((sql, params, many))
        return execute(sql, params, many, context)

    return see


def _repeat(writes: list[Write]) -> None:
    """Below the guard: these writes were made by acts before."""
    with closing(connection.create_cursor()) as cursor:
        for sql, params, many in writes:
            (cursor.executemany if many else cursor.execute)(sql, params)
            cursor.fetchall()
