"""The list, one proposal, and the receipt of what was handed in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.stages.proposals import queries
from samenspel.stages.proposals.views.steps import found_or_404


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What people want to do here, by date."""
    asked = {name: request.GET.get(name, "")[:80].replace("\x00", "") for name in ("state", "theme", "page")}
    found = queries.listing(request.cycle, request.actor, **asked)
    facts = {"listing": found, "page_obj": found.page, "rows": queries.rows(found.page), "states": queries.choices()}
    facts["may_publish"] = queries.may_publish(request.actor, request.cycle)
    return render(request, "proposals/proposals.html", {**facts, "steps": queries.first_steps(request.cycle)})


@page(Access.PUBLIC, methods=("GET",))
def proposal(request: PageRequest, code: str) -> HttpResponse:
    """One proposal: what it takes, whether it can be done, the answer and the reason."""
    found = found_or_404(request, code)
    lines = queries.cost_rows(found)
    facts = {
        "proposal": found,
        "costs": queries.cost_table(lines),
        "checks": queries.check_table(queries.feasibility(found)),
        "links": queries.links(found),
        "sees_weighing": queries.sees_weighing(request.actor, found),
        "choices": queries.choices_for(request.actor, found),
    }
    return render(request, "proposals/proposal.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def receipt(request: PageRequest, code: str) -> HttpResponse:
    """A slip with the code, to keep or to print."""
    found = found_or_404(request, code)
    return render(request, "proposals/receipt.html", {"proposal": found, "slip": queries.slip(found)})
