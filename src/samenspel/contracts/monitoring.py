"""What the monitoring room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a commitment or an award."""

    code: str
    of: str
    title: str
    what_came: str
    judged_by: str
    verdict: str
    digest: str = ""
    cents_spent: int | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What we take along into the next round."""

    code: str
    title: str
    keep: str
    change: str
    theme: str
    outcomes: tuple[str, ...] = ()
