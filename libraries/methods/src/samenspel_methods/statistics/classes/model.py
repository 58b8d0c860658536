"""The classes of a map."""

from bisect import bisect_right
from dataclasses import dataclass

from samenspel_methods.statistics.explain import Said


@dataclass(frozen=True, slots=True)
class Class:
    """From `low` up to `high`; `high` itself belongs to the next class, except in the last. `count`: areas in it."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Classes:
    """From low to high, without gaps. `missing`: areas without a figure, to be hatched. `fit`: the part of all spread
    that lies between the classes (0 to 1; 1 when all figures are equal)."""

    classes: tuple[Class, ...]
    missing: int
    fit: float
    said: tuple[Said, ...]

    def of(self, value: float | None) -> int | None:
        """The place of a value, 0 = lowest; None when it is missing or outside all classes."""
        if value is None or not self.classes:
            return None
        if not self.classes[0].low <= value <= self.classes[-1].high:
            return None
        return min(bisect_right([each.low for each in self.classes], value) - 1, len(self.classes) - 1)
