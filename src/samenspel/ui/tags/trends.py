"""A line through the years, small in a cell or large on a page."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.ui.drawing.trends import remarks, small_trend
from samenspel.ui.drawing.trends import trend_line as drawn_line
from samenspel.ui.figures import Cell, Column, DataTable, TrendLine, TrendPoint
from samenspel.ui.figures.base import Text
from samenspel.ui.numbers import decimals, no_figure, number
from samenspel.ui.tags.components import data_table
from samenspel.ui.tags.library import figure, part, register


def places_of(trend: TrendLine) -> int:
    """How many decimals all values of a line are written with."""
    return decimals(point.value for point in trend.points) if trend.places is None else trend.places


@register.simple_tag
def trend_line(trend: TrendLine, table: bool = True) -> SafeString:
    """A line through the years with its breaks in words, and the table in a fold."""
    if not any(point.value is not None for point in trend.points):
        return part("words", text=no_figure())
    return figure(
        "trend_line", trend=trend, drawn=drawn_line(trend), remarks=remarks(trend.points),
        city=any(point.city is not None for point in trend.points),
        margins=any(point.low is not None for point in trend.points), table=_table(trend) if table else "",
    )  # fmt: skip


@register.simple_tag
def trend_small(trend: TrendLine) -> SafeString:
    """The shape of a line in a cell; first and last value and every break stand beside it in words."""
    known = [point for point in trend.points if point.value is not None]
    if len(known) < 2:
        return part("words", text=_("geen reeks: één meting") if known else no_figure())
    places = places_of(trend)
    ends = [(point.label, point.shown or number(point.value, places)) for point in (known[0], known[-1])]
    return figure("trend_small", drawn=small_trend(trend), ends=ends, remarks=remarks(trend.points))


def _table(trend: TrendLine) -> SafeString:
    points, places = trend.points, places_of(trend)
    margins, city = any(p.low is not None for p in points), any(p.city is not None for p in points)
    remarked = any(point.broken or point.recoded for point in points)
    columns = [
        Column(pgettext("chart", "Wanneer")), Column(trend.here or _("Deze buurt"), number=True),
        *([Column(pgettext("column", "Marge"), number=True)] if margins else []),
        *([Column(trend.city or _("Ter vergelijking"), number=True)] if city else []),
        *([Column(pgettext("column", "Let op"))] if remarked else []),
    ]  # fmt: skip
    rows = [_row(point, places, margins, city, remarked) for point in points]
    return data_table(DataTable(trend.title, columns, rows, room=trend.room, hide_caption=True))


def _row(point: TrendPoint, places: int, margins: bool, city: bool, remarked: bool) -> list[Cell | Text]:
    row: list[Cell | Text] = [point.label, point.shown or number(point.value, places)]
    if margins:
        row.append(margin(point.low, point.high, places))
    if city:
        row.append(point.city_shown or number(point.city, places))
    if remarked:
        row.append(". ".join(str(words) for words in (point.broken, point.recoded) if words))
    return row


def margin(low: float | None, high: float | None, places: int) -> str:
    """A margin in words."""
    if low is None or high is None:
        return ""
    return _("%(low)s tot %(high)s") % {"low": number(low, places), "high": number(high, places)}
