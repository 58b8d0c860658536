"""What the plan room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Something that will be done: by whom, when, and why; or not, and why not."""

    code: str
    number: int
    title: str
    action: str
    state: str
    decision: str
    reason: str
    body: str
    priorities: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    owner_resident: str = ""
    owner_professional: str = ""
    starts: str = ""
    ends: str = ""
    needs_cents: int = 0
