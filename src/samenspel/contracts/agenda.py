"""What the agenda room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Priority:
    """What the neighbourhood wants first, and why."""

    code: str
    rank: int
    title: str
    theme: str
    statement: str
    going_well: str
    reason: str
    figures: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    ourselves: str = ""
    little_help: str = ""
    professionals: str = ""
    stop: str = ""
    owner_resident: str = ""
    owner_professional: str = ""


@dataclass(frozen=True, slots=True)
class Dissent:
    """Somebody thinks otherwise about a priority, and is heard."""

    priority: str
    words: str
    by: str
