"""Sums per level and municipality while rows stream by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samenspel_sources.areas import COUNTRY, MUNICIPALITY, NEIGHBOURHOOD, WARD, kind_of, municipality_of

LEVELS = (NEIGHBOURHOOD, WARD, MUNICIPALITY, COUNTRY)
Values = Sequence[float | None]


@dataclass(slots=True)
class Sum:
    """A sum over areas. `gaps`: areas without a number (secret, not yet, missing)."""

    total: float = 0.0
    areas: int = 0
    gaps: int = 0

    def add(self, value: float | None) -> None:
        """One more area."""
        if value is None:
            self.gaps += 1
        else:
            self.total += value
            self.areas += 1

    def plus(self, other: "Sum") -> None:
        """Two sums together."""
        self.total += other.total
        self.areas += other.areas
        self.gaps += other.gaps


@dataclass(slots=True)
class Tally:
    """Per level and municipality, for each of some places in the row, a `Sum`."""

    places: tuple[int, ...]
    sums: dict[tuple[str, str], list[Sum]] = field(default_factory=dict)

    def see(self, code: str, values: Values) -> None:
        """Add one area, when it is of a level that adds up."""
        level = kind_of(code)
        if level not in LEVELS:
            return
        key = (level, municipality_of(code))
        if (sums := self.sums.get(key)) is None:
            sums = self.sums[key] = [Sum() for _place in self.places]
        for one, place in zip(sums, self.places, strict=True):
            one.add(values[place])

    def levels(self) -> tuple[str, ...]:
        """Levels that are there, the smallest areas first."""
        there = {level for level, _municipality in self.sums}
        return tuple(level for level in LEVELS if level in there)

    def municipalities(self, level: str) -> set[str]:
        """Municipalities with areas of a level ("" for the country)."""
        return {municipality for at, municipality in self.sums if at == level}

    def of(self, level: str, at: int, municipalities: Iterable[str] | None = None) -> Sum:
        """The sum over municipalities (all that are there) of the figure at a place of `places`."""
        found = Sum()
        for one in self.municipalities(level) if municipalities is None else municipalities:
            if sums := self.sums.get((level, one)):
                found.plus(sums[at])
        return found
