"""Themes: the compass, and figures beside what people tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from samenspel.contracts.themes import THEMES, theme_slug
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports.queries import SMALLEST
from samenspel.kernel.places.themes import theme_question, theme_words
from samenspel.stages.profile.models import Indicator, ThemeView
from samenspel.stages.profile.queries.geography import Geography, Zone, geography
from samenspel.stages.profile.queries.readings import Reading, Readings, score
from samenspel.stages.profile.queries.shelf import Stated, shelf
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


def read_shelf(where: Geography, theme: str = "", zones: Iterable[Zone] | None = None) -> Readings:
    """Every figure about the areas of a place, or about some of them."""
    codes = where.codes(where.zones if zones is None else zones)
    return Readings(where, shelf(codes, theme=theme, place=where.place), theme)


def counted(cycle: Cycle, told: Mapping[str, int] | None = None) -> Counted:
    """The compass of a place: each theme beside the municipality, with how many stories were told; five queries."""
    where = geography(cycle.place)
    return laid_out(where, read_shelf(where, zones=where.compared), told)


def counted_of(where: Geography, theme: str = "", only: Callable[[Indicator], bool] | None = None) -> Counted:
    """The same for areas that may have no place here; of one theme, of all, or of some figures."""
    readings = read_shelf(where, theme, where.compared)
    if only:
        readings.indicators = [indicator for indicator in readings.indicators if only(indicator)]
    return laid_out(where, readings)


def laid_out(
    where: Geography, readings: Readings, told: Mapping[str, int] | None = None, period: str = ""
) -> Counted:
    """Readings by theme, with their place on the compass; the newest, or those of one period."""
    rows: dict[str, list[IndicatorRow]] = {}
    for indicator in readings.indicators:
        rows.setdefault(indicator.theme, []).append(_row(readings, indicator, period=period))
    order = [theme.key for theme in THEMES]
    keys = sorted(rows, key=lambda key: (order.index(key) if key in order else len(order), key))
    stories = told or {}
    return Counted(where, tuple(_summary(where, key, rows[key], stories.get(key, 0)) for key in keys))


def theme(cycle: Cycle, key: str) -> tuple[Geography, ThemeSummary, Readings]:
    """One theme with its confrontation table and the shapes of its areas; six queries."""
    where = geography(cycle.place, shapes=True)
    readings = read_shelf(where, key)
    seen = views_of(cycle, key)
    rows = [_row(readings, i, seen) for i in readings.indicators]
    return where, _summary(where, key, rows), readings


def line_of(where: Geography, key: str) -> IndicatorRow | None:
    """One figure of an area, with its years; nothing when it is not counted there."""
    readings = read_shelf(where, zones=where.compared)
    found = next((indicator for indicator in readings.indicators if indicator.key == key), None)
    return _row(readings, found) if found else None


def years_of(readings: Readings) -> list[str]:
    """The periods of which there are figures, the newest first."""
    return sorted({period for _key, period in readings.shelf.tables}, reverse=True)


def _row(
    readings: Readings, indicator: Indicator, views: Iterable[ThemeView] = (), period: str = ""
) -> IndicatorRow:
    where, period = readings.geography, period or readings.newest(indicator)
    own = readings.at(where.own, indicator, period)
    city = readings.at(where.city, indicator, period) if where.city else None
    wards = [(zone, readings.at(zone, indicator, period)) for zone in where.wards]
    mine = [view for view in views if view.indicator_id == indicator.pk]
    return IndicatorRow(
        indicator, own, city, score(own, city),
        wards=tuple(
            Beside(zone, reading, score(reading, city), readings) for zone, reading in wards
        ),
        readings=readings,
        view=next((view for view in mine if view.shared), None),
        marks=Counter(view.verdict for view in mine if not view.shared),
    )  # fmt: skip


def _summary(where: Geography, key: str, rows: list[IndicatorRow], told: int = 0) -> ThemeSummary:
    """The mean of the judged figures. A figure that only the wards have makes the theme one for wards only."""
    judged = [row for row in rows if row.judged]
    wards = tuple((zone, _mean(b.score for row in judged for b in row.wards if b.zone == zone)) for zone in where.wards)
    apart = any(row.score is None and any(b.score is not None for b in row.wards) for row in judged)
    return ThemeSummary(key, tuple(rows), None if apart else _mean(row.score for row in judged), wards, told, apart)


def _mean(scores: Iterable[float | None]) -> float | None:
    known = [s for s in scores if s is not None]
    return sum(known) / len(known) if known else None


def views_of(cycle: Cycle, theme_key: str = "") -> list[ThemeView]:
    """What was said about whether figures and stories agree."""
    about = Q(indicator__theme=theme_key) if theme_key else Q()
    return list(ThemeView.objects.filter(about, cycle=cycle).select_related("indicator").order_by("pk"))


def indicator_by_key(key: str) -> Indicator | None:
    """One indicator."""
    return Indicator.objects.filter(key=key).first()


def view_of(cycle: Cycle, indicator: Indicator, person: int | None, *, shared: bool) -> ThemeView | None:
    """What was said before: together, or by one person."""
    rows = ThemeView.objects.filter(cycle=cycle, indicator=indicator, shared=shared)
    return (rows if shared else rows.filter(person=person)).first()


def theme_keys() -> list[str]:
    """The themes of which there are figures."""
    return list(Indicator.objects.order_by("theme").values_list("theme", flat=True).distinct())
