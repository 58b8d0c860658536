"""Pages of helpers and editors: paper, reading, hiding, and the public log."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from samenspel.instruments.stories.forms import HideForm
from samenspel.instruments.stories.queries import hidden_stories, story_by_code
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.consultation import actions, forms, queries
from samenspel.stages.consultation.views.common import check, find, flow, paged

MOST_STORIES = 20  # stories offered at once


@page(Access.ACTION)
def sheet(request: PageRequest) -> HttpResponse:
    """Enter a paper sheet."""
    check("consultation.contribution.enter_sheet", request, request.cycle)
    form = filled(forms.SheetForm, request, place=request.place.pk, initial={"channel": "paper"})
    if made := attempt(form, actions.enter_sheet, request.cycle):
        return render(request, "consultation/entered.html", {"made": made})
    return flow(request, form)


@page(Access.ACTION, methods=("GET",))
def waiting(request: PageRequest) -> HttpResponse:
    """What an editor still has to read."""
    check("consultation.contribution.show", request, request.cycle)
    told = queries.stories_to_take(request.cycle)[:MOST_STORIES]
    facts = {"page_obj": paged(request, queries.waiting(request.cycle)), "stories": told}
    return render(request, "consultation/waiting.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def log(request: PageRequest) -> HttpResponse:
    """What was hidden, and why; everybody may see it."""
    facts = {"page_obj": paged(request, queries.hidden(request.cycle)), "stories": hidden_stories(request.cycle)[:50]}
    return render(request, "consultation/log.html", facts)


@page(Access.ACTION, methods=("POST",))
def show(request: PageRequest, code: str) -> HttpResponseRedirect:
    """Show a contribution to everybody."""
    actions.show_contribution(find(request, code), by=request.actor)
    return redirect("consultation:waiting", request.place.slug, request.cycle.slug)


@page(Access.ACTION)
def hide(request: PageRequest, code: str) -> HttpResponse:
    """Take a contribution out of sight, with a reason."""
    found = find(request, code)
    check("consultation.contribution.hide", request, found)
    form = filled(HideForm, request)
    if attempt(form, actions.hide_contribution, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION)
def sort(request: PageRequest, code: str) -> HttpResponse:
    """Lay a contribution with its theme."""
    found = find(request, code)
    check("consultation.contribution.sort", request, found)
    form = filled(forms.SortForm, request, initial={"theme": found.theme, "kind": found.kind})
    if attempt(form, actions.sort_contribution, found):
        return redirect("consultation:waiting", request.place.slug, request.cycle.slug)
    return flow(request, form, about=found.words.body, back=found.get_absolute_url())


@page(Access.ACTION)
def from_story(request: PageRequest, code: str) -> HttpResponse:
    """Make a contribution of a story."""
    story = story_by_code(request.cycle, code, request.actor)
    if story is None:
        raise NotThere()
    check("consultation.contribution.from_story", request, story)
    form = filled(forms.FromStoryForm, request, initial={"theme": story.theme})
    if made := attempt(form, actions.contribution_from_story, story):
        return redirect(made)
    return flow(request, form, about=story.words.body, back=story.get_absolute_url())
