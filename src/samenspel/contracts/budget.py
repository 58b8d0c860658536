"""What the budget room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Money that works in the area, with how sure we are. Cents; low and high give the range."""

    code: str
    title: str
    source: str
    year: int
    stage: str
    cents: int
    low_cents: int
    high_cents: int
    method: str
    confidence: str
    regular: bool
    free: bool
    decides: str
    plan_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a clock, and whether it was answered."""

    code: str
    asker: str
    addressee: str
    asked_on: str
    due: str
    answered_on: str = ""
    satisfied: bool | None = None
