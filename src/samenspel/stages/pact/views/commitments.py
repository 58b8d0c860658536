"""The pages of a promise."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.stages.pact import actions, forms, queries
from samenspel.stages.pact.views.common import check, screen, step, there


@page(Access.PUBLIC, methods=("GET",))
def commitment(request: PageRequest, code: str) -> HttpResponse:
    """One promise: who gives what to whom, by when, and how it went."""
    found = _commitment(request, code)
    before, after = links_of(found.node)
    facts = {
        "commitment": found,
        "before": before,
        "after": after,
        "choices": queries.choices_for(request.actor, found),
    }
    return render(request, "pact/commitment.html", facts)


@page(Access.ACTION)
def promise(request: PageRequest) -> HttpResponse:
    """Promise something."""
    check("pact.commitment.promise", request, request.cycle)
    own, others = queries.speakers(request.actor, request.place), queries.parties_here(request.place)
    pacts, now = queries.pacts_to_join(request.cycle, request.actor), {"pact": request.GET.get("pact")}
    kwargs = {"speakers": own, "others": others, "pacts": pacts, "initial": now}
    form = filled(forms.PromiseForm, request, request.place.pk, **kwargs)
    if made := attempt(form, actions.promise, request.cycle):
        return redirect(made)
    return screen(request, form)


@page(Access.ACTION)
def keep(request: PageRequest, code: str) -> HttpResponse:
    """It was done."""
    return step(request, _commitment(request, code), actions.keep_promise, forms.KeepForm)


@page(Access.ACTION)
def renegotiate(request: PageRequest, code: str) -> HttpResponse:
    """Another day, with a reason."""
    return step(request, _commitment(request, code), actions.renegotiate, forms.RenegotiateForm)


@page(Access.ACTION)
def step_back(request: PageRequest, code: str) -> HttpResponse:
    """It does not work out now; nobody asks why."""
    return step(request, _commitment(request, code), actions.step_back, forms.StepBackForm)


@page(Access.ACTION)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Take it back, with a reason."""
    return step(request, _commitment(request, code), actions.withdraw, forms.WithdrawForm)


@page(Access.ACTION)
def late(request: PageRequest, code: str) -> HttpResponse:
    """The day has passed."""
    return step(request, _commitment(request, code), actions.mark_late, forms.LateForm)


@page(Access.ACTION)
def not_answered(request: PageRequest, code: str) -> HttpResponse:
    """Nobody answered."""
    return step(request, _commitment(request, code), actions.mark_not_answered, forms.NotAnsweredForm)


@page(Access.ACTION)
def remind(request: PageRequest, code: str) -> HttpResponse:
    """Send a friendly nudge."""
    return step(request, _commitment(request, code), actions.remind, forms.RemindForm)


@page(Access.ACTION)
def connect(request: PageRequest, code: str) -> HttpResponse:
    """Say with what it came."""
    return step(request, _commitment(request, code), actions.connect, forms.ConnectForm, guarded=False)


def _commitment(request: PageRequest, code: str) -> Any:
    return there(queries.commitment(request.cycle, code, request.actor))
