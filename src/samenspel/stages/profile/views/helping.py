"""Pages of helpers: writing down at a stall, translating, leaving a piece out, and what was hidden."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from samenspel.instruments.stories import actions, forms, queries
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import ACTIONS, NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.journal.queries import reasoned
from samenspel.kernel.places.queries import pieces_of
from samenspel.stages.profile.views.common import check, flow, receipt_of

JSON = "application/json"
MOST = 200  # lines of the log on one page
MODERATED = (
    "stories.story.hide", "stories.story.shorten", "stories.photo.take_away", "stories.recording.take_away",
    "offers.asset.hide",
)  # fmt: skip


@page(Access.ACTION)
def stall(request: PageRequest) -> HttpResponse:
    """Write a story down for somebody. A browser that lost its line sends it later; sent twice it is kept once."""
    check("stories.translation.add", request, request.cycle)
    areas = [(p.slug, p.name) for p in pieces_of(request.place)]
    form = filled(forms.StallForm, request, place=request.place.pk, areas=areas)
    told = attempt(form, actions.tell_story, request.cycle)
    told = told or queries.told_before(request.cycle, form.refused_code)
    if request.headers.get("Accept") == JSON and request.method == "POST":
        return _answer(form, told)
    if told:
        form = forms.StallForm(actor=request.actor, place=request.place.pk, areas=areas)
    slip = receipt_of(told) if told else None
    return render(request, "profile/stall.html", {"form": form, "slip": slip})


def _answer(form: Any, told: Any) -> JsonResponse:
    """For the page itself: kept under which code, or what is wrong."""
    if told:
        return JsonResponse({"code": told.code, "word": queries.take_back_word(told.code)}, status=201)
    wrong = [str(error) for errors in form.errors.values() for error in errors]
    return JsonResponse({"errors": wrong}, status=422)


@page(Access.ACTION)
def translate(request: PageRequest, code: str) -> HttpResponse:
    """Type a story in another language."""
    found = _story(request, code)
    check("stories.translation.add", request, found)
    form = filled(forms.TranslateForm, request)
    if attempt(form, actions.translate_story, found):
        return redirect(found)
    return flow(request, form, story=found, reads=True, back=found.get_absolute_url())


@page(Access.ACTION, methods=("POST",))
def untranslate(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Take a translation away."""
    found = _story(request, code)
    actions.remove_translation(found, by=request.actor, translation=pk)
    return redirect(found)


@page(Access.ACTION)
def shorten(request: PageRequest, code: str) -> HttpResponse:
    """Leave a name, an age or an address out of a story."""
    found = _story(request, code)
    check("stories.story.shorten", request, found)
    form = filled(forms.ShortenForm, request)
    if attempt(form, actions.shorten_story, found):
        return redirect(found)
    return flow(request, form, story=found, reads=True, back=found.get_absolute_url())


@page(Access.PUBLIC, methods=("GET",))
def log(request: PageRequest) -> HttpResponse:
    """What was hidden, left out or taken away, and why; everybody may see it."""
    found = reasoned(request.place.pk, MODERATED, MOST)
    rows = [(entry.entry.at, ACTIONS[entry.entry.verb].label, entry.entry.subject, entry.body) for entry in found]
    return render(request, "profile/log.html", {"rows": rows})


def _story(request: PageRequest, code: str) -> Any:
    found = queries.story_by_code(request.cycle, code, request.actor)
    if found is None or found.state == "withdrawn":
        raise NotThere()
    return found
