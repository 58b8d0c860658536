"""Maps with ready outlines: of one year, and small ones of several years."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.ui.drawing import atlas, map_list, map_years
from samenspel.ui.drawing.atlas import NOTHING, Entry
from samenspel.ui.figures import Cell, Column, DataTable
from samenspel.ui.figures.base import Text
from samenspel.ui.figures.maps import MapYears, ShapeMap
from samenspel.ui.tags.components import data_table
from samenspel.ui.tags.library import figure, register

MOST_ROWS = 40  # areas in the table beside small maps; a longer list is on the page of the year


@register.simple_tag
def shape_map(map: ShapeMap, list: bool = True) -> SafeString:  # noqa: A002  the word page builders use
    """A map of one figure over the full width, its classes in words, and every area in a list."""
    values = [map.values.get(code, NOTHING) for code in map.outlines.shapes]
    write = atlas.writer(map.values, map.places)
    return figure(
        "shape_map",
        map=map,
        svg=mark_safe(atlas.drawing(map, write)),  # noqa: S308  every text in it is escaped there
        legend=_legend(atlas.legend(map.limits, values), map.own),
        list=mark_safe(map_list.value_list(map, write)) if list else "",  # noqa: S308
    )


def _legend(entries: Sequence[Entry], own: Sequence[str]) -> list[Entry]:
    mine = [Entry("own", _("dit gebied") if len(own) == 1 else _("deze gebieden"))] if own else []
    return [*entries, *mine]


@register.simple_tag
def small_maps(years: MapYears) -> SafeString:
    """The same map of several years; the numbers of the own areas stand in a table."""
    named = map_years.names(years)
    every = [value for year in years.years for value in year.values.values()]
    return figure(
        "map_years",
        years=years,
        outlines=mark_safe(map_years.outlines(years, named)),  # noqa: S308
        maps=[(year, mark_safe(map_years.small_map(years, year, named))) for year in years.years],  # noqa: S308
        legend=_legend([Entry(one.style, one.words) for one in atlas.legend(years.limits, every)], years.own),
        table=_table(years),
    )


def _table(years: MapYears) -> SafeString:
    shapes = years.outlines.shapes
    codes = [code for code in dict.fromkeys(years.own) if code in shapes]
    if not codes or len(shapes) <= MOST_ROWS:
        others = sorted((code for code in shapes if code not in codes), key=lambda code: shapes[code].name)
        codes += others[: MOST_ROWS - len(codes)]
    write = atlas.writer({f"{n}{c}": v for n, year in enumerate(years.years) for c, v in year.values.items()},
                         years.places)  # fmt: skip
    rows: list[list[Cell | Text]] = [
        [shapes[code].name, *(write(year.values.get(code, NOTHING)) for year in years.years)] for code in codes
    ]
    if years.whole:
        rows.append([years.whole_name, *(years.whole.get(str(year.label), _no()) for year in years.years)])
    columns = [Column(pgettext("map", "Gebied")), *(Column(year.label, number=True) for year in years.years)]
    return data_table(DataTable(years.title, columns, rows, room=years.room, hide_caption=True, dense=True))


def _no() -> str:
    return pgettext("missing number", "geen cijfer")
