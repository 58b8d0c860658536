"""Openness: the journal, search, who may do what, and all data."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.access.heavy import heavy
from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import ACTIONS, BadInput, NotThere
from samenspel.kernel.exports import Export, registered
from samenspel.kernel.exports.database import as_database
from samenspel.kernel.exports.formats import as_csv, as_json, as_ods
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.journal import queries as journal
from samenspel.overview.queries.openness import did_you_mean, found_things, journal_rows, tables, who_may

MOST_ODS_ROWS = 20_000  # a workbook is made in memory
MOST_FILES = 6  # of everything, from one address
KINDS = {"csv": "text/csv", "json": "application/json", "ods": "application/vnd.oasis.opendocument.spreadsheet"}


@kept
@page(Access.PUBLIC, methods=("GET",))
def journal_page(request: PageRequest) -> HttpResponse:
    """Everything that happened here."""
    pages = Paginator(journal.entries_of(request.place.pk), 50)
    shown = pages.get_page(request.GET.get("page"))
    facts = {"page_obj": shown, "rows": journal_rows(shown), "head": journal.head_of(request.place.pk)}
    return render(request, "overview/journal.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def search(request: PageRequest) -> HttpResponse:
    """Find things by word or code."""
    words = request.GET.get("q", "").strip()[:100]
    shown = Paginator(found_things(request.place.pk, words), 25).get_page(request.GET.get("page"))
    near = did_you_mean(request.place.pk, words) if words and not shown.paginator.count else []
    return render(request, "overview/search.html", {"words": words, "page_obj": shown, "near": near})


@page(Access.PUBLIC, methods=("GET",))
def who_may_what(request: PageRequest) -> HttpResponse:
    """Every act, who may do it, and who holds which role here."""
    place = getattr(request, "place", None)
    gives = place is not None and ACTIONS["access.mandate.give"].rule(request.actor, place)
    return render(request, "overview/who.html", {**who_may(place), "may_give": gives})


@page(Access.PUBLIC, methods=("GET",))
def data(request: PageRequest) -> HttpResponse:
    """All tables, with what each column means."""
    return render(request, "overview/data.html", {"tables": tables()})


@page(Access.PUBLIC, methods=("GET",))
def table(request: PageRequest, name: str, kind: str) -> HttpResponse | StreamingHttpResponse:
    """One table, as CSV, JSON or ODS."""
    export = registered().get(name)
    if export is None or kind not in KINDS:
        raise NotThere()
    rows = plain_rows(export, request.actor)
    answer: HttpResponse | StreamingHttpResponse
    if kind == "ods":
        answer = HttpResponse(_workbook(export, rows), content_type=KINDS[kind])
    else:
        pieces = as_csv(export, rows) if kind == "csv" else as_json(export, rows)
        answer = StreamingHttpResponse(pieces, content_type=f"{KINDS[kind]}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer


@page(Access.PUBLIC, methods=("GET",))
def everything(request: PageRequest) -> FileResponse:
    """All open tables in one SQLite file."""
    with heavy(request, "everything", MOST_FILES):
        file = as_database(registered(), request.actor)
    return FileResponse(file, as_attachment=True, filename="alles.sqlite3", content_type="application/vnd.sqlite3")


def _workbook(export: Export, rows: Iterator[list[Any]]) -> bytes:
    """A table as a workbook, unless it is too large to make in memory."""
    held = list(islice(rows, MOST_ODS_ROWS + 1))
    if len(held) > MOST_ODS_ROWS:
        raise BadInput(_("Deze tabel is te groot voor een rekenblad. Neem hem als csv mee."))
    return as_ods(export, held)
