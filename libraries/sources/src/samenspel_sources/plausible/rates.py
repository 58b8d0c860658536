"""Is a number possible for so many people? Against what the country, or a municipality, can be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samenspel_sources.areas import COUNTRY, MUNICIPALITY, inhabitants, municipalities
from samenspel_sources.plausible.model import REFUSE, WARN, Finding
from samenspel_sources.plausible.tally import Sum, Tally
from samenspel_sources.plausible.watched import Watched

HALF, NEARLY_ALL, LARGE, NEAR = 0.5, 0.9, 50_000, (0.8, 1.25)
_YEAR = re.compile(r"((?:19|20)\d\d)(?:JJ00)?")


@dataclass(frozen=True, slots=True)
class _Reach:
    """What part of the country a level of the table covers, and how many people live there.

    `places`: municipalities of which we know how many people live there (None: the country itself).
    """

    level: str
    known: float
    people: float
    share: float
    places: tuple[str, ...] | None


def rate_findings(tally: Tally, columns: Sequence[Watched], period: str, people: int | None) -> Iterator[Finding]:
    """`people`: place of the inhabitants in the tally, when the table has them. Not for months and quarters."""
    if period and not _YEAR.fullmatch(period):
        return
    year = int(found[1]) if (found := _YEAR.fullmatch(period)) else 0
    reach = [one for level in reversed(tally.levels()) if (one := _reach(tally, level, year, people))]
    for at, place in enumerate(tally.places):
        column = columns[place]
        for one in reach if column.indicator else ():
            total = tally.of(one.level, at, one.places)
            if total.areas and (odd := _judge(column, total, one, year)):
                yield odd
                break


def _reach(tally: Tally, level: str, year: int, people: int | None) -> _Reach | None:
    """People as the table tells, unless that differs much from what we know: then it may be wrong itself."""
    everybody = sum(inhabitants(one.code, year) or 0 for one in municipalities(year))
    places = None if level == COUNTRY else tuple(code for code in tally.municipalities(level) if inhabitants(code))
    known = everybody if places is None else sum(inhabitants(code, year) or 0 for code in places)
    if not known:
        return None
    told = tally.of(level, people, places) if people is not None else Sum()
    sure = told.areas and not told.gaps and NEAR[0] * known <= told.total <= NEAR[1] * known
    return _Reach(level, float(known), told.total if sure else float(known), known / everybody, places)


def _judge(column: Watched, total: Sum, reach: _Reach, year: int) -> Finding | None:
    one = column.indicator
    if one is None or (band := one.national if reach.share >= HALF else one.local) is None:
        return None
    if reach.share < HALF and reach.known < LARGE:
        return None
    low, high = float(band[0]), float(band[1])
    room = max(reach.share, HALF) if reach.share >= HALF else 1.0
    people = reach.known if one.id == "inhabitants" else reach.people
    rate = 1000 * total.total / people
    params = {
        "total": round(total.total), "rate": rate, "low": float(low), "high": float(high),
        "people": round(people),
    }  # fmt: skip
    if one.id == "inhabitants" and not low * room <= rate <= high / room:
        return None if rate < low and reach.level not in (COUNTRY, MUNICIPALITY) else _people(column, params)
    if rate > high / room:
        twice = low <= rate / 2 <= high
        return column.finding("rate_twice" if twice else "rate_high", REFUSE, **params)
    complete = reach.level in (COUNTRY, MUNICIPALITY) and not total.gaps and reach.share >= NEARLY_ALL
    if rate < low * room and complete:
        return column.finding("rate_low", REFUSE if year and rate < low / 2 else WARN, **params)
    return None


def _people(column: Watched, params: Mapping[str, object]) -> Finding:
    """Far more or fewer inhabitants than live there."""
    return column.finding("people_odd", REFUSE, **params)


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
