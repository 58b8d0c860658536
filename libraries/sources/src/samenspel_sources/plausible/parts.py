"""Do smaller areas add up to the larger one in the same table?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samenspel_sources.areas import COUNTRY
from samenspel_sources.plausible.model import REFUSE, WARN, Finding
from samenspel_sources.plausible.tally import Sum, Tally
from samenspel_sources.plausible.watched import Watched

ROUNDED = 5  # counts are rounded at random to 5 (sometimes to 10): never more than 5 off per area on average
SLACK = 0.02
TOO_MUCH, ODD, FAR = 1.25, 1.1, 1.5
TOO_LITTLE, MANY = 0.6, 300  # fewer municipalities: perhaps somebody chose a part of the country
HALF = (0.45, 0.55)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The sum of smaller areas and the published total of one municipality (or the country)."""

    where: str
    parts: Sum
    total: Sum

    @property
    def slack(self) -> float:
        """How far apart both may be by rounding alone."""
        return ROUNDED * (self.parts.areas + self.total.areas) + SLACK * abs(self.total.total)

    def over(self, times: float) -> bool:
        """Whether the parts are more than so many times the total."""
        return self.parts.total > times * self.total.total + self.slack

    def under(self, times: float) -> bool:
        """Whether the parts are less, and no part is missing or secret."""
        return not self.parts.gaps and self.parts.total < times * self.total.total - self.slack


def part_findings(tally: Tally, columns: Sequence[Watched]) -> Iterator[Finding]:
    """Compare each level with the level above it, column by column."""
    levels = tally.levels()
    for at, place in enumerate(tally.places):
        for small, large in pairwise(levels):
            pairs, wide = list(_pairs(tally, small, large, at)), len(tally.municipalities(small)) >= MANY
            if pairs and (found := _judge(columns[place], pairs, wide)):
                yield found
                break


def _pairs(tally: Tally, small: str, large: str, at: int) -> Iterator[_Pair]:
    if large == COUNTRY:
        yield from _usable(_Pair("NL00", tally.of(small, at), tally.of(large, at)))
        return
    for one in sorted(tally.municipalities(small) & tally.municipalities(large)):
        yield from _usable(_Pair(one, tally.of(small, at, [one]), tally.of(large, at, [one])))


def _usable(pair: _Pair) -> Iterator[_Pair]:
    if pair.parts.areas and pair.total.areas and not pair.total.gaps:
        yield pair


def _judge(column: Watched, pairs: Sequence[_Pair], wide: bool) -> Finding | None:
    """`wide`: areas of so many municipalities that none can be left out on purpose."""
    parts, total = Sum(), Sum()
    for pair in pairs:
        parts.plus(pair.parts)
        total.plus(pair.total)
    both = _Pair("", parts, total)
    far = [pair for pair in pairs if pair.over(FAR)]
    params: dict[str, object] = {"parts": round(parts.total), "total": round(total.total), "places": len(pairs)}
    times = parts.total / total.total if total.total else 0.0
    if both.over(TOO_MUCH) or 3 * len(far) > len(pairs):
        return column.finding("parts_twice" if 1.8 < times < 2.2 else "parts_exceed", REFUSE, **params)
    if wide and both.under(TOO_LITTLE) and not _loose(column):
        half = HALF[0] < times < HALF[1]
        return column.finding("total_twice" if half else "parts_short", REFUSE if half else WARN, **params)
    if odd := [pair for pair in pairs if pair.over(ODD)]:
        worst = max(odd, key=lambda pair: pair.parts.total - pair.total.total)
        params = {"parts": round(worst.parts.total), "total": round(worst.total.total)}
        return column.finding("parts_odd", WARN, count=len(odd), example=worst.where, **params)
    return None


def _loose(column: Watched) -> bool:
    """Whether smaller areas are known not to cover all of it: large waters belong to no ward."""
    return column.indicator is not None and column.indicator.id in ("area_total", "area_water")
