"""What the assessment room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Task:
    """A public task in the area: who does it, for how much, until when."""

    code: str
    title: str
    provider: str
    cents: int | None
    contract_ends: str
    open_to_challenge: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The shared answer: the right things, well enough, better or different?"""

    code: str
    task: str
    right_things: str
    well_enough: str
    better_or_different: str
    verdict: str
    advice: str
    reply: str = ""
    differences: str = ""
    quality: tuple[str, ...] = ()
