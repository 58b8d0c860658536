"""Pages that bring one subject together from several rooms: money, promises, rules in the way."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from samenspel.instruments.questions import queries as questions
from samenspel.kernel.access.holding import organisers_of
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.overview.queries.subjects import money_page, promises_page, rule_rows, where_to_ask


@page(Access.PUBLIC, methods=("GET",))
def money(request: PageRequest) -> HttpResponse:
    """What the neighbourhood holds itself, and the other money that works here."""
    return render(request, "overview/money.html", money_page(request.place))


@page(Access.PUBLIC, methods=("GET",))
def promises(request: PageRequest) -> HttpResponse:
    """Who promised what, and how it went; every party on the same chair."""
    return render(request, "overview/promises.html", promises_page(request.place))


@page(Access.PUBLIC, methods=("GET",))
def rules(request: PageRequest) -> HttpResponse:
    """Rules that block people, and what their owner says."""
    pages = Paginator(questions.rules_in_the_way(request.place), 50)
    shown = pages.get_page(request.GET.get("page"))
    context = {"page_obj": shown, "rows": rule_rows(shown), "ask_url": where_to_ask(request.place)}
    if not context["rows"] and not request.place.desk_name:
        context["organisers"] = organisers_of(request.place)
    return render(request, "overview/rules.html", context)
