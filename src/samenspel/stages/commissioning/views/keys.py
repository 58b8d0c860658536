"""The page of a key holder: see the own part once, say that it is kept, and hand it in to count."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import WrongState
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.commissioning import actions, forms, queries, tasks


@page(Access.ACCOUNT)
def part(request: PageRequest, code: str) -> HttpResponse:
    """How far the holder is; sent, it shows the part, on this page only."""
    call, holder = queries.held(request.cycle, request.actor, code)
    form = filled(forms.ConfirmForm, request)
    if shown := attempt(form, ballots.show_part, holder):
        return _page(request, call, shown, forms.ConfirmForm())
    return _page(request, call, holder, form)


@page(Access.ACCOUNT, methods=("POST",))
def taken(request: PageRequest, code: str) -> HttpResponse:
    """The holder has it on paper; it is never shown again."""
    call, holder = queries.held(request.cycle, request.actor, code)
    form = filled(forms.ConfirmForm, request)
    if attempt(form, ballots.take_part, holder):
        return redirect(call.address("key"))
    return _page(request, call, holder, form)


@page(Access.ACCOUNT)
def hand_in(request: PageRequest, code: str) -> HttpResponse:
    """The first holder's part waits, locked; the second one's opens the box."""
    call, holder = queries.held(request.cycle, request.actor, code)
    if not holder.ready or call.state != "closed":
        raise WrongState()
    form = filled(forms.PartForm, request)
    if _hand_in(form, call, holder):
        return redirect(call.address("key"))
    return _page(request, call, holder, form, "key_hand_in")


def _hand_in(form: Any, call: Any, holder: Any) -> Any:
    if queries.part_waits(holder):
        return attempt(form, actions.unlock_call, call, start=tasks.count_votes)
    return attempt(form, ballots.hand_in_part, holder)


def _page(request: PageRequest, call: Any, holder: Any, form: Any, name: str = "key") -> HttpResponse:
    answer = render(request, f"commissioning/{name}.html", {"call": call, "holder": holder, "form": form})
    answer["Cache-Control"] = "no-store"
    return answer
