"""The house's clock. A past round can be entered with the dates on which things happened.

Only imports set it (the demo, a round that was done on paper); the journal then also says when it was entered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("samenspel_moment", default=None)


def now() -> datetime:
    """The moment at which the act that runs now happened."""
    return _moment.get() or timezone.now()


def today() -> date:
    """The day of that moment, in the time zone of the neighbourhood."""
    return timezone.localdate(now())


def is_set() -> bool:
    """Whether an earlier moment is being entered."""
    return _moment.get() is not None


@contextmanager
def at_moment(moment: datetime) -> Iterator[None]:
    """Enter acts that happened at an earlier moment."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
