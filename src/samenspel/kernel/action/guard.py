"""No write outside an action: in tests an error, in production an alarm in the log."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

logger = logging.getLogger("samenspel.guard")

_depth: ContextVar[int] = ContextVar("samenspel_action_depth", default=0)
_WRITE = re.compile(r'^\s*(?:INSERT INTO|INSERT OR \w+ INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.I)

# Tables that other libraries own and write themselves.
FOREIGN = re.compile(
    r"^(django_session|django_migrations|django_content_type|django_tasks_\w+|account_\w+|mfa_\w+"
    r"|socialaccount_\w+|usersessions_\w+|sqlite_\w+|samenspel_cache)$"
)


class WriteOutsideAction(AssertionError):
    """Somebody wrote to a table of the house without an action."""


def inside_action() -> bool:
    """Whether an action is running in this thread."""
    return _depth.get() > 0


@contextmanager
def acting() -> Iterator[None]:
    """Mark the body of an action; actions never call actions."""
    if _depth.get():
        raise RuntimeError("An action called another action; use a plain function for the shared part.")
    token = _depth.set(1)
    try:
        yield
    finally:
        _depth.reset(token)


def written_table(sql: str) -> str:
    """The table that a statement writes to, or an empty string."""
    found = _WRITE.match(sql)
    return found.group(1) if found else ""


def strict(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Execute wrapper for tests: a stray write fails."""
    table = written_table(sql)
    if table and not inside_action() and not FOREIGN.match(table):
        raise WriteOutsideAction(f"Write to {table} outside an action: {sql[:200]}")
    return execute(sql, params, many, context)


def alarm(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Execute wrapper for production: a stray write is done, and logged as an error."""
    table = written_table(sql)
    if table and not inside_action() and not FOREIGN.match(table):
        logger.error("write outside an action: table=%s", table)
    return execute(sql, params, many, context)
