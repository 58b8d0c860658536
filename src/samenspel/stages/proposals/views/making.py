"""Screens of makers: hand in, amend, costs, where it comes from, stepping back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action.forms import attempt, filled, sent_before
from samenspel.stages.proposals import actions, forms, queries
from samenspel.stages.proposals.views.steps import check_first, found_or_404, screen, step


@page(Access.ACTION)
def hand_in(request: PageRequest) -> HttpResponse:
    """Hand in without an account; what looks like it is shown once, and never stops anybody."""
    check_first("proposals.proposal.hand_in", request, request.cycle)
    form = filled(forms.HandInForm, request, place=request.place.pk, priorities=queries.priorities(request.cycle))
    alike = () if sent_before(form) else queries.similar_to(form, request.cycle)
    if not alike and (made := attempt(form, actions.hand_in, request.cycle)):
        return redirect("proposals:receipt", request.place.slug, request.cycle.slug, made.code)
    if form.refused_code:
        return redirect("proposals:receipt", request.place.slug, request.cycle.slug, form.refused_code)
    if alike:
        form.replace("anyway", "1")
    may_draft = request.actor.person is not None
    return render(request, "proposals/hand_in.html", {"form": form, "alike": alike, "may_draft": may_draft})


@page(Access.ACTION)
def draft(request: PageRequest) -> HttpResponse:
    """Work on it first; only the maker sees it."""
    check_first("proposals.proposal.draft", request, request.cycle)
    form = filled(forms.DraftForm, request)
    if made := attempt(form, actions.draft_proposal, request.cycle):
        return redirect(made)
    return screen(request, form)


@page(Access.ACTION)
def hand_in_draft(request: PageRequest, code: str) -> HttpResponse:
    """The draft is good enough."""
    return step(request, found_or_404(request, code), actions.hand_in_draft, forms.HandInDraftForm)


@page(Access.ACTION)
def amend(request: PageRequest, code: str) -> HttpResponse:
    """Make the words better."""
    found = found_or_404(request, code)
    now = {name: getattr(found, name) for name in ("title", "summary", "theme", "where")}
    now["text"] = found.text.body
    return step(request, found, actions.amend, forms.AmendForm, place=request.place.pk, initial=now)


@page(Access.ACTION)
def costs(request: PageRequest, code: str) -> HttpResponse:
    """What it takes in money, time and space."""
    found = found_or_404(request, code)
    return step(request, found, actions.set_costs, forms.CostsForm, costs=queries.costs_of(found))


@page(Access.ACTION)
def answer(request: PageRequest, code: str) -> HttpResponse:
    """Where it comes from."""
    found, asked = found_or_404(request, code), queries.priorities(request.cycle)
    return step(request, found, actions.answer, forms.AnswerForm, guarded=False, priorities=asked)


@page(Access.ACTION)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Step back; nobody asks why."""
    return step(request, found_or_404(request, code), actions.withdraw, forms.WithdrawForm, place=request.place.pk)
