"""Screens of those who look, weigh, tell and answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.stages.proposals import actions, forms, queries
from samenspel.stages.proposals.views.steps import check_first, found_or_404, screen, step


@page(Access.ACTION)
def check(request: PageRequest, code: str) -> HttpResponse:
    """Look whether it can be done."""
    found = found_or_404(request, code)
    known = queries.feasibility(found)
    return step(request, found, actions.check_feasibility, forms.CheckForm, guarded=False, known=known)


@page(Access.ACTION)
def contact(request: PageRequest, code: str) -> HttpResponse:
    """Name the one person to ask."""
    found = found_or_404(request, code)
    now = {"name": found.contact_name, "reach": found.contact_reach, "stand_in": found.contact_stand_in}
    return step(request, found, actions.name_contact, forms.ContactForm, guarded=False, initial=now)


@page(Access.ACTION)
def weigh(request: PageRequest, code: str) -> HttpResponse:
    """An early yes or no."""
    found = found_or_404(request, code)
    return step(request, found, actions.weigh_provisionally, forms.WeighForm)


@page(Access.ACTION)
def tell(request: PageRequest, code: str) -> HttpResponse:
    """The maker hears it from a person first."""
    return step(request, found_or_404(request, code), actions.tell_submitter, forms.TellForm)


@page(Access.ACTION)
def decide(request: PageRequest, code: str) -> HttpResponse:
    """The answer."""
    found = found_or_404(request, code)
    return step(request, found, actions.decide, forms.DecideForm, initial={"next_step": found.next_step})


@page(Access.ACTION)
def merge(request: PageRequest, code: str) -> HttpResponse:
    """Go on as one, when both makers say yes."""
    return step(request, found_or_404(request, code), actions.merge, forms.MergeForm)


@page(Access.ACTION)
def hide(request: PageRequest, code: str) -> HttpResponse:
    """Take away what hurts or names somebody."""
    return step(request, found_or_404(request, code), actions.hide_proposal, forms.HideForm)


@page(Access.ACTION)
def show(request: PageRequest, code: str) -> HttpResponse:
    """Put back what should not have been taken away."""
    return step(request, found_or_404(request, code), actions.show_proposal, forms.ShowForm)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give the list a number."""
    check_first("proposals.edition.publish", request, request.cycle)
    form = filled(PublishForm, request, heading=_("De voorstellen uitgeven"))
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect("proposals:index", request.place.slug, request.cycle.slug)
    return screen(request, form)
