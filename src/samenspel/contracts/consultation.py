"""What the consultation room hands over. Words of people travel as digests, so that they can be withdrawn."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Contribution:
    """A wish, need or ambition from any channel."""

    code: str
    kind: str
    theme: str
    digest: str
    channel: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was heard about one theme, and how often, by channel."""

    theme: str
    summary: str
    contributions: tuple[str, ...]
    by_channel: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """How many of a group were heard; nothing when too few to say."""

    group: str
    count: int | None
