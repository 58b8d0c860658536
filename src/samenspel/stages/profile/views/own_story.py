"""What belongs to one's own story: the word of the receipt opens it, and the receipt is the answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.instruments.stories import actions, queries
from samenspel.kernel.access.page import PageRequest
from samenspel.kernel.action import NotAllowed
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.profile.views.common import flow, receipt_of


def check_word(form: Any, story: Any) -> None:
    """Only who has the receipt; a code that is not there is answered like a wrong word."""
    if story is None:
        raise NotAllowed(actions.WRONG_WORD)
    actions.check_word(form.acting(), story, form.cleaned_data["word"])


def thanks(request: PageRequest, story: Any, words: str) -> HttpResponse:
    """Back to the story; whoever cannot read it there yet showed the word, and gets the receipt again."""
    messages.success(request, words)
    if queries.story_by_code(request.cycle, story.code, request.actor):
        return redirect(story)
    return render(request, "profile/told.html", {"story": story, "slip": receipt_of(story)})


def take_off(request: PageRequest, code: str, form_class: Any, action: Any, words: str) -> HttpResponse:
    """Take something away from one's own story."""
    found = queries.story_to_take_back(request.cycle, code)
    form = filled(form_class, request, place=request.place.pk)
    if found and attempt(form, action, found):
        return thanks(request, found, words)
    if not found and form.is_bound and form.is_valid():
        form.refuse(NotAllowed(actions.WRONG_WORD))
    return flow(request, form)
