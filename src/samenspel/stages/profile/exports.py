"""Figures on the data page: every one with source, table, period and code."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import NOT_EXPORTED, Export, col, register
from samenspel.kernel.house.reach import ALSO, codes, pluck
from samenspel.stages.profile.models import (
    Area,
    Figure,
    FigureDraft,
    FigureFile,
    FigureRow,
    FigureTable,
    Indicator,
    IndicatorFile,
    Outlines,
    PostcodeArea,
    ReadingHabit,
    ThemeView,
)
from samenspel.stages.profile.rules import (
    rows_visible_to,
    tables_visible_to,
    views_visible_to,
    visible_to,
)
from samenspel.stages.profile.states import AreaKind

register(
    Export("areas", Area, _("Gebieden met cijfers"), [
        col("scheme"), col("code"), col("year"), col("name"), col("kind"), col("parent"), col("inhabitants"),
    ], visible=visible_to)
)  # fmt: skip
register(
    Export("indicators", Indicator, pgettext_lazy("export", "Indicatoren"), [
        col("key"), col("theme"), col("name"), col("name_en"), col("explanation"), col("explanation_en"), col("unit"),
        col("decimals"), col("better"), col("combining"), col("weight"), col("caveat"), col("caveat_en"),
    ], visible=visible_to)
)  # fmt: skip
register(
    Export("figures", Figure, pgettext_lazy("export", "Cijfers"), [
        col("indicator__key", "indicator"), col("area_scheme"), col("area_code"), col("area_year"),
        col("area_name"), col("period"), col("value"), col("status"), col("indicator__unit", "unit"),
        col("source"), col("table"), col("measured"), col("licence"), col("read_on"), col("weight"), col("spread"),
        col("node__code", "code"),
    ], visible=visible_to)
)  # fmt: skip
register(
    Export("figure_tables", FigureTable, _("Tabellen met cijfers"), [
        col("source"), col("table"), col("title"), col("period"), col("area_scheme"), col("area_year"),
        col("licence"), col("release"), col("read_at"), col("columns"), col("place__slug", "place"), col("rows"),
        col("digest"), col("report"), col("state"), col("at"),
    ], visible=tables_visible_to)
)  # fmt: skip
register(
    Export("figure_rows", FigureRow, _("Cijfers van gebieden"), [
        col("table"), col("table__source", "source"), col("table__table", "source_table"),
        col("table__period", "period"), col("code"), col("name"), col("municipality"), col("kind"), col("cells"),
        col("spread"),
    ], visible=rows_visible_to)
)  # fmt: skip
register(
    Export("outlines", Outlines, _("Kaarten van gemeenten"), [
        col("scheme"), col("municipality"), col("kind"), col("year"), col("box"), col("paths"), col("source"),
    ], visible=visible_to)
)  # fmt: skip
register(
    Export("postcode_areas", PostcodeArea, _("Postcodes met gebied"), [
        col("postcode"), col("code"), col("year"),
    ], visible=visible_to)
)  # fmt: skip
register(
    Export("indicator_files", IndicatorFile, _("Bestanden met indicatoren"), [
        col("name"), col("content"), col("at"),
    ], visible=visible_to)
)  # fmt: skip
register(
    Export("theme_views", ThemeView, _("Cijfers naast verhalen"), [
        col("cycle__slug", "cycle"), col("indicator__key", "indicator"), col("shared"), col("verdict"),
        col("explanation"), col("person", personal="direct"), col("seen_on"),
    ], visible=views_visible_to, place="cycle__place")
)  # fmt: skip

NOT_EXPORTED[FigureDraft] = "Files that somebody is still looking at; the tables that come out of them are exported."
NOT_EXPORTED[FigureFile] = "The content of such a file; it is wiped after a few days."
NOT_EXPORTED[ReadingHabit] = "How an editor read a kind of file last time; offered again at the same place."



def _around(codes: Iterable[str]) -> Q:
    """The areas of a place, all others of its municipality, and the country: what it is compared with."""
    found = Q(code__in=set(codes)) | Q(kind=AreaKind.COUNTRY)
    for city in {_city_of(code)[2:] for code in codes}:
        found |= Q(code__startswith=f"BU{city}") | Q(code__startswith=f"WK{city}") | Q(code=f"GM{city}")
    return found


def _city_of(code: str) -> str:
    return "GM" + code[2:6]


# Figures belong to official areas: a place that moves takes along those of its own areas and the ones around it.
ALSO[Area] = lambda rows: set(Area.objects.filter(_around(codes(rows))).values_list("pk", flat=True))
ALSO[Indicator] = lambda rows: set(Indicator.objects.values_list("pk", flat=True))
ALSO[FigureRow] = lambda rows: set(FigureRow.objects.filter(_around(codes(rows))).values_list("pk", flat=True))
ALSO[Outlines] = lambda rows: pluck(Outlines, "municipality", {_city_of(code) for code in codes(rows)}, "pk")
ALSO[PostcodeArea] = lambda rows: pluck(PostcodeArea, "code", codes(rows), "pk")
ALSO[IndicatorFile] = lambda rows: set(IndicatorFile.objects.values_list("pk", flat=True))
ALSO[Figure] = lambda rows: {
    *pluck(Figure, "area_code", codes(rows), "pk"),
    *Figure.objects.filter(node__place=rows.place).values_list("pk", flat=True),
}
