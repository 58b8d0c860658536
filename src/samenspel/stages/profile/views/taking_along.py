"""The figures of an area to take along: as a table, on paper, as a picture, in a page of another site."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.kernel.access.heavy import heavy, on_paper
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.exports.formats import safe_cell
from samenspel.stages.profile import queries
from samenspel.stages.profile.queries import Chosen, IndicatorRow, Reading
from samenspel.stages.profile.views import telling
from samenspel.stages.profile.views.anywhere import around_name, compass, frame
from samenspel.stages.profile.views.inked import inked
from samenspel.ui.figures import FigureCard
from samenspel.ui.views import embedded
from samenspel_sources.spreadsheet import Sheet, to_ods

COLUMNS = (
    "theme", "indicator", "name", "area", "area_name", "area_code", "area_code_year", "period", "value", "status",
    "unit", "measured", "combined", "source", "table", "licence", "read_on", "municipality_value", "compass",
)  # fmt: skip
MOST_PICTURES = 120  # from one address in ten minutes
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json",
         "ods": "application/vnd.oasis.opendocument.spreadsheet"}  # fmt: skip


@page(Access.PUBLIC, methods=("GET",))
def table(request: PageRequest, codes: str, kind: str) -> HttpResponse:
    """Every figure with its status, unit, source, table, period and licence."""
    if kind not in KINDS:
        raise NotThere()
    found = queries.chosen(codes)
    rows = list(exported(found, queries.counted_of(found.geography).rows))
    answer = HttpResponse(written(kind, found, rows), content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="cijfers-{found.codes}.{kind}"'
    return answer


def written(kind: str, found: Chosen, rows: list[list[Any]]) -> bytes:
    """The rows as a file of one kind."""
    if kind == "json":
        told = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        area = {"codes": [area.code for area in found.areas], "name": found.name}
        return json.dumps({"area": area, "figures": told}, ensure_ascii=False, indent=1).encode()
    if kind == "ods":
        return to_ods([Sheet("cijfers", list(COLUMNS), rows)])
    out = io.StringIO()
    csv.writer(out).writerows([COLUMNS, *([safe_cell(cell) for cell in row] for row in rows)])
    return ("\ufeff" + out.getvalue()).encode()


def exported(found: Chosen, rows: list[IndicatorRow]) -> Iterator[list[Any]]:
    """A row for every figure of the area; the same from another source is a row of its own."""
    for row in rows:
        yield _exported(found, row, row.own)
        for other in row.own.others:
            yield _exported(found, row, queries.straight(row.indicator, [other]))


def _exported(found: Chosen, row: IndicatorRow, reading: Reading) -> list[Any]:
    source = reading.sources[0] if reading.sources else None
    alone = source if len(reading.sources) == 1 else None
    city = row.city.value if row.city else None
    return [
        row.indicator.theme, row.indicator.key, row.indicator.name, found.codes, found.name,
        alone.area_code if alone else "", source.table_row.area_year if source else "", reading.period,
        "" if reading.value is None else format(reading.value, "f"), str(reading.status), row.indicator.unit,
        reading.measured, reading.combined, source.source if source else "", source.table if source else "",
        source.licence if source else "", source.read_on.isoformat() if source else "",
        "" if city is None else format(city, "f"),
        "" if row.score is None or not row.judged else round(row.score),
    ]  # fmt: skip


@page(Access.PUBLIC, methods=("GET",))
def paper(request: PageRequest, codes: str) -> HttpResponse:
    """The profile on sheets of A4."""
    return sheets(request, codes)


@page(Access.PUBLIC, methods=("GET",))
def pdf(request: PageRequest, codes: str) -> HttpResponse:
    """The same as a PDF that a screen reader can read."""
    return sheets(request, codes, pdf="profiel")


def sheets(request: PageRequest, codes: str, pdf: str = "") -> HttpResponse:
    """Four to eight sheets: what goes well, the compass, and every theme."""
    found = queries.chosen(codes)
    counted = queries.counted_of(found.geography)
    drawn = compass(found, counted)
    facts = frame(found) | {
        "drawn": drawn, "svg": inked(drawn.svg) if drawn else "",
        "well": telling.well(counted.rows), "known": telling.known(counted.rows),
        "themes": [theme for theme in counted.themes if theme.known],
        "sources": telling.sources(counted.rows), "back_url": reverse("areas:area", args=[found.codes]),
        "pdf_url": reverse("areas:pdf", args=[found.codes]),
    }  # fmt: skip
    return on_paper(request, "profile/area/paper.html", facts, pdf=f"{pdf}-{found.codes}" if pdf else "")


@page(Access.PUBLIC, methods=("GET",))
def embed(request: PageRequest, codes: str, indicator: str) -> HttpResponse:
    """One figure for in a page of another site."""
    return embedded(request, card_of(request, *line(codes, indicator)))


def line(codes: str, indicator: str) -> tuple[Chosen, IndicatorRow]:
    """One figure of an area, if there is one."""
    found = queries.chosen(codes)
    row = queries.line_of(found.geography, indicator)
    if row is None:
        raise NotThere()
    return found, row


def card_of(request: PageRequest, found: Chosen, row: IndicatorRow) -> FigureCard:
    """A figure with what it is compared with and where it comes from."""
    city = row.city
    compared = _("%(area)s: %(figure)s") % {"area": around_name(found), "figure": city.shown} if city else ""
    source = row.source.origin if row.source else ""
    if row.source and not row.source.measured:
        source += ", " + _("een schatting")
    url = request.build_absolute_uri(reverse("areas:area", args=[found.codes]))
    return FigureCard(row.indicator.shown_name, row.own.shown, "", compared, source, url, place=found.name)


@page(Access.PUBLIC, methods=("GET",))
def picture(request: PageRequest, codes: str) -> HttpResponse:
    """A picture to send around: one figure, with its source on it."""
    from samenspel.ui.social import card

    found = queries.chosen(codes)
    rows = queries.counted_of(found.geography).rows
    made = card_of(request, found, best_of(rows, request.GET.get("cijfer", "")))
    with heavy(request, "picture", MOST_PICTURES):
        image = card(str(made.title), str(made.value), "", str(made.compared), str(made.source), place=found.name)
    answer = HttpResponse(image, content_type="image/png")
    answer["Cache-Control"] = "public, max-age=3600"
    return answer


def best_of(rows: list[IndicatorRow], asked: str) -> IndicatorRow:
    """The figure that was asked for, else one that goes well."""
    best = sorted((r for r in rows if r.own.value is not None), key=lambda r: (r.indicator.key != asked, -_good(r)))
    if not best:
        raise NotThere()
    return best[0]


def _good(row: IndicatorRow) -> float:
    return row.score if row.judged and row.score is not None else 0.0
