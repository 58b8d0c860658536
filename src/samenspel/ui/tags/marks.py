"""Pictures of a survey."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.ui.drawing.columns import columns as drawn_columns
from samenspel.ui.drawing.columns import mark as drawn_mark
from samenspel.ui.figures import Cell, Column, ColumnChart, DataTable, MarkChart, MarkRow
from samenspel.ui.figures.base import Text
from samenspel.ui.numbers import no_figure, number
from samenspel.ui.tags.components import data_table
from samenspel.ui.tags.library import figure, register
from samenspel.ui.tags.trends import margin


@register.simple_tag
def mark_chart(chart: MarkChart) -> SafeString:
    """The mean mark of each question as a dot with its margin, in the table that holds the numbers."""
    margins = any(row.low is not None for row in chart.rows)
    people = any(row.people is not None for row in chart.rows)
    columns = [
        Column(pgettext("chart", "Wat")), Column(pgettext("column", "Gemiddeld"), number=True),
        Column(_("Van %(low)s tot %(high)s") % {"low": number(chart.low), "high": number(chart.high)}),
        *([Column(pgettext("column", "Marge"), number=True)] if margins else []),
        *([Column(chart.other, number=True)] if chart.other else []),
        *([Column(pgettext("column", "Mensen"), number=True)] if people else []),
    ]  # fmt: skip
    rows = [_row(chart, row, margins, people) for row in chart.rows]
    table = data_table(DataTable(chart.title, columns, rows, chart.note, chart.room))
    return figure("mark_chart", chart=chart, table=table, margins=margins)


def _row(chart: MarkChart, row: MarkRow, margins: bool, people: bool) -> list[Cell | Text]:
    svg = figure("mark_dot", drawn=drawn_mark(chart, row)) if row.mean is not None or row.other is not None else ""
    mean = Cell(number(row.mean, chart.places), sub="" if row.mean is not None else row.missing)
    cells: list[Cell | Text] = [Cell(row.name, url=row.url), mean, Cell("", svg=svg)]
    if margins:
        cells.append(margin(row.low, row.high, chart.places) if row.mean is not None else "")
    if chart.other:
        cells.append(number(row.other, chart.places))
    if people:
        cells.append("" if row.people is None else number(row.people, 0))
    return cells


@register.simple_tag
def column_chart(chart: ColumnChart, table: bool = True) -> SafeString:
    """How often each mark was given, or how weights are spread; the numbers in a fold."""
    columns = [
        Column(chart.axis or pgettext("chart", "Wat")),
        Column(chart.unit or pgettext("chart", "Hoeveel"), number=True),
    ]
    rows: Sequence[Sequence[Cell | Text]] = [
        [bar.label, Cell(no_figure(), sub=bar.missing) if bar.count is None else Cell(bar.shown or number(bar.count))]
        for bar in chart.bars
    ]
    beside = data_table(DataTable(chart.title, columns, rows, room=chart.room, hide_caption=True)) if table else ""
    hidden = any(bar.count is None for bar in chart.bars)
    return figure("column_chart", chart=chart, drawn=drawn_columns(chart), table=beside, hidden=hidden)
