"""Answering a survey: one thing on a screen. Everything travels in the body of the request; nothing is kept between."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.surveys import actions, forms, queries
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import AlreadyDone, Refused, WrongState
from samenspel.stages.profile.views.surveys import checked, survey_at

ANSWERER = Actor()  # whoever is logged in answers like everybody else: nobody is noted
NOT_OPEN = _("U kunt deze enquête nu niet invullen. Er is niets gebeurd. Op de pagina van de enquête staat meer.")
LATE = _("Dit duurde te lang. Begin nog eens. Uw antwoorden staan er nog.")


@page(Access.PUBLIC)
def fill(request: PageRequest, code: str) -> HttpResponse:
    """From the code in the letter to the thanks."""
    found = survey_at(request, code)
    if request.method == "GET" and "klaar" in request.GET:
        return _wiped(_page(request, "thanks", found))
    if found.state != "open":
        messages.warning(request, NOT_OPEN)
        return redirect(found)
    if request.method == "GET":
        return _page(request, "begin", found, form=forms.BeginForm(survey=found))
    return _walked(request, found)


@page(Access.ACTION)
def preview(request: PageRequest, code: str) -> HttpResponse:
    """The same screens for who makes the survey; nothing is kept."""
    found = checked(request, code, "surveys.item.add")
    if request.method == "GET" or "ticket" not in request.POST:
        return _screen(request, found, forms.Walk(queries.form_of(found)), forms.Ticket())
    return _walked(request, found, trying=True)


@page(Access.ACTION)
def desk(request: PageRequest, code: str) -> HttpResponse:
    """Type in a paper form: fill in, read back, send."""
    found = checked(request, code, "surveys.survey_code.block")
    if found.state != "open":
        raise WrongState(NOT_OPEN)
    form = forms.DeskForm(request.POST or None, survey=found)
    if not form.is_bound or not form.is_valid() or request.POST.get("to") == "back":
        return _desk_page(request, found, form if form.is_bound else forms.DeskForm(survey=found))
    walk = _walk(found, request)
    if request.POST.get("to") != "send":
        return _desk_page(request, found, form, walk=walk)
    return _typed_in(request, found, form, walk)


def _walked(request: PageRequest, survey: Any, trying: bool = False) -> HttpResponse:
    """The next screen, for what was sent."""
    walk, to = _walk(survey, request), request.POST.get("to", "")
    ticket = forms.ticket_in(survey, request.POST.get("ticket", ""))
    if ticket is None:
        return _begun(request, survey, walk)
    walk.go(request.POST.get("at", ""))
    if to == "keep" and not trying:
        return _kept(request, survey, walk, ticket)
    if to == "send" and walk.checking:
        return _page(request, "tried", survey) if trying else _sent(request, survey, walk, ticket)
    if to.startswith("go-"):
        walk.go(to.removeprefix("go-"))
    elif to == "back":
        walk.at = max(0, walk.at - 1)
    elif to == "next" and not walk.checking:
        form = forms.ScreenForm(request.POST, questions=walk.here)
        if not form.is_valid():
            return _screen(request, survey, walk, ticket, form)
        walk.at += 1
    return _screen(request, survey, walk, ticket)


def _walk(survey: Any, request: PageRequest) -> forms.Walk:
    form = queries.form_of(survey)
    return forms.Walk(form, *forms.read(form, request.POST))


def _begun(request: PageRequest, survey: Any, walk: forms.Walk) -> HttpResponse:
    """The door: with a code that works one goes in; what was filled in before an old ticket stays."""
    form = forms.BeginForm(request.POST if "begin" in request.POST else None, survey=survey)
    if form.is_bound and form.is_valid():
        walk.answers, walk.remarks = {**walk.answers, **form.answers}, {**walk.remarks, **form.remarks}
        return _screen(request, survey, walk, form.ticket)
    late = "" if form.is_bound else LATE
    return _page(request, "begin", survey, form.status, form=form, late=late, travelling=walk.everything)


def _screen(
    request: PageRequest, survey: Any, walk: forms.Walk, ticket: forms.Ticket, form: Any = None, **more: Any
) -> HttpResponse:
    shared = {"ticket": forms.signed(survey, ticket), "walk": walk, "trying": survey.state == "draft", **more}
    shared |= {"step": walk.at + 1, "steps": len(walk.screens) + 1}
    if walk.checking:
        return _page(request, "check", survey, **shared)
    return _page(request, "screen", survey, form=form or walk.filled(walk.here), here=walk.here, **shared)


def _kept(request: PageRequest, survey: Any, walk: forms.Walk, ticket: forms.Ticket) -> HttpResponse:
    facts: dict[str, Any] = {"answers": walk.answers, "remarks": walk.remarks}
    facts |= {"letter": ticket.letter, "kept": ticket.kept}
    try:
        code = actions.keep_for_later(survey, by=ANSWERER, **facts)
    except Refused as refusal:
        return _screen(request, survey, walk, ticket, refusal=refusal.message)
    answer = _page(request, "kept", survey, kept=code)
    answer["Cache-Control"] = "no-store"
    return answer


def _sent(request: PageRequest, survey: Any, walk: forms.Walk, ticket: forms.Ticket) -> HttpResponse:
    """The answer is in. The thanks have an address of their own, so loading them again sends nothing."""
    facts = {"answers": walk.answers, "remarks": walk.remarks, "letter": ticket.letter, "kept": ticket.kept}
    once = "" if survey.by_letter else request.POST.get("once", "")[:40]
    try:
        actions.give_answer.run(once, None, survey, by=ANSWERER, language=(get_language() or "nl")[:2], **facts)
    except AlreadyDone:  # the same form again: it is in
        pass
    except Refused as refusal:
        return _screen(request, survey, walk, ticket, refusal=refusal.message)
    return _wiped(HttpResponseRedirect(f"{request.path}?klaar=1"))


def _typed_in(request: PageRequest, survey: Any, form: Any, walk: forms.Walk) -> HttpResponse:
    """A form from paper is in, with how it came in and whether it was read back."""
    given = form.cleaned_data
    channel, read_back = Channel(given["channel"]), "read_back" in request.POST
    by = replace(request.actor, channel=channel, on_behalf_of="een bewoner", read_back=read_back)
    try:
        actions.give_answer.run(
            request.POST.get("once", "")[:40], None, survey, by=by, answers=walk.answers, remarks=walk.remarks,
            letter=form.letter,
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, str(refusal.message))
        return _desk_page(request, survey, form)
    fresh = forms.DeskForm(survey=survey, initial={"channel": channel})
    return _desk_page(request, survey, fresh, done=True)


def _desk_page(request: PageRequest, survey: Any, form: Any, **facts: Any) -> HttpResponse:
    shown = {"survey": survey, "form": form, "once": forms.once(), **facts}
    answer = render(request, "profile/surveys_desk.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer


def _page(request: PageRequest, name: str, survey: Any, status: int = 200, **facts: Any) -> HttpResponse:
    shown = {"survey": survey, "once": request.POST.get("once", "")[:40] or forms.once(), **facts}
    answer = render(request, f"surveys/{name}.html", shown, status=status)
    answer["Cache-Control"] = "private, no-cache"  # nobody else's to keep, and asked anew but for Back
    return answer


def _wiped(answer: HttpResponse) -> HttpResponse:
    """On a computer that others use too, nobody goes Back to what was filled in."""
    answer["Cache-Control"], answer["Clear-Site-Data"] = "no-store", '"cache"'
    return answer
