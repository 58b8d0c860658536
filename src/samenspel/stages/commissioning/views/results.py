"""The result of a vote, and the files with which anybody can check it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from samenspel.instruments.ballots import queries as ballots
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.stages.commissioning import queries
from samenspel.stages.commissioning.queries.others import before_others

RECEIPTS = 200


def _counted(request: PageRequest, code: str) -> Any:
    found = queries.call(request.cycle, request.actor, code)
    if not found.has_result:
        raise NotThere()
    return found


@page(Access.PUBLIC, methods=("GET",))
def result(request: PageRequest, code: str) -> HttpResponse:
    """These plans get money, and why."""
    call = _counted(request, code)
    found = queries.result(call)
    facts = {"call": call, "result": found, "pot": queries.pot(call, found), "tables": queries.tables(found)}
    facts["before_others"] = before_others(call, found.others)
    if call.box and call.box.sealed:
        facts["turnout"] = ballots.turnout(call.box)
    return render(request, "commissioning/result.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def result_csv(request: PageRequest, code: str) -> HttpResponse:
    """The result as a table."""
    return _file(queries.csv_text(_counted(request, code)), "text/csv; charset=utf-8", f"uitslag-{code}.csv")


@page(Access.PUBLIC, methods=("GET",))
def result_json(request: PageRequest, code: str) -> HttpResponse:
    """The certificate."""
    return _file(queries.json_text(_counted(request, code)), "application/json", f"uitslag-{code}.json")


@page(Access.PUBLIC, methods=("GET",))
def result_pb(request: PageRequest, code: str) -> HttpResponse:
    """All ballots without names, when the rules said so beforehand."""
    text = queries.pb_text(_counted(request, code))
    if text is None:
        raise NotThere()
    return _file(text, "text/plain; charset=utf-8", f"stemmen-{code}.pb")


@page(Access.PUBLIC, methods=("GET",))
def receipts(request: PageRequest, code: str) -> HttpResponse:
    """Every receipt that was in the box."""
    call = _counted(request, code)
    typed = request.GET.get("bon", "")[:40]
    found = ballots.receipts(call.box, typed) if call.box else ()
    shown = Paginator(found, RECEIPTS).get_page(request.GET.get("page"))
    facts = {"call": call, "page_obj": shown, "typed": typed, "codes": queries.receipt_codes(shown)}
    return render(request, "commissioning/receipts.html", facts)


def _file(text: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
