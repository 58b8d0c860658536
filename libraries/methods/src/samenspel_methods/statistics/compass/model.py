"""What the compass is made of: the figures that go in, the rings that come out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samenspel_methods.statistics.compass.score import PUBLISHED, Direction, Scale
from samenspel_methods.statistics.compass.yardstick import Basis, Yardstick
from samenspel_methods.statistics.explain import Said, said

STATUSES = frozenset({"missing", "secret", "not_yet", "not_applicable", "apart"})


class Level(StrEnum):
    """A ring, from the outside in."""

    INDICATOR = "indicator"
    THEME = "theme"
    QUARTER = "quarter"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the circle with its themes in order. Not `judged`: its figures are shown, never averaged."""

    key: str
    themes: tuple[str, ...]
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an area. `margin`: half the width of its 95% interval, None when nobody states one.

    Without `value`, `missing` says why: `missing`, `secret`, `not_yet`, `not_applicable`, `apart` (cannot be combined).
    Without `yardstick` the city has no figure.
    """

    key: str
    theme: str
    value: float | None
    yardstick: Yardstick | None
    direction: Direction = Direction.NEITHER
    margin: float | None = None
    missing: str = "missing"


@dataclass(frozen=True, slots=True)
class Ring:
    """One block of a ring. `score` is None when nothing in it can be said, and always None when it is not judged
    and more than one figure.

    `known` of `of`: how many of the blocks just outside it went into the score. `low`, `high`: the range of the
    score through margins; None when no figure in it states a margin. `why`: what stands in the way of a score.
    """

    key: str
    level: Level
    score: float | None
    known: int
    of: int
    low: float | None = None
    high: float | None = None
    judged: bool = True
    basis: Basis = Basis.NONE
    why: str = ""
    inside: tuple[Ring, ...] = ()

    @property
    def figures(self) -> tuple[int, int]:
        """(figures with a score, all figures) of this block; in a judged block only figures that are judged."""
        if self.level is Level.INDICATOR:
            return self.known, self.of
        pairs = [ring.figures for ring in self.inside if ring.judged or not self.judged]
        return sum(known for known, _ in pairs), sum(of for _, of in pairs)

    @property
    def uncertain(self) -> bool:
        """Whether the margin reaches over the ring of 100: it may be better and it may be worse than the city."""
        return self.low is not None and self.high is not None and self.low < PUBLISHED.centre < self.high

    @property
    def said(self) -> tuple[Said, ...]:
        """What to print beside the score: on how many figures it rests, and how certain it is."""
        known, of = self.figures
        found = [said(f"why_{self.why}")] if self.why else []
        if self.level is not Level.INDICATOR and self.score is not None:
            found.append(said("figures_all" if known == of else "figures_part", count=known, of=of))
        if self.low is not None and self.high is not None:
            found.append(said("range_over" if self.uncertain else "range", low=self.low, high=self.high))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Compass:
    """The whole circle. `whole.inside` are the quarters, theirs the themes, theirs the figures."""

    whole: Ring
    figures: tuple[Figure, ...]
    quarters: tuple[Quarter, ...]
    scale: Scale = PUBLISHED

    @property
    def rings(self) -> dict[tuple[str, ...], Ring]:
        """Every block by its path from the middle: () = whole, (quarter, theme, figure) = outer ring."""
        found: dict[tuple[str, ...], Ring] = {}
        waiting: list[tuple[tuple[str, ...], Ring]] = [((), self.whole)]
        while waiting:
            path, ring = waiting.pop()
            found[path] = ring
            waiting += [((*path, inner.key), inner) for inner in ring.inside]
        return found
