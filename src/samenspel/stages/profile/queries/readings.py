"""What a figure says for an area: straight from the source, through a change of codes, or combined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from samenspel.stages.profile.models import Figure, Indicator
from samenspel.stages.profile.queries.geography import Geography, Zone
from samenspel.stages.profile.states import Better, Combining, FigureStatus
from samenspel.ui.numbers import NBSP, euro, number, percent
from samenspel_methods.statistics import Direction, compass_score, weighted_mean

APART = "apart"  # the figures of these areas do not make one figure
POINTS = 20  # an area at the usual distance from the city is this many points from 100
# Figures around zero have no "per cent of the city": they need the distances of all wards.
AROUND_ZERO = {"punten verschil", "score"}

DIRECTIONS = {
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
    sources: tuple[Figure, ...] = ()
    coverage: float = 1.0
    combined: bool = False
    spread: float | None = None

    @property
    def measured(self) -> bool:
        """Whether the source counted or asked, instead of estimating."""
        return all(figure.measured for figure in self.sources)

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

    def __init__(self, geography: Geography, figures: Iterable[Figure]) -> None:
        self.geography = geography
        self.indicators: dict[int, Indicator] = {}
        self._at: dict[tuple[int, str], dict[tuple[str, int], Figure]] = {}
        for figure in figures:
            self.indicators.setdefault(figure.indicator_id, figure.indicator)
            known = self._at.setdefault((figure.indicator_id, figure.period), {})
            known[figure.area_code, figure.area_year] = figure

    def periods(self, indicator: Indicator) -> list[str]:
        """The periods of which anything is known, oldest first."""
        return sorted(period for pk, period in self._at if pk == indicator.pk)

    def at(self, zone: Zone, indicator: Indicator, period: str) -> Reading:
        """What the figure says for an area in one period."""
        known = self._at.get((indicator.pk, period), {})
        for coded in sorted(zone.codes, key=lambda coded: -coded[1]):
            if figure := known.get(coded):
                return _straight(indicator, figure)
        for coded in sorted(zone.codes, key=lambda coded: -coded[1]):
            olds = [(known.get(old.coded), old.share) for old in self.geography.older.get(coded, ())]
            if any(figure for figure, _share in olds):
                return _through(indicator, period, olds)
        units = self.geography.units
        if zone == self.geography.own and zone not in units:
            return combine(indicator, period, [self.at(unit, indicator, period) for unit in units])
        return Reading(indicator, period)

    def newest(self, indicator: Indicator) -> str:
        """The newest period with a number in one of the areas of the place itself."""
        mine = {self.geography.own, *self.geography.parts, *self.geography.wards}
        periods = self.periods(indicator)
        for period in reversed(periods):
            if any(self.at(zone, indicator, period).value is not None for zone in mine):
                return period
        return periods[-1] if periods else ""

    def series(self, zone: Zone, indicator: Indicator) -> list[Reading]:
        """The figure over the years, straight through changes of codes."""
        return [self.at(zone, indicator, period) for period in self.periods(indicator)]


def _straight(indicator: Indicator, figure: Figure) -> Reading:
    return Reading(indicator, figure.period, figure.number, figure.status, (figure,), spread=figure.spread)


def _through(indicator: Indicator, period: str, olds: Sequence[tuple[Figure | None, Fraction]]) -> Reading:
    """A figure in older codes. One area under a new code keeps its figure; split areas have to be combined."""
    if len(olds) == 1 and olds[0][0] and olds[0][1] == 1:
        return _straight(indicator, olds[0][0])
    readings = [_straight(indicator, f) if f else Reading(indicator, period) for f, _share in olds]
    return combine(indicator, period, readings, [share for _f, share in olds])


def combine(
    indicator: Indicator, period: str, readings: Sequence[Reading], shares: Sequence[Fraction] = ()
) -> Reading:
    """One figure for several areas: added, weighed by inhabitants, or not at all."""
    shares = shares or [Fraction(1)] * len(readings)
    sources = tuple(figure for reading in readings for figure in reading.sources)
    missing = next((r.status for r in readings if r.value is None), "")
    if not readings or all(r.value is None for r in readings):
        return Reading(indicator, period, status=missing or FigureStatus.MISSING, sources=sources)
    if indicator.combining == Combining.SUM and not missing:
        total = _rounded(_sum(readings, shares), indicator)
        return Reading(indicator, period, total, FigureStatus.VALUE, sources, combined=True)
    if indicator.combining == Combining.POPULATION and (weights := _weights(readings, shares)):
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
    """Inhabitants of each area, as far as they lie in it; nothing when one is unknown."""
    found = [r.sources[0].weight if len(r.sources) == 1 else None for r in readings]
    known = [w for w in found if w is not None]
    return [round(w * s) for w, s in zip(known, shares, strict=True)] if len(known) == len(found) else []


def _rounded(value: Decimal, indicator: Indicator) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)


def score(reading: Reading, city: Reading | None) -> float | None:
    """The place of an area on the compass: the city is 100; nothing when it cannot be said."""
    if city is None or reading.value is None or city.value is None:
        return None
    indicator, mean = reading.indicator, float(city.value)
    spread = city.spread
    if spread is None:
        # Without the figures of all wards of the city: a tenth of the city's figure is ten points.
        if indicator.unit in AROUND_ZERO or mean <= 0:
            return None
        spread = POINTS * mean / 100
    return compass_score(float(reading.value), mean, spread, DIRECTIONS[Better(indicator.better)])
