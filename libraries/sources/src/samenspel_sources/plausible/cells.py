"""Each figure by itself, and figures of one area that belong together."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from samenspel_sources.plausible.model import REFUSE, WARN, Finding
from samenspel_sources.plausible.tally import Values
from samenspel_sources.plausible.watched import Watched

SOME, MANY, FEW = 0.05, 0.2, 3


@dataclass(slots=True)
class Ranges:
    """Figures outside what an indicator can be."""

    columns: Sequence[Watched]
    count: list[int] = field(default_factory=list)
    out: list[int] = field(default_factory=list)
    first: dict[int, tuple[str, float]] = field(default_factory=dict)
    edges: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.count, self.out = [0] * len(self.columns), [0] * len(self.columns)
        self.edges = [_edges(column) for column in self.columns]

    def see(self, code: str, values: Values) -> None:
        """One area."""
        for place, (value, (low, high)) in enumerate(zip(values, self.edges, strict=True)):
            if value is not None:
                self.count[place] += 1
                if not low <= value <= high:
                    self.out[place] += 1
                    self.first.setdefault(place, (code, value))

    def findings(self) -> Iterator[Finding]:
        """One finding per column."""
        for place, (code, value) in self.first.items():
            out, count = self.out[place], self.count[place]
            refuse = out > SOME * count and (out >= FEW or out == count)
            low, high = self.edges[place]
            params = {"out": out, "count": count, "example": code, "value": value, "low": low, "high": high}
            yield self.columns[place].finding("out_of_range", REFUSE if refuse else WARN, **params)


def _edges(column: Watched) -> tuple[float, float]:
    one = column.indicator
    low = one.low if one else None
    high = one.high if one else None
    return float("-inf") if low is None else float(low), float("inf") if high is None else float(high)


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts that make up another indicator, or a fixed number. `rounded`: how far one figure is rounded at most."""

    parts: tuple[str, ...]
    of: str
    makes: float
    rounded: float


@cache
def wholes() -> tuple[Whole, ...]:
    """What belongs together, from the data of this package."""
    text = (files("samenspel_sources.plausible") / "data" / "wholes.toml").read_text(encoding="utf-8")
    return tuple(
        Whole(tuple(one["parts"]), one.get("of", ""), float(one.get("makes", 0)), float(one["rounded"]))
        for one in tomllib.loads(text)["whole"]
    )


@dataclass(slots=True)
class Wholes:
    """Parts of a whole per area: men and women, ages, owned and rented."""

    columns: Sequence[Watched]
    watched: list[tuple[Whole, list[int], int]] = field(default_factory=list)
    count: list[int] = field(default_factory=list)
    off: list[int] = field(default_factory=list)
    first: dict[int, tuple[str, float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places = {column.indicator.id: at for at, column in enumerate(self.columns) if column.indicator}
        for whole in wholes():
            if all(part in places for part in whole.parts) and (not whole.of or whole.of in places):
                parts = [places[part] for part in whole.parts]
                self.watched.append((whole, parts, places[whole.of] if whole.of else -1))
        self.count, self.off = [0] * len(self.watched), [0] * len(self.watched)

    def see(self, code: str, values: Values) -> None:
        """One area, where every part and the whole have a number."""
        for at, (whole, places, of) in enumerate(self.watched):
            parts = [value for place in places if (value := values[place]) is not None]
            total = values[of] if of >= 0 else whole.makes
            if len(parts) < len(places) or total is None or not any(parts):
                continue
            self.count[at] += 1
            if abs(sum(parts) - total) > whole.rounded * (len(parts) + (of >= 0)):
                self.off[at] += 1
                self.first.setdefault(at, (code, sum(parts), total))

    def findings(self) -> Iterator[Finding]:
        """One finding per whole, told about its first part."""
        for at, (code, parts, total) in self.first.items():
            off, count = self.off[at], self.count[at]
            if off > SOME * count or off == count:
                refuse = off > MANY * count and (off >= FEW or off == count)
                names = [self.columns[place] for place in self.watched[at][1]]
                params = {"off": off, "count": count, "example": code, "parts": parts, "total": total}
                for one in names if refuse else names[:1]:
                    yield one.finding("not_whole", REFUSE if refuse else WARN, **params)
