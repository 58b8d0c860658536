"""What the commissioning room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class CallResult:
    """A round of money and how it ended. Cents."""

    code: str
    title: str
    route: str
    budget_cents: int
    spent_cents: int
    ballots: int | None
    funded: int
    offered: int


@dataclass(frozen=True, slots=True)
class JointPlan:
    """A joint plan and who does what in it."""

    code: str
    title: str
    route: str
    cents: int
    partners: tuple[str, ...]
    quality: tuple[str, ...] = ()
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """Money for something, with the reason. Cents."""

    code: str
    title: str
    to: str
    cents: int
    route: str
    reason: str
    call: str = ""
    joint_plan: str = ""
    proposal: str = ""
