"""What a figure says for an area: straight from the source, through a change of codes, or combined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from samenspel.stages.profile.models import Indicator
from samenspel.stages.profile.queries.geography import Geography, Zone
from samenspel.stages.profile.queries.shelf import Shelf, Stated
from samenspel.stages.profile.states import Better, Combining, FigureStatus
from samenspel.ui.numbers import NBSP, euro, number, percent
from samenspel_methods.statistics import Direction, weighted_mean
from samenspel_methods.statistics.compass import Yardstick, yardstick
from samenspel_methods.statistics.compass.yardstick import ENOUGH

APART = "apart"  # the figures of these areas do not make one figure
# Figures around zero have no "per cent of the city": they need the distances of all wards.
AROUND_ZERO = {"punten verschil", "score"}

DIRECTIONS: dict[str, Direction] = {
    Better.HIGHER: Direction.HIGHER_BETTER,
    Better.LOWER: Direction.LOWER_BETTER,
    Better.NONE: Direction.NEITHER,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as it is shown. Without a value, `status` says why."""

    indicator: Indicator
    period: str = ""
    value: Decimal | None = None
    status: str = FigureStatus.MISSING
    sources: tuple[Stated, ...] = ()
    coverage: float = 1.0
    combined: bool = False
    spread: float | None = None
    others: tuple[Stated, ...] = ()  # what other sources say of the same
    older: bool = False  # read under an earlier code of the area

    @property
    def measured(self) -> bool:
        """Whether the source counted or asked, instead of estimating."""
        return all(figure.measured for figure in self.sources)

    @property
    def disagreeing(self) -> tuple[Stated, ...]:
        """Other sources that give another number, rounding apart."""
        if self.value is None:
            return ()
        close = Decimal(1).scaleb(-self.indicator.decimals)
        return tuple(s for s in self.others if s.number is not None and abs(s.number - self.value) >= close)

    @property
    def partial(self) -> bool:
        """Whether some of the areas in it had no figure."""
        return self.coverage < 1

    @property
    def shown(self) -> str:
        """The figure as people read it; a missing one in words, never as a number."""
        if self.value is None:
            return _("kan niet samen") if self.status == APART else str(FigureStatus(self.status).label)
        return with_unit(self.value, self.indicator)


def with_unit(value: Decimal, indicator: Indicator) -> str:
    """A number with its unit."""
    if indicator.unit == "%":
        return percent(value, indicator.decimals)
    if indicator.unit == "euro":
        return euro(int((value * 100).to_integral_value(ROUND_HALF_UP)))
    return f"{number(value, indicator.decimals)}{NBSP}{indicator.unit}"


class Readings:
    """All figures of some indicators for the areas of a place."""

    def __init__(self, geography: Geography, shelf: Shelf, theme: str = "") -> None:
        self.geography = geography
        self.shelf = shelf
        known = {key for key, _period in shelf.tables}
        ordered = sorted(shelf.indicators.values(), key=lambda i: (i.theme, i.pk))
        self.indicators = [i for i in ordered if i.key in known and (not theme or i.theme == theme)]
        self._found: dict[tuple[int, str, str], Reading] = {}

    def periods(self, indicator: Indicator) -> list[str]:
        """The periods of which anything is known, oldest first."""
        return self.shelf.periods(indicator.key)

    def at(self, zone: Zone, indicator: Indicator, period: str) -> Reading:
        """What the figure says for an area in one period."""
        key = (zone.pk, indicator.key, period)
        if key not in self._found:
            self._found[key] = self._read(zone, indicator, period)
        return self._found[key]

    def _read(self, zone: Zone, indicator: Indicator, period: str) -> Reading:
        ordered = sorted(zone.codes, key=lambda coded: -coded[1])
        for code, year in ordered:
            if stated := self.shelf.stated(indicator.key, period, code, self.geography.since(code, year)):
                return straight(indicator, stated)
        for coded in ordered:
            for generation in self.geography.generations(coded):
                olds = [(self.shelf.stated(indicator.key, period, o.coded[0]), o.share) for o in generation]
                if any(stated for stated, _share in olds):
                    return _through(indicator, period, olds)
        units = self.geography.units
        if zone == self.geography.own and zone not in units:
            return combine(indicator, period, [self.at(unit, indicator, period) for unit in units])
        return Reading(indicator, period)

    def newest(self, indicator: Indicator) -> str:
        """The newest period with a number in one of the areas of the place itself."""
        mine = (self.geography.own, *self.geography.parts, *self.geography.wards)
        periods = self.periods(indicator)
        for period in reversed(periods):
            for zone in mine:
                if self.at(zone, indicator, period).value is not None:
                    return period
        return periods[-1] if periods else ""

    def series(self, zone: Zone, indicator: Indicator) -> list[Reading]:
        """The figure over the years, straight through changes of codes."""
        return [self.at(zone, indicator, period) for period in self.periods(indicator)]


def straight(indicator: Indicator, stated: Sequence[Stated], *, older: bool = False) -> Reading:
    """What the first source says; the others are kept beside it."""
    first = stated[0]
    return Reading(
        indicator, first.table_row.period, first.number, first.status, (first,), 1.0, False, first.spread,
        tuple(stated[1:]), older,
    )


def _through(indicator: Indicator, period: str, olds: Sequence[tuple[Sequence[Stated], Fraction]]) -> Reading:
    """A figure in older codes. One area under a new code keeps its figure; split areas have to be combined."""
    if len(olds) == 1 and olds[0][0] and olds[0][1] == 1:
        return straight(indicator, olds[0][0], older=True)
    readings = [straight(indicator, s) if s else Reading(indicator, period) for s, _share in olds]
    return replace(combine(indicator, period, readings, [share for _s, share in olds]), older=True)


def combine(indicator: Indicator, period: str, readings: Sequence[Reading], shares: Sequence[Fraction] = ()) -> Reading:
    """One figure for several areas: added, weighed by inhabitants, or not at all."""
    shares = shares or [Fraction(1)] * len(readings)
    sources = tuple(figure for reading in readings for figure in reading.sources)
    missing = next((r.status for r in readings if r.value is None), "")
    if not readings or all(r.value is None for r in readings):
        return Reading(indicator, period, status=missing or FigureStatus.MISSING, sources=sources)
    if indicator.combining == Combining.SUM and not missing:
        total = _rounded(_sum(readings, shares), indicator)
        return Reading(indicator, period, total, FigureStatus.VALUE, sources, combined=True)
    if indicator.combining == Combining.WEIGHTED and (weights := _weights(readings, shares)):
        mean = weighted_mean([None if r.value is None else float(r.value) for r in readings], weights)
        if mean:
            value = _rounded(Decimal(str(mean.value)), indicator)
            return Reading(indicator, period, value, FigureStatus.VALUE, sources, mean.coverage, combined=True)
    return Reading(indicator, period, status=APART, sources=sources)


def _sum(readings: Sequence[Reading], shares: Sequence[Fraction]) -> Decimal:
    pairs = zip(readings, shares, strict=True)
    parts = (r.value * s.numerator / s.denominator for r, s in pairs if r.value is not None)
    return sum(parts, Decimal(0))


def _weights(readings: Sequence[Reading], shares: Sequence[Fraction]) -> list[int]:
    """How many people, households or dwellings of each area the share is of; nothing when one is unknown."""
    found = [r.sources[0].weight if len(r.sources) == 1 else None for r in readings]
    known = [w for w in found if w is not None]
    return [round(w * s) for w, s in zip(known, shares, strict=True)] if len(known) == len(found) else []


def _rounded(value: Decimal, indicator: Indicator) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)


def measure_of(city: Reading | None) -> Yardstick | None:
    """With what a figure is laid beside the city; nothing when the city has no figure."""
    if city is None or city.value is None:
        return None
    # A distance is only kept when there were enough areas to say what is usual.
    stated = None if city.spread is None else (city.spread, ENOUGH)
    return yardstick(float(city.value), stated=stated, around_zero=city.indicator.unit in AROUND_ZERO)


def score(reading: Reading, city: Reading | None) -> float | None:
    """The place of an area on the compass: the city is 100; nothing when it cannot be said."""
    measure = measure_of(city)
    if measure is None or reading.value is None:
        return None
    return measure.score(float(reading.value), DIRECTIONS[reading.indicator.better])
