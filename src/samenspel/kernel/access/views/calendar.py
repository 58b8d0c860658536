"""Pages about who decides what, and when."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.cycle import actions, forms, queries, rules

BODY = ("name", "kind", "decides", "advises", "reach", "source")


@page(Access.PUBLIC, methods=("GET",))
def calendar(request: PageRequest) -> HttpResponse:
    """The dates of the municipality in this round."""
    items = queries.calendar_of(request.cycle)
    context = {
        "items": items,
        "bodies": any(item.body_id for item in items),
        "warnings": queries.warnings(request.cycle),
        "may_keep": rules.may_keep_calendar(request.actor, request.cycle),
    }
    return render(request, "cycle/calendar.html", context)


@page(Access.ACCOUNT)
def add_date(request: PageRequest) -> HttpResponse:
    """Put a date on the calendar."""
    only(rules.may_keep_calendar, request, request.cycle)
    form = filled(forms.CalendarForm, request, bodies=queries.bodies_of(request.place))
    if attempt(form, actions.add_date, request.cycle):
        return redirect("cycle:calendar", place=request.place.slug, cycle=request.cycle.slug)
    return render(request, "cycle/date.html", {"form": form})


@page(Access.ACCOUNT)
def change_date(request: PageRequest, pk: int) -> HttpResponse:
    """Move a date, with a reason."""
    only(rules.may_keep_calendar, request, request.cycle)
    item = queries.calendar_item(request.cycle, pk)
    if item is None:
        raise NotThere(_("Deze datum staat niet op de kalender."))
    known = {"date": item.date, "must_arrive_by": item.must_arrive_by}
    form = filled(forms.ChangeDateForm, request, initial=known)
    if attempt(form, actions.change_date, item):
        return redirect("cycle:calendar", place=request.place.slug, cycle=request.cycle.slug)
    return render(request, "cycle/date.html", {"form": form, "item": item})


@page(Access.PUBLIC, methods=("GET",))
def bodies(request: PageRequest) -> HttpResponse:
    """Who decides about what in this place."""
    context = {
        "bodies": queries.bodies_of(request.place),
        "may_name": rules.may_name_body(request.actor, request.place),
    }
    return render(request, "cycle/bodies.html", context)


@page(Access.ACCOUNT)
def add_body(request: PageRequest) -> HttpResponse:
    """Name a body that decides or advises."""
    only(rules.may_name_body, request, request.place)
    form = filled(forms.BodyForm, request)
    if attempt(form, actions.add_body, request.place):
        return redirect("cycle:bodies", place=request.place.slug)
    return render(request, "cycle/body.html", {"form": form})


@page(Access.ACCOUNT)
def change_body(request: PageRequest, pk: int) -> HttpResponse:
    """Describe a body again."""
    only(rules.may_name_body, request, request.place)
    body = queries.body(request.place, pk)
    if body is None:
        raise NotThere(_("Deze groep kennen wij niet."))
    known = {name: getattr(body, name) for name in BODY}
    form = filled(forms.BodyForm, request, seen=body.version, initial=known)
    if attempt(form, actions.describe_body, body):
        return redirect("cycle:bodies", place=request.place.slug)
    return render(request, "cycle/body.html", {"form": form, "body": body})
