"""What all screens about one proposal share."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import PageRequest
from samenspel.kernel.action import ACTIONS, NotAllowed, NotThere, WrongState
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.proposals import queries


def found_or_404(request: PageRequest, code: str) -> Any:
    """The proposal of this address, if this reader may see it."""
    found = queries.proposal(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def check_first(verb: str, request: PageRequest, subject: Any) -> None:
    """Say no before somebody starts typing; whoever already typed gets the no on the form."""
    info = ACTIONS[verb]
    if not info.rule(request.actor, subject):
        raise NotAllowed()
    if request.method == "GET" and not info.possible(request.actor, subject):
        raise WrongState()


def step(
    request: PageRequest, found: Any, act: Any, form_class: Any, *, guarded: bool = True, **extra: Any
) -> HttpResponse:
    """One screen about one proposal. `guarded`: two people changing it at once is noticed."""
    check_first(act.info.verb, request, found)
    form = filled(form_class, request, seen=found.version if guarded else None, **extra)
    if attempt(form, act, found) is not None:
        return redirect(found)
    if form.stale:
        form.see(found.version)
    return screen(request, form, back=found.get_absolute_url(), thing=found)


def screen(request: PageRequest, form: Any, **facts: Any) -> HttpResponse:
    """The screen of a form."""
    shown = {"form": form, "heading": form.heading, "lead": form.lead, **facts}
    return render(request, "proposals/step.html", shown)
