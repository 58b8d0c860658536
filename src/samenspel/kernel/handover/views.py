"""Pages of editions: the list, one edition, its downloads, and taking one in from a file."""

import csv
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.access.heavy import on_paper
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.exports.formats import safe_cell
from samenspel.kernel.handover import actions, queries
from samenspel.kernel.handover import changes as changed
from samenspel.kernel.handover.forms import ImportForm, ReportForm
from samenspel.kernel.handover.report import STAGE
from samenspel.kernel.handover.reporting import report


@page(Access.PUBLIC, methods=("GET",))
def editions(request: PageRequest) -> HttpResponse:
    """Everything that was published in a round."""
    found = [(e, ROOM.get(e.stage)) for e in queries.editions_of(request.cycle)]
    shown = {"editions": found, "may_report": actions.may_report(request.actor, request.cycle)}
    return render(request, "handover/editions.html", shown)


@page(Access.PUBLIC, methods=("GET",))
def edition(request: PageRequest, stage: str, number: int) -> HttpResponse:
    """One edition, with everything in it."""
    found = _edition(request, stage, number)
    if stage == STAGE:
        return render(request, "handover/report.html", {"edition": found, "report": report(found)})
    shown = {"edition": found, "room_": ROOM[found.stage], "sheets": queries.sheets(found)}
    return render(request, "handover/edition.html", shown)


@page(Access.PUBLIC, methods=("GET",))
def report_sheet(request: PageRequest, number: int, kind: str = "") -> HttpResponse:
    """The report of the round on paper, or as a PDF."""
    found = _edition(request, STAGE, number)
    at = [request.place.slug, request.cycle.slug]
    urls = {
        "back_url": reverse("handover:edition", args=[*at, STAGE, number]),
        "pdf_url": reverse("handover:report_pdf", args=[*at, number]),
    }
    shown = {"edition": found, "report": report(found), **urls}
    return on_paper(request, "handover/report_sheet.html", shown, pdf=kind and f"verslag-{'-'.join(at)}-{number}")


@page(Access.ACTION)
def publish_report(request: PageRequest) -> HttpResponse:
    """Make the report of the round."""
    only(actions.may_report, request, request.cycle)
    form = filled(ReportForm, request, heading=_("Het verslag van de ronde maken"), lead=ReportForm.about)
    if made := attempt(form, actions.publish_report, request.cycle):
        return redirect("handover:edition", request.place.slug, request.cycle.slug, STAGE, made.number)
    back = reverse("handover:editions", args=[request.place.slug, request.cycle.slug])
    shown = {"form": form, "heading": form.heading, "lead": form.lead, "back": back}
    return render(request, "action/step.html", shown)


@page(Access.PUBLIC, methods=("GET",))
def content(request: PageRequest, stage: str, number: int) -> HttpResponse:
    """The exact text that the hash was made of."""
    found = _edition(request, stage, number)
    return HttpResponse(found.content, content_type="application/json; charset=utf-8")


@page(Access.PUBLIC, methods=("GET",))
def sheet(request: PageRequest, stage: str, number: int, contract: str) -> HttpResponse:
    """One table of an edition as CSV, in the form that can be taken in again."""
    found = next((s for s in queries.sheets(_edition(request, stage, number)) if s.contract == contract), None)
    if found is None:
        raise NotThere()
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{stage}-{number}-{contract.lower()}.csv"'
    csv.writer(answer).writerows([found.columns, *([safe_cell(cell) for cell in row] for row in found.rows)])
    return answer


@page(Access.PUBLIC, methods=("GET",))
def changes(request: PageRequest, stage: str, number: int, earlier: int) -> HttpResponse:
    """What changed between two editions of a room."""
    old, new = _two(request, stage, earlier, number)
    shown = {"edition": new, "earlier": old, "room_": ROOM[stage], "sheets": changed.changes(old, new)}
    return render(request, "handover/changes.html", shown)


@page(Access.PUBLIC, methods=("GET",))
def changes_csv(request: PageRequest, stage: str, number: int, earlier: int) -> HttpResponse:
    """The same as a table."""
    old, new = _two(request, stage, earlier, number)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{stage}-{earlier}-{number}.csv"'
    rows = changed.as_rows(changed.changes(old, new))
    csv.writer(answer).writerows([safe_cell(cell) for cell in row] for row in rows)
    return answer


@page(Access.ACTION)
def take_in(request: PageRequest, stage: str) -> HttpResponse:
    """A stage that was done on paper takes its place from a spreadsheet."""
    if stage not in ROOM:
        raise NotThere()
    only(actions.may_import, request, request.cycle)
    form = filled(ImportForm, request, stage=stage)
    if made := attempt(form, actions.import_edition, request.cycle):
        return redirect("handover:edition", request.place.slug, request.cycle.slug, stage, made.number)
    return render(request, "handover/take_in.html", {"form": form, "room_": ROOM[stage]})


take_in.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


def _two(request: PageRequest, stage: str, earlier: int, number: int) -> tuple[Any, Any]:
    if stage not in ROOM or earlier >= number:
        raise NotThere()
    return _edition(request, stage, earlier), _edition(request, stage, number)


def _edition(request: PageRequest, stage: str, number: int) -> Any:
    found = queries.edition(request.cycle, stage, number)
    if found is None:
        raise NotThere()
    return found
