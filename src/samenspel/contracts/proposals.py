"""What the proposals room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal with what it takes in euro, hours and m2, and the answer it got."""

    code: str
    title: str
    theme: str
    summary: str
    submitter: str
    state: str
    cents: int
    hours: int
    square_metres: int
    verdict: str = ""
    reason: str = ""
    priorities: tuple[str, ...] = ()
