"""From readings to the compass, the small lines and the map."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import ceil, floor, log10

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.stages.profile.queries import Counted, Geography, IndicatorRow, Reading, Readings, ThemeSummary
from samenspel.stages.profile.states import FigureStatus
from samenspel.ui.figures import Area, AreaMap, Column, Compass, CompassItem, DataTable

CLASSES = 4
FEWEST = 2  # areas with a figure that make a map worth drawing


def compasses_of_themes(found: Counted, here: str) -> list[Compass]:
    """One block per theme; a compass per ward when some themes can only be said of wards."""
    where, judged = found.geography, [theme for theme in found.themes if theme.score is not None or theme.apart]
    city = where.city.name if where.city else ""
    if not any(theme.apart for theme in judged):
        return _drawn([(here, [_theme_item(theme, theme.score) for theme in judged])], city)
    per_ward = [(zone.name, [_theme_item(t, dict(t.wards)[zone]) for t in judged]) for zone in where.wards]
    return _drawn(per_ward, city)


def compasses_of_figures(where: Geography, rows: Sequence[IndicatorRow], here: str) -> list[Compass]:
    """One block per judged figure of a theme; a compass per ward when some figures can only be said of wards."""
    city = where.city.name if where.city else ""
    judged = [row for row in rows if row.judged]  # more of the others is not good and not bad: no place on a compass
    scored = [row for row in judged if row.score is not None or any(b.score is not None for b in row.wards)]
    if all(row.score is not None for row in scored):
        return _drawn([(here, [_figure_item(row, row.own, row.score) for row in scored])], city)
    per_ward = [
        (zone.name, [_figure_item(r, b.reading, b.score) for r in scored for b in r.wards if b.zone == zone])
        for zone in where.wards
    ]
    return _drawn(per_ward, city)


def _theme_item(theme: ThemeSummary, score: float | None) -> CompassItem:
    n = sum(row.judged for row in theme.rows)
    counted = ngettext("%(n)d cijfer", "%(n)d cijfers", n) % {"n": n}
    return CompassItem(theme.name, score, counted, "100")


def _figure_item(row: IndicatorRow, reading: Reading, score: float | None) -> CompassItem:
    return CompassItem(row.indicator.shown_name, score, reading.shown, row.city.shown if row.city else "")


def _drawn(zones: Sequence[tuple[str, list[CompassItem]]], city: str) -> list[Compass]:
    title = _("Kompas van %(area)s")
    return [Compass(title % {"area": name}, items, name, city) for name, items in zones if items]


def first_map(where: Geography, readings: Readings, rows: Sequence[IndicatorRow]) -> AreaMap | None:
    """The first figure of which there is a map."""
    return next((drawn for row in rows if (drawn := area_map(where, readings, row))), None)


def asked_map(where: Geography, readings: Readings, rows: Sequence[IndicatorRow], key: str) -> AreaMap | None:
    """The map of the figure that was asked for, else the first one there is."""
    return first_map(where, readings, [row for row in rows if row.indicator.key == key] or rows)


def area_map(where: Geography, readings: Readings, row: IndicatorRow) -> AreaMap | None:
    """One figure on the map of the neighbourhoods; an area without a figure is hatched and says why."""
    period = readings.newest(row.indicator)
    found = [(zone, readings.at(zone, row.indicator, period)) for zone in where.parts if zone.pk in where.shapes]
    values = sorted(float(r.value) for _zone, r in found if r.value is not None)
    if len(values) < FEWEST:
        return None
    areas = [
        Area(
            zone.name, json.loads(where.shapes[zone.pk]), None if r.value is None else float(r.value), r.shown,
            r.shown if r.value is None and r.status != FigureStatus.MISSING else "",
        )
        for zone, r in found
    ]  # fmt: skip
    title = _("%(name)s per buurt, %(period)s") % {"name": row.indicator.shown_name, "period": period}
    city = row.city.value if row.city else None
    drawn = limits(values, None if city is None else float(city))
    beyond = tuple(json.loads(shape) for shape in where.beyond)
    return AreaMap(title, areas, drawn, row.indicator.unit, neighbours=beyond, note=_below(where, row))


def beside(pairs: Sequence[tuple[str, str]]) -> DataTable:
    """The same figure in other areas."""
    columns = [Column(pgettext("column", "Gebied")), Column(pgettext("column", "Cijfer"), number=True)]
    return DataTable(_("Hetzelfde cijfer in andere gebieden"), columns, pairs, room=1, hide_caption=True)


def limits(values: Sequence[float], city: float | None) -> list[float]:
    """Class limits: round numbers that people can say, and the city instead of the one nearest to it."""
    low, high = values[0], values[-1]
    if low == high:
        return [high]
    step = _round_step((high - low) / CLASSES)
    found = [round(step * n, 6) for n in range(ceil(low / step), floor(high / step) + 1) if low < step * n][:CLASSES]
    if city is not None and low < city < high:
        nearest = min(found, key=lambda limit: abs(limit - city), default=city)
        found = [limit for limit in found if limit != nearest] + [city]
    return sorted(set(found)) or [high]


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5, 5 or 10 times a power of ten that is not less."""
    power = 10.0 ** floor(log10(least))
    return next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= least * (1 - 1e-9))


def _below(where: Geography, row: IndicatorRow) -> str:
    """The figure of the city and where all of it comes from."""
    told = [f"{where.city.name}: {row.city.shown}."] if where.city and row.city and row.city.value is not None else []
    if figure := row.source:
        told.append(_("Bron: %(source)s, %(table)s.") % {"source": figure.source, "table": figure.table})
    return " ".join(told)
