"""Is a number possible for so many people? Against what the country, or a municipality, can be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspel_sources.areas import COUNTRY, MUNICIPALITY, inhabitants, municipalities
from samenspel_sources.plausible.model import REFUSE, WARN, Finding
from samenspel_sources.plausible.tally import Sum, Tally
from samenspel_sources.plausible.watched import Watched

HALF, NEARLY_ALL, LARGE = 0.5, 0.9, 50_000
_YEAR = re.compile(r"((?:19|20)\d\d)(?:JJ00)?")


@dataclass(frozen=True, slots=True)
class _Reach:
    """What part of the country a level of the table covers, and how many people live there."""

    level: str
    people: float
    share: float


def rate_findings(tally: Tally, columns: Sequence[Watched], period: str, people: int | None) -> Iterator[Finding]:
    """`people`: place of the inhabitants in the tally, when the table has them. Not for months and quarters."""
    if period and not _YEAR.fullmatch(period):
        return
    year = int(found[1]) if (found := _YEAR.fullmatch(period)) else 0
    reach = [one for level in reversed(tally.levels()) if (one := _reach(tally, level, year, people))]
    for at, place in enumerate(tally.places):
        column = columns[place]
        if column.indicator and column.indicator.id != "inhabitants":
            for one in reach:
                total = tally.of(one.level, at)
                if total.areas and (odd := _judge(column, total, one, year)):
                    yield odd
                    break


def _reach(tally: Tally, level: str, year: int, people: int | None) -> _Reach | None:
    everybody = sum(inhabitants(one.code, year) or 0 for one in municipalities(year))
    if level == COUNTRY:
        covered = everybody
    else:
        covered = sum(inhabitants(code, year) or 0 for code in tally.municipalities(level))
    told = tally.of(level, people) if people is not None else Sum()
    there = told.total if told.areas and not told.gaps else float(covered)
    return _Reach(level, there, covered / everybody) if there > 0 and covered else None


def _judge(column: Watched, total: Sum, reach: _Reach, year: int) -> Finding | None:
    one = column.indicator
    if one is None or (band := one.national if reach.share >= HALF else one.local) is None:
        return None
    if reach.share < HALF and reach.people < LARGE:
        return None
    low, high = float(band[0]), float(band[1])
    room = max(reach.share, HALF) if reach.share >= HALF else 1.0
    rate = 1000 * total.total / reach.people
    params = {
        "total": round(total.total), "rate": rate, "low": float(low), "high": float(high),
        "people": round(reach.people),
    }  # fmt: skip
    if rate > high / room:
        twice = low <= rate / 2 <= high
        return column.finding("rate_twice" if twice else "rate_high", REFUSE, **params)
    complete = reach.level in (COUNTRY, MUNICIPALITY) and not total.gaps and reach.share >= NEARLY_ALL
    if rate < low * room and complete:
        return column.finding("rate_low", REFUSE if year and rate < low / 2 else WARN, **params)
    return None


def national_findings(country: Sequence[float | None], columns: Sequence[Watched]) -> Iterator[Finding]:
    """Means and shares of the country as a whole, when the table has a row for it."""
    for value, column in zip(country, columns, strict=True):
        one = column.indicator
        if value is None or one is None or one.national is None or one.combine == "sum":
            continue
        low, high = (float(edge) for edge in one.national)
        if not low <= value <= high:
            far = value > 3 * high or (low > 0 and value < low / 3)
            params = {"value": value, "low": low, "high": high, "unit": one.unit}
            yield column.finding("national_odd", REFUSE if far else WARN, **params)
