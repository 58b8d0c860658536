"""Voting in four screens. Everything travels in the body of the request; nothing is kept between them.

The browser may keep a screen for its own Back button, until the ballot is in: the receipt wipes what it kept.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.forms import CodeForm, PaperForm, digest_in, picks_in, receipt_in, receipt_note
from samenspel.instruments.ballots.rules.codes import receipt_code
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import Refused, WrongState
from samenspel.stages.commissioning import queries
from samenspel.stages.commissioning.queries.told import told

VOTER = Actor()  # whoever is logged in votes like everybody else: nobody is noted
NOT_OPEN = _("U kunt hier nu niet stemmen. Er is niets gebeurd. Op de pagina van de ronde staat wanneer het kan.")


class Closed(WrongState):
    """There is no voting here now; what was picked before goes from the screen of a computer that others use."""

    forget, default = True, NOT_OPEN


@page(Access.PUBLIC)
def vote(request: PageRequest, code: str) -> HttpResponse:
    """Step 1: what is your code?"""
    call = _open(request, code)
    form = CodeForm(request.POST or None, box=call.box)
    if form.is_bound and form.is_valid():
        picked = PaperForm(request.POST, box=call.box).picks
        return _paper(request, call, form.ticket, picked, 1)
    picked = PaperForm(request.POST, box=call.box).picks
    return _page(request, "code", call, 1, form.status, form=form, picks=picked)


@page(Access.PUBLIC)
def choose(request: PageRequest, code: str) -> HttpResponse:
    """Step 2: which plans do you want? One theme per screen."""
    call = _open(request, code)
    form = PaperForm(request.POST, box=call.box)
    if request.method != "POST" or not form.is_valid():
        return _again(request, call, form)
    to, paper = form.cleaned_data["to"], _lines(call, form.picks, form.digest)
    if "HX-Request" in request.headers:
        return _live(request, call, form, paper)
    ready = to == "check" or (to == "next" and form.number >= len(paper.themes))
    if ready and not paper.problems:
        return _page(request, "check", call, 3, ticket=form.cleaned_data["ticket"], paper=paper)
    stuck = ready or paper.too_much
    number = form.number + {"next": 0 if stuck else 1, "back": -1}.get(to, 0)
    return _paper(request, call, form.cleaned_data["ticket"], form.picks, number, warn=stuck and to not in ("here", ""))


@page(Access.PUBLIC)
def cast(request: PageRequest, code: str) -> HttpResponse:
    """Step 4: the ballot is in. The receipt has an address of its own, so loading it again casts nothing."""
    if request.method != "POST":
        return _receipt(request, code)
    box = queries.open_box(request.cycle, code) or _open(request, code).box
    ticket, picks = request.POST.get("ticket", ""), picks_in(request.POST)
    digest = digest_in(box, ticket)
    if not digest:
        return _again(request, _open(request, code), PaperForm(request.POST, box=box))
    try:
        filled = ballots.fill_envelope(box, by=VOTER, digest=digest, picks=picks)
        slip = ballots.cast_ballot(box, by=VOTER, filled=filled)
    except Refused as refusal:
        return _paper(request, _open(request, code), ticket, picks, 1, refusal=refusal.message)
    return _wiped(HttpResponseRedirect(f"{request.path}?bon={receipt_note(box, slip.digest)}"))


def _receipt(request: PageRequest, code: str) -> HttpResponse:
    """The receipt for a few minutes, also when the vote closes meanwhile."""
    call = queries.call(request.cycle, request.actor, code)
    digest = receipt_in(call.box, request.GET.get("bon", "")) if call.box else None
    if digest is None:
        return redirect(call.address("vote"))
    answer = _page(request, "receipt", call, 4, receipt=digest and receipt_code(digest), digest=digest)
    return _wiped(answer)


def _open(request: PageRequest, code: str) -> Any:
    call = queries.call(request.cycle, request.actor, code)
    if call.state != "open" or not call.box:
        raise Closed
    return call


def _lines(call: Any, picks: Sequence[str], order: str) -> boxes.Paper:
    return boxes.paper(boxes.rules_of(call.box), list(call.box.options.order_by("pk")), picks, order)


def _live(request: PageRequest, call: Any, form: PaperForm, paper: boxes.Paper) -> HttpResponse:
    """The answer to a tick, or to a page that is shown again. What went wrong before goes when it is so no more."""
    theme, said = paper.theme(form.number), form.cleaned_data["said"]
    facts: dict[str, Any] = {"theme": theme, "paper": paper, "standing": paper.standing(theme)}
    return _page(request, "live", call, 2, changed=said and said != paper.complaint, **facts)


def _paper(
    request: PageRequest,
    call: Any,
    ticket: str,
    picks: Sequence[str],
    number: int,
    *,
    warn: bool = False,
    refusal: Any = "",
) -> HttpResponse:
    """A theme of the ballot paper. The order is drawn from the ticket's digest, so it stays while one votes."""
    form = PaperForm({"ticket": ticket}, box=call.box)
    if not form.is_valid():
        return _again(request, call, form)
    paper = _lines(call, picks, form.digest)
    theme = paper.theme(number)
    facts: dict[str, Any] = {"ticket": ticket, "paper": paper, "theme": theme, "outside": paper.outside(theme)}
    facts |= {"lines": told(call, theme), "standing": paper.standing(theme)}
    facts["again"] = theme.number == 1 and boxes.voted_before(call.box, form.digest)
    return _page(request, "choose", call, 2, refusal=refusal, warn=warn, **facts)


def _again(request: PageRequest, call: Any, form: PaperForm) -> HttpResponse:
    """Back to the code, with what was picked kept in the page."""
    if request.method != "POST":
        return redirect(call.address("vote"))
    if "HX-Request" in request.headers:
        return HttpResponse(status=204)  # nothing to swap; the next button asks for the code
    late = form.errors.get("ticket", [""])[0]
    return _page(request, "code", call, 1, form=CodeForm(box=call.box), picks=form.picks, late=late)


def _page(request: PageRequest, name: str, call: Any, step: int, status: int = 200, **facts: Any) -> HttpResponse:
    shown = {"call": call, "step": step, "steps": 4, **facts}
    answer = render(request, f"commissioning/vote/{name}.html", shown, status=status)
    answer["Cache-Control"] = "private, no-cache"  # nobody else's to keep, and asked anew but for Back
    return answer


def _wiped(answer: HttpResponse) -> HttpResponse:
    """The ballot is in: on a computer that others use too, nobody goes Back to what was picked."""
    answer["Cache-Control"], answer["Clear-Site-Data"] = "no-store", '"cache"'
    return answer
