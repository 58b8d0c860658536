"""What the pact room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Pact:
    """Parties that agree, and for how long."""

    code: str
    title: str
    starts: str
    ends: str
    parties: tuple[str, ...]
    signed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who gives what to whom, by when, and how it went."""

    code: str
    pact: str
    giver: str
    receiver: str
    what: str
    kind: str
    due: str
    state: str
    measure: str = ""
    reason: str = ""
    award: str = ""
