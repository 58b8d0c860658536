"""Pages about roles and interests in a place."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access import actions, forms, queries, rules
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.cycle.forms import ReasonForm
from samenspel.kernel.people.forms import ConfirmForm
from samenspel.kernel.people.queries import parties_at


@page(Access.PUBLIC, methods=("GET",))
def mandates(request: PageRequest) -> HttpResponse:
    """Who may do what in this place, given by whom; who has which interest; who looked in."""
    context = {
        "mandates": queries.mandates_at(request.place),
        "conflicts": queries.conflicts_at(request.place),
        "sessions": queries.staff_sessions(request.place)[:20],
        "may_give": rules.may_give(request.actor, request.place),
    }
    return render(request, "access/mandates.html", context)


@page(Access.ACCOUNT)
def give(request: PageRequest) -> HttpResponse:
    """Give somebody a role."""
    only(rules.may_give, request, request.place)
    form = filled(forms.MandateForm, request, parties=parties_at(request.place))
    if attempt(form, actions.give_mandate, request.place):
        messages.success(request, _("Bewaard. Iedereen kan dit nu lezen."))
        return redirect("access:mandates", place=request.place.slug)
    return render(request, "access/give.html", {"form": form})


def _mandate(request: PageRequest, pk: int) -> Mandate:
    found = queries.mandate(pk)
    if found is None or found.place_id != request.place.pk:
        raise NotThere(_("Deze rol kennen wij niet."))
    return found


@page(Access.ACCOUNT)
def end(request: PageRequest, pk: int) -> HttpResponse:
    """End a role, with a reason."""
    only(rules.may_end, request, request.place)
    found = _mandate(request, pk)
    form = filled(ReasonForm, request)
    if attempt(form, actions.end_mandate, found):
        return redirect("access:mandates", place=request.place.slug)
    return render(request, "access/end.html", {"form": form, "mandate": found})


@page(Access.ACCOUNT)
def lay_down(request: PageRequest, pk: int) -> HttpResponse:
    """Step back from a role; no reason is asked."""
    found = _mandate(request, pk)
    only(rules.may_lay_down, request, found)
    form = filled(ConfirmForm, request)
    if attempt(form, actions.lay_down_mandate, found):
        return redirect("people:me")
    return render(request, "access/lay_down.html", {"form": form, "mandate": found})


@page(Access.ACCOUNT)
def conflict(request: PageRequest) -> HttpResponse:
    """Say openly that something touches you."""
    form = filled(forms.ConflictForm, request, initial={"node_code": request.GET.get("code", "")[:20]})
    if attempt(form, actions.declare_conflict, request.place):
        messages.success(request, _("Dank u. U beslist hier niet over mee."))
        return redirect("access:mandates", place=request.place.slug)
    return render(request, "access/conflict.html", {"form": form})
