"""The whole compass: every figure in its theme, every theme in its quarter, and the whole in the middle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samenspel.stages.profile.models import Indicator
from samenspel.stages.profile.queries.geography import Zone
from samenspel.stages.profile.queries.readings import DIRECTIONS, Reading, measure_of
from samenspel.stages.profile.queries.rows import IndicatorRow
from samenspel.stages.profile.states import QUARTERS, Combining
from samenspel_methods.statistics.compass import Compass, Figure, Quarter
from samenspel_methods.statistics.compass import compass as laid

FACTS = ("inhabitants", "households", "age_0_14", "age_65_plus", "single_households", "density")


def compass_of(rows: Iterable[IndicatorRow], zone: Zone | None = None) -> Compass:
    """The compass of the whole area, or of one of its wards."""
    figures = [_figure(row, _reading(row, zone)) for row in rows if on_compass(row)]
    return laid(figures, quarters_with([figure.theme for figure in figures]))


def first_page(indicator: Indicator) -> bool:
    """What a first page reads: shares and means, and a few counts. All figures have their own page."""
    return indicator.combining != Combining.SUM or indicator.key in FACTS


def on_compass(row: IndicatorRow) -> bool:
    """Whether a figure can be laid beside the city: a count cannot, for every part has less than the whole.

    What the city has and the area has not, is on it as missing; what neither has, is not there.
    """
    return row.indicator.combining != Combining.SUM and row.counted


def _reading(row: IndicatorRow, zone: Zone | None) -> Reading:
    return next((beside.reading for beside in row.wards if beside.zone == zone), row.own) if zone else row.own


def _figure(row: IndicatorRow, reading: Reading) -> Figure:
    value, indicator = reading.value, row.indicator
    return Figure(
        indicator.key, indicator.theme, None if value is None else float(value), measure_of(row.city),
        DIRECTIONS[indicator.better], missing=reading.status if value is None else "missing",
    )  # fmt: skip


def quarters_with(themes: Sequence[str]) -> list[Quarter]:
    """The quarters with the themes that have figures; a theme of the neighbourhood itself is about living together."""
    present, placed = dict.fromkeys(themes), {theme for _key, _judged, all_ in QUARTERS for theme in all_}
    last, own = QUARTERS[-1][0], tuple(theme for theme in present if theme not in placed)
    found = [
        Quarter(key, tuple(t for t in all_ if t in present) + (own if key == last else ()), judged)
        for key, judged, all_ in QUARTERS
    ]
    return [quarter for quarter in found if quarter.themes] or [Quarter(last, ())]
