"""Themes: the compass, and figures beside what people tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from django.db.models import Q

from samenspel.contracts.themes import THEMES
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.profile.models import Indicator, ThemeView
from samenspel.stages.profile.queries.geography import Geography, Zone, geography
from samenspel.stages.profile.queries.readings import Readings, score
from samenspel.stages.profile.queries.rows import Beside, Counted, IndicatorRow, ThemeSummary
from samenspel.stages.profile.queries.shelf import shelf


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
