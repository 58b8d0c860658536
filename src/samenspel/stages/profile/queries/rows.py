"""What stands in a row: a figure here and in the city, its years, and whether people recognise it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from samenspel.contracts.themes import theme_slug
from samenspel.kernel.exports.queries import SMALLEST
from samenspel.kernel.places.themes import theme_question, theme_words
from samenspel.stages.profile.models import Indicator, ThemeView
from samenspel.stages.profile.queries.geography import Geography, Zone
from samenspel.stages.profile.queries.readings import Reading, Readings
from samenspel.stages.profile.queries.shelf import Stated
from samenspel.stages.profile.states import Better, Verdict
from samenspel.ui.figures import Point


@dataclass(frozen=True, slots=True)
class Beside:
    """An area beside the whole place: its figure and its place on the compass."""

    zone: Zone
    reading: Reading
    score: float | None
    readings: Readings | None = None

    @property
    def trend(self) -> list[Reading]:
        """The figure of this area in every period; worked out when it is shown."""
        return self.readings.series(self.zone, self.reading.indicator) if self.readings else []

    @property
    def points(self) -> list[Point]:
        """The figure of this area over the years."""
        return _points(self.trend)


def _points(readings: Iterable[Reading]) -> list[Point]:
    """Points of a small line; nothing when no period has a number."""
    every = [Point(r.period, None if r.value is None else float(r.value), r.shown) for r in readings]
    return every if any(point.value is not None for point in every) else []


def _runs(points: list[Point]) -> bool:
    """Two periods with a number: only then there is a line."""
    return sum(point.value is not None for point in points) > 1


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row of the confrontation table."""

    indicator: Indicator
    own: Reading
    city: Reading | None
    score: float | None
    wards: tuple[Beside, ...] = ()
    readings: Readings | None = None
    view: ThemeView | None = None
    marks: Counter[str] = field(default_factory=Counter)

    @property
    def trend(self) -> list[Reading]:
        """The figure of the whole place in every period; worked out when it is shown."""
        return self.readings.series(self.readings.geography.own, self.indicator) if self.readings else []

    @property
    def city_trend(self) -> list[Reading]:
        """The same of the city."""
        around = self.readings.geography.city if self.readings else None
        return self.readings.series(around, self.indicator) if self.readings and around else []

    @property
    def counted(self) -> bool:
        """Whether there is a figure: of the area, one of its wards, or the city around it."""
        around = (self.own, *((self.city,) if self.city else ()), *(beside.reading for beside in self.wards))
        return any(reading.value is not None for reading in around)

    @property
    def source(self) -> Stated | None:
        """Where the newest figure comes from."""
        return next(iter(self.own.sources or (self.city.sources if self.city else ())), None)

    @property
    def points(self) -> list[Point]:
        """The figure of the whole place over the years; empty when it can only be said of wards."""
        return _points(self.trend)

    @property
    def recognised(self) -> str:
        """How many people recognise the figure; nothing while any of the groups is too few to count.

        Who knows how many of all recognise it, also knows how many do not.
        """
        groups = [self.marks[verdict] for verdict in Verdict]
        if not any(groups) or any(0 < group < SMALLEST for group in groups):
            return ""
        counted = {"yes": self.marks[Verdict.AGREE], "all": sum(groups)}
        return _("%(yes)d van %(all)d mensen herkennen dit cijfer") % counted

    @property
    def judged(self) -> bool:
        """Whether more or less counts as better."""
        return self.indicator.better != Better.NONE


@dataclass(frozen=True, slots=True)
class ThemeSummary:
    """A theme on the compass: the plain mean of its judged figures. `apart`: only per ward."""

    key: str
    rows: tuple[IndicatorRow, ...]
    score: float | None
    wards: tuple[tuple[Zone, float | None], ...] = ()
    told: int = 0
    apart: bool = False

    @property
    def name(self) -> str:
        """What people call it."""
        return theme_words(self.key)

    @property
    def question(self) -> str:
        """What to ask people about it."""
        return theme_question(self.key)

    @property
    def slug(self) -> str:
        """How it is written in a web address."""
        return theme_slug(self.key)

    @property
    def known(self) -> list[IndicatorRow]:
        """The figures that the area or the city has."""
        return [row for row in self.rows if row.counted]

    @property
    def course(self) -> IndicatorRow | None:
        """The first figure of the whole place that was counted more than once; judged figures go first."""
        rows = sorted(self.rows, key=lambda row: not row.judged)
        return next((row for row in rows if _runs(row.points)), None)

    @property
    def runs_per_ward(self) -> bool:
        """Whether only its wards were counted more than once."""
        return any(_runs(beside.points) for row in self.rows for beside in row.wards)

    @property
    def own_shown(self) -> bool:
        """Whether the whole place has a column: not when only its wards have figures."""
        return not self.wards or any(row.own.value is not None for row in self.rows)

    @property
    def city_shown(self) -> bool:
        """Whether the city has a column: not when it has none of these figures."""
        return any(row.city is not None and row.city.value is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Counted:
    """All figures of a place, by theme."""

    geography: Geography
    themes: tuple[ThemeSummary, ...]

    @property
    def rows(self) -> list[IndicatorRow]:
        """Every figure, theme after theme."""
        return [row for theme in self.themes for row in theme.rows]

    @property
    def period(self) -> str:
        """The newest period of all."""
        return max((row.own.period for theme in self.themes for row in theme.rows), default="")

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source, once."""
        rows = (row for theme in self.themes for row in theme.rows)
        return tuple(sorted({f.source for row in rows for f in row.own.sources}))
