"""What the report of a round holds. It is no room: it sums up what the rooms published, frozen like their editions."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class TakingPart:
    """How often something was brought in, in one room along one way; nothing when too few to say."""

    room: str
    channel: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Missing:
    """Who was missing in one room, as its last edition says."""

    room: str
    edition: int
    words: str


@dataclass(frozen=True, slots=True)
class Passed:
    """One thing on the way from told (`told`, `chosen`, `planned`, `promised`) to what came of it (`came`)."""

    step: str
    code: str
    title: str
    words: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """Money of the round: `pot` (a round of money) or `award`, with to whom and why. Cents."""

    kind: str
    code: str
    title: str
    cents: int
    of_cents: int = 0
    reason: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What we keep and what we do differently next time."""

    code: str
    title: str
    keep: str
    change: str
