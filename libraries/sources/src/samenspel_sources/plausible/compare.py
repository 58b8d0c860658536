"""Against another reading: totals of municipalities elsewhere, and the same areas in an earlier period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from samenspel_sources.areas import COUNTRY, MUNICIPALITY
from samenspel_sources.plausible.model import REFUSE, WARN, Finding, Totals
from samenspel_sources.plausible.tally import Sum, Tally, Values
from samenspel_sources.plausible.watched import Watched

FAR_UP, FAR_DOWN, UP, DOWN = 1.6, 0.6, 1.2, 0.8
ALL_UP, ALL_DOWN, FEW = 1.8, 0.55, 5
MANY = 300  # with areas of so many municipalities it is the whole country
JUMP_TIMES, JUMP_COUNT, JUMP_POINTS, KEPT = 1.5, 250, 25, 3


def total_findings(tally: Tally, columns: Sequence[Watched], other: Totals) -> Iterator[Finding]:
    """Totals per municipality (or of the country) against those of another source or year."""
    for at, place in enumerate(tally.places):
        column = columns[place]
        if column.indicator is None:
            continue
        ours, theirs, places, whole = _both(tally, at, column.indicator.id, other)
        if not theirs:
            continue
        times = ours.total / theirs
        params = {
            "parts": round(ours.total), "total": round(theirs), "source": other.source, "period": other.period,
            "places": places,
        }  # fmt: skip
        if times > FAR_UP or (times < FAR_DOWN and whole and not ours.gaps):
            twice = 1.8 < times < 2.2
            yield column.finding("twice_other" if twice else "far_from_other", REFUSE, **params)
        elif not DOWN <= times <= UP and not (ours.gaps and times < 1):
            yield column.finding("unlike_other", WARN, **params)


def _both(tally: Tally, at: int, indicator: str, other: Totals) -> tuple[Sum, float, int, bool]:
    """Our sum and theirs over the municipalities both have (of the country when there are none), and whether our
    areas surely are all of them: somebody may have a few neighbourhoods of a city only."""
    ours, theirs, places = Sum(), 0.0, 0
    for level in (MUNICIPALITY, *(one for one in tally.levels() if one not in (MUNICIPALITY, COUNTRY))):
        for code in tally.municipalities(level):
            value = other.values.get((indicator, code))
            found = tally.of(level, at, [code])
            if value is not None and found.areas:
                ours.plus(found)
                theirs += float(value)
                places += 1
        if places:
            return ours, theirs, places, level == MUNICIPALITY or len(tally.municipalities(level)) >= MANY
    value = other.values.get((indicator, "NL00"))
    smallest = next(iter(tally.levels()), "")
    whole = tally.of(COUNTRY, at) if COUNTRY in tally.levels() else tally.of(smallest, at)
    enough = COUNTRY in tally.levels() or len(tally.municipalities(smallest)) >= MANY
    return (whole, float(value), 1, True) if value is not None and whole.areas and enough else (ours, 0.0, 0, True)


@dataclass(slots=True)
class Jumps:
    """How areas differ from an earlier period."""

    columns: Sequence[Watched]
    previous: Totals
    times: dict[int, list[float]] = field(default_factory=dict)
    jumped: dict[int, list[tuple[str, float, float]]] = field(default_factory=dict)
    seen: dict[int, int] = field(default_factory=dict)

    def see(self, code: str, values: Values) -> None:
        """One area, when the earlier period has it too."""
        for place, (column, now) in enumerate(zip(self.columns, values, strict=True)):
            if now is None or column.indicator is None:
                continue
            before = self.previous.values.get((column.indicator.id, code))
            if before is not None:
                self._note(place, column, code, now, float(before))

    def _note(self, place: int, column: Watched, code: str, now: float, before: float) -> None:
        self.seen[place] = self.seen.get(place, 0) + 1
        if now > 0 and before > 0:
            self.times.setdefault(place, []).append(now / before)
        apart = abs(now - before)
        points = column.indicator is not None and column.indicator.unit == "%"
        large = apart > JUMP_POINTS if points else _times(now, before) > JUMP_TIMES and apart > JUMP_COUNT
        if large:
            self.jumped.setdefault(place, []).append((code, before, now))

    def findings(self) -> Iterator[Finding]:
        """Everything moved at once (another unit, another definition), or some areas jumped."""
        for place, count in self.seen.items():
            column, times = self.columns[place], self.times.get(place, [])
            middle = median(times) if len(times) >= FEW else 1.0
            low = column.indicator.low if column.indicator else None
            params = {"period": self.previous.period, "count": count}
            if (low is None or low >= 0) and not ALL_DOWN <= middle <= ALL_UP:
                yield column.finding("all_jump", REFUSE, times=middle, **params)
            elif jumps := self.jumped.get(place):
                code, before, now = max(jumps, key=lambda one: abs(one[2] - one[1]))
                params |= {"jumps": len(jumps), "example": code, "before": before, "now": now}
                yield column.finding("jump", WARN, **params)


def _times(now: float, before: float) -> float:
    small, large = sorted((abs(now), abs(before)))
    return large / small if small else float("inf")
