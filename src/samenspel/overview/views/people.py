"""Pages for somebody with a task: a party at the table, who works here, who sits in the council."""

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import ACTIONS, NotThere
from samenspel.overview.queries.council import council as for_the_council
from samenspel.overview.queries.deeds import deeds as deeds_of
from samenspel.overview.queries.waiting import waiting as waiting_for


@page(Access.PUBLIC, methods=("GET",))
def deeds(request: PageRequest, slug: str) -> HttpResponse:
    """Promises, money and plans of one party."""
    found = deeds_of(request.place, slug)
    if found is None:
        raise NotThere()
    return render(request, "overview/deeds.html", {"deeds": found})


@page(Access.ACCOUNT, methods=("GET",))
def waiting(request: PageRequest) -> HttpResponse:
    """What waits for the one who reads."""
    gives = ACTIONS["access.mandate.give"].rule(request.actor, request.place)
    facts = {"waiting": waiting_for(request.place, request.actor), "may_give": gives}
    return render(request, "overview/waiting.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def council(request: PageRequest) -> HttpResponse:
    """The neighbourhood in ten minutes."""
    return render(request, "overview/council.html", {"council": for_the_council(request.place)})
