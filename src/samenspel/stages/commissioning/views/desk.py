"""What a desk does during a vote: codes, and ballots on paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots.forms import DeskForm, IssueForm, SerialForm, StackForm
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotAllowed, Refused, WrongState
from samenspel.stages.commissioning import queries
from samenspel.stages.commissioning.forms import LetterForm


@page(Access.ACTION)
def codes(request: PageRequest, code: str) -> HttpResponse:
    """Make a stack of codes; they are shown once, to print."""
    call = _boxed(request, code, ballots.issue_codes)
    form = IssueForm(request.POST or None)
    issued = _tried(form, lambda: ballots.issue_codes(call.box, by=request.actor, **form.cleaned_data))
    return _page(request, "codes", call, form=form, issued=issued, other=SerialForm())


@page(Access.ACTION)
def reissue(request: PageRequest, code: str) -> HttpResponse:
    """The old code stops, a new one works."""
    call = _boxed(request, code, ballots.reissue_code)
    form = SerialForm(request.POST or None)
    made = _tried(form, lambda: ballots.reissue_code(call.box, by=request.actor, **form.cleaned_data))
    return _page(request, "codes", call, form=IssueForm(), issued=[made] if made else None, other=form)


@page(Access.ACTION)
def block(request: PageRequest, code: str) -> HttpResponse:
    """A code no longer works."""
    call = _boxed(request, code, ballots.block_code)
    form = SerialForm(request.POST or None)
    done = _tried(form, lambda: ballots.block_code(call.box, by=request.actor, **form.cleaned_data))
    return _page(request, "codes", call, form=IssueForm(), blocked=done, other=form)


@page(Access.ACTION)
def paper(request: PageRequest, code: str) -> HttpResponse:
    """Type in a paper ballot; the same checks as on the web."""
    call = _boxed(request, code, ballots.block_code)
    options = list(call.box.options.order_by("pk"))
    form = DeskForm(request.POST or None, box=call.box, options=options)
    by = _on_paper(request.actor)

    def cast() -> ballots.Slip:
        filled = ballots.fill_envelope(call.box, by=by, digest=form.digest, picks=form.cleaned_data["picks"])
        return ballots.cast_ballot(call.box, by=by, filled=filled)

    slip = _tried(form, cast)
    fresh = DeskForm(box=call.box, options=options) if slip else form
    return _page(request, "paper", call, form=fresh, slip=slip, stack=StackForm())


@page(Access.ACTION)
def stack(request: PageRequest, code: str) -> HttpResponse:
    """Say how many paper ballots were in the stack that was typed in."""
    call = _boxed(request, code, ballots.report_stack)
    form = StackForm(request.POST or None)
    done = _tried(form, lambda: ballots.report_stack(call.box, by=request.actor, **form.cleaned_data))
    blank = DeskForm(box=call.box, options=list(call.box.options.order_by("pk")))
    return _page(request, "paper", call, form=blank, stack=form if not done else StackForm(), reported=done)


def _on_paper(actor: Actor) -> Actor:
    """The desk acts, but nothing of who did it goes into the box."""
    return replace(actor, channel=Channel.PAPER)


def _boxed(request: PageRequest, code: str, act: Any) -> Any:
    call = queries.call(request.cycle, request.actor, code)
    if not act.info.rule(request.actor, call):
        raise NotAllowed()
    if not call.box or not call.box.sealed or call.state not in ("draft", "open"):
        raise WrongState()
    return call


def _tried(form: Any, act: Callable[[], Any]) -> Any:
    """Do it when the form is good; a refusal stands on the form."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return act()
    except Refused as refusal:
        form.add_error(None, str(refusal.message))
        return None


def _page(request: PageRequest, name: str, call: Any, **facts: Any) -> HttpResponse:
    answer = render(request, f"commissioning/{name}.html", {"call": call, "letter_form": LetterForm(), **facts})
    answer["Cache-Control"] = "no-store"
    return answer
