"""A grant as registered, and a grant as far as it reaches one neighbourhood. Amounts are cents."""

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure it is that the money was for this neighbourhood."""

    MEASURED = "measured"
    ALLOCATED = "allocated"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Grant:
    """One line of the register. `settled` is None until the grant is closed."""

    number: str
    year: int
    recipient: str
    scheme: str
    field: str
    department: str
    project: str
    periodic: bool
    asked: int | None
    granted: int | None
    settled: int | None

    @property
    def person(self) -> bool:
        """Whether the register hides the name because the recipient is a person."""
        return self.recipient == "(Particulier)"


@dataclass(frozen=True, slots=True)
class LocalGrant:
    """A grant, or a share of many grants, for one neighbourhood, with the way that was worked out."""

    number: str
    year: int
    recipient: str
    scheme: str
    purpose: str
    asked: int | None
    granted: int | None
    settled: int | None
    method: str
    confidence: Confidence
    note: str
