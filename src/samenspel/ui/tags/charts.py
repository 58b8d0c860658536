"""Charts, shelves and map of letters: drawn here, with the numbers in a table beside."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.ui.drawing.lines import dots
from samenspel.ui.drawing.lines import line_chart as drawn_lines
from samenspel.ui.drawing.lines import trend as drawn_trend
from samenspel.ui.drawing.maps import area_map
from samenspel.ui.drawing.shelves import shelves as drawn_shelves
from samenspel.ui.figures import (
    AreaMap,
    BarChart,
    Cell,
    Column,
    DataTable,
    DotChart,
    LineChart,
    Point,
    Pot,
)
from samenspel.ui.figures.base import Text
from samenspel.ui.numbers import decimals, euro, no_figure, number
from samenspel.ui.tags.components import data_table
from samenspel.ui.tags.library import figure, part, register

Rows = list[list[Cell | Text]]


def _shown(shown: Text, value: float | None, places: int | None = None) -> Text:
    return shown or number(value, places)


@register.simple_tag
def bar_chart(chart: BarChart, table: bool = True) -> SafeString:
    """Bars in a table: the number and its length side by side. Without `table` the title is only read aloud."""
    longest = max((bar.value for bar in chart.bars if bar.value is not None and bar.value > 0), default=0)
    rows = [
        [
            bar.label,
            Cell(_shown(bar.shown, bar.value), part=None if bar.value is None else bar.value / (longest or 1)),
        ]
        for bar in chart.bars
    ]
    columns = [Column(pgettext("chart", "Wat")), Column(chart.unit or pgettext("chart", "Hoeveel"))]
    return data_table(DataTable(chart.title, columns, rows, chart.note, chart.room, hide_caption=not table))


@register.simple_tag
def line_chart(chart: LineChart, table: bool = True) -> SafeString:
    """Change over time."""
    labels = [str(point.label) for point in chart.series[0].points] if chart.series else []
    places = decimals(point.value for series in chart.series for point in series.points)
    rows = [
        [
            label,
            *(
                _shown(series.points[at].shown, series.points[at].value, places)
                if at < len(series.points)
                else no_figure()
                for series in chart.series
            ),
        ]
        for at, label in enumerate(labels)
    ]
    columns = [
        Column(pgettext("chart", "Wanneer")),
        *(Column(series.name, number=True) for series in chart.series),
    ]
    beside = data_table(DataTable(chart.title, columns, rows, room=chart.room, hide_caption=True)) if table else ""
    return figure("line_chart", chart=chart, drawn=drawn_lines(chart), table=beside)


@register.simple_tag
def dot_chart(chart: DotChart, table: bool = True) -> SafeString:
    """Marks on a scale, one line per row."""
    columns = [Column(pgettext("chart", "Wat")), *(Column(name, number=True) for name in chart.names)]
    columns.append(Column(_("Van %(low)s tot %(high)s") % {"low": number(chart.low), "high": number(chart.high)}))
    places = decimals(value for row in chart.rows for value in row.values)
    rows = [
        [
            row.label,
            *(number(value, places) for value in row.values),
            Cell("", svg=figure("dots", drawn=dots(chart, at))),
        ]
        for at, row in enumerate(chart.rows)
    ]
    beside = data_table(DataTable(chart.title, columns, rows, chart.note, chart.room, hide_caption=not table))
    return figure(
        "dot_chart",
        chart=chart,
        table=beside,
        names=[(str(at), name) for at, name in enumerate(chart.names, start=1)],
    )


@register.simple_tag
def trend(points: Sequence[Point]) -> SafeString:
    """A small line in a cell; the first and last value stand beside it in words."""
    known = [point for point in points if point.value is not None]
    if len(known) < 2:
        return part("words", text=_("geen reeks: één meting") if known else no_figure())
    ends = [(point.label, _shown(point.shown, point.value)) for point in (known[0], known[-1])]
    return figure("trend", drawn=drawn_trend(points), ends=ends)


@register.simple_tag
def shelves(pot: Pot, list: bool = True) -> SafeString:  # noqa: A002  the word page builders use
    """Money at true scale."""
    columns = [
        Column(pgettext("shelf", "Nr.")),
        Column(pgettext("shelf", "Wat")),
        Column(pgettext("shelf", "Bedrag"), number=True),
    ]
    rows: Rows = [
        [str(at), Cell(item.name, url=item.url), euro(item.cents)] for at, item in enumerate(pot.items, start=1)
    ]
    spent = sum(item.cents for item in pot.items)
    rest = pot.total_cents - spent
    rows.append(["", pot.rest_label or (_("blijft over") if rest >= 0 else _("te veel")), euro(abs(rest))])
    beside = data_table(DataTable(_("Alle bedragen"), columns, rows, room=pot.room)) if list else ""
    broad, narrow = drawn_shelves(pot, pot.shelves, 1120), drawn_shelves(pot, pot.shelves * 5 // 2 or 1, 360)
    return figure(
        "shelves",
        pot=pot,
        broad=broad,
        narrow=narrow,
        table=beside,
        spent=euro(spent),
        rest=rest,
        total=euro(pot.total_cents),
        left=euro(abs(rest)),
    )


@register.simple_tag
def choropleth(map: AreaMap, table: bool = True) -> SafeString:  # noqa: A002  the word page builders use
    """A map of one figure, with letters in the areas."""
    drawn = area_map(map)
    columns = [Column(pgettext("map", "Gebied")), Column(map.unit or pgettext("map", "Cijfer"), number=True)]
    rows = [
        [
            Cell(f"{shape.letter}. {shape.area.name}", url=shape.area.url),
            _shown(shape.area.shown, shape.area.value, drawn.places)
            if shape.area.value is not None
            else Cell(no_figure(), sub=shape.area.missing),
        ]
        for shape in drawn.by_value
    ]
    beside = data_table(DataTable(map.title, columns, rows, map.note, map.room)) if table else ""
    return figure("choropleth", map=map, drawn=drawn, table=beside)
