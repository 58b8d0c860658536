"""A count that was worked out, and the votes that wait for one."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.states import CallState


@dataclass(frozen=True, slots=True)
class Line:
    """What the count says of one plan. `reason` and `facts` are what the method says, as a code with its numbers."""

    key: str
    votes: int
    left: int
    funded: bool
    by_lot: bool
    code: str
    facts: Mapping[str, object]
    reason: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A count, worked out and checked; nothing of it is written yet. Lines in the order of the count."""

    input_hash: str
    seed: str
    voters: int
    spent: int
    certificate: str
    lines: tuple[Line, ...]


def to_count() -> list[Call]:
    """Votes that wait for the count, oldest first; not those where it went wrong: somebody has to look at them."""
    waiting = Call.objects.filter(state=CallState.COUNTING, count_failed=False)
    return list(waiting.select_related("node", "box").order_by("pk"))


def count_waits() -> bool:
    """Whether a vote waits for the count."""
    return Call.objects.filter(state=CallState.COUNTING, count_failed=False).exists()
