"""What the quality room hands over."""

from dataclasses import dataclass

SCHEMA = 1
UPCASTS: dict[int, object] = {}


@dataclass(frozen=True, slots=True)
class Statement:
    """We speak of good when ..."""

    words: str
    how_noticed: str
    who_judges: str
    how_often: str


PARTS = (Statement,)  # stands inside a definition, and is never handed over by itself


@dataclass(frozen=True, slots=True)
class QualityDefinition:
    """What the parties agreed to call good for one service."""

    code: str
    title: str
    service: str
    statements: tuple[Statement, ...]
    signed_by: tuple[str, ...]
