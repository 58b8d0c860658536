"""From readings to the compass, the small lines and the map."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.utils.translation import gettext as _

from samenspel.stages.profile.queries import Geography, IndicatorRow, Readings, ThemeSummary
from samenspel.stages.profile.states import Better
from samenspel.ui.figures import Area, AreaMap, Compass, CompassItem

CLASSES = 4
FEWEST = 2  # areas with a figure that make a map worth drawing


def compass_of_themes(themes: Sequence[ThemeSummary], here: str, city: str) -> Compass | None:
    """One block per theme that can be compared."""
    items = [CompassItem(theme.name, theme.score) for theme in themes if theme.score is not None]
    note = _("Elk blok is het gemiddelde van de cijfers bij een thema waarvan meer of minder gunstig is.")
    return Compass(_("Kompas van de thema’s"), items, here, city, note=note) if items else None


def compass_of_figures(rows: Sequence[IndicatorRow], here: str, city: str) -> Compass | None:
    """One block per figure of a theme."""
    items = [
        CompassItem(
            row.indicator.shown_name, row.score, row.own.shown, row.city.shown if row.city else "", row.own.shown
        )
        for row in rows
        if row.score is not None
    ]
    note = _("Buiten de ring is gunstiger dan in %(city)s, binnen de ring minder gunstig.") % {"city": city}
    if any(row.indicator.better == Better.NONE for row in rows if row.score is not None):
        note += " " + _("Bij cijfers zonder oordeel betekent buiten alleen: meer.")
    return Compass(_("Kompas van dit thema"), items, here, city, note=note) if items else None


def first_map(where: Geography, readings: Readings, rows: Sequence[IndicatorRow]) -> AreaMap | None:
    """The first figure of which there is a map."""
    return next((drawn for row in rows if (drawn := area_map(where, readings, row))), None)


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
            r.shown if r.value is None else "",
        )
        for zone, r in found
    ]  # fmt: skip
    title = _("%(name)s per buurt, %(period)s") % {"name": row.indicator.shown_name, "period": period}
    return AreaMap(title, areas, limits(values), row.indicator.unit, note=_source_line(row))


def limits(values: Sequence[float]) -> list[float]:
    """Class limits at equal steps between the lowest and the highest."""
    low, high = values[0], values[-1]
    step = (high - low) / CLASSES
    return [round(low + step * n, 1) for n in range(1, CLASSES)] if step else [high]


def _source_line(row: IndicatorRow) -> str:
    figure = row.source
    return _("Bron: %(source)s, %(table)s.") % {"source": figure.source, "table": figure.table} if figure else ""
