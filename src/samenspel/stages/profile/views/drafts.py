"""Reading in a file with figures: bring it, see what we make of it, correct, read, and take back."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.profile import actions, forms, queries, tasks
from samenspel.stages.profile.queries.catalogue import catalogue
from samenspel.stages.profile.views.common import check, flow, number_asked
from samenspel.stages.profile.views.seen import shown


@page(Access.ACTION)
def take_in(request: PageRequest) -> HttpResponse:
    """Bring a file with figures; and the files that were brought before."""
    check("profile.draft.take", request, request.place)
    form = filled(forms.FileForm, request)
    if made := attempt(form, actions.take_draft, request.place):
        tasks.see_soon(made)
        return _to(request, made.pk)
    return render(request, "profile/take_in.html", {"form": form, "drafts": list(queries.drafts_at(request.place))})


take_in.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.ACTION, methods=("GET",))
def draft(request: PageRequest, pk: int) -> HttpResponse:
    """What we make of a file, how far reading it is, or what came of it."""
    found = _draft(request, pk)
    facts = {
        "draft": found, "seen": shown(json.loads(found.seen or "{}"), get_language() or "nl"),
        "habit": queries.habit_at(request.place, found.shape), "tables": queries.tables_of(found),
        "said": found.said != "{}", "busy": found.state in ("new", "waiting", "reading"),
    }  # fmt: skip
    return render(request, "profile/draft.html", facts)


@page(Access.ACTION)
def correct(request: PageRequest, pk: int) -> HttpResponse:
    """Say what the columns of a file are."""
    found = _draft(request, pk)
    form = filled(
        forms.CorrectForm, request, seen=found.version, seen_file=json.loads(found.seen or "{}"),
        said=json.loads(found.said), known=catalogue(), part=number_asked(request, "deel"),
    )  # fmt: skip
    if made := attempt(form, actions.correct_draft, found):
        tasks.see_soon(made)
        return _to(request, pk)
    return render(request, "profile/correct.html", {"form": form, "draft": found})


@page(Access.ACTION, methods=("POST",))
def as_before(request: PageRequest, pk: int) -> HttpResponseRedirect:
    """Read this file as the last one like it."""
    found = _draft(request, pk)
    if habit := queries.habit_at(request.place, found.shape):
        said = json.loads(found.said) | tasks.as_before(json.loads(habit.said), json.loads(found.seen or "{}"))
        tasks.see_soon(actions.correct_draft(found, by=request.actor, said=said))
    return _to(request, pk)


@page(Access.ACTION, methods=("POST",))
def forget(request: PageRequest, pk: int) -> HttpResponseRedirect:
    """Do not offer again how files like this one were read."""
    if habit := queries.habit_at(request.place, _draft(request, pk).shape):
        actions.forget_habit(habit, by=request.actor)
    return _to(request, pk)


@page(Access.ACTION, methods=("POST",))
def read(request: PageRequest, pk: int) -> HttpResponseRedirect:
    """Read in what the page of the file showed."""
    tasks.read_soon(actions.begin_draft.run("", _version(request), _draft(request, pk), by=request.actor))
    return _to(request, pk)


@page(Access.ACTION, methods=("POST",))
def drop(request: PageRequest, pk: int) -> HttpResponseRedirect:
    """Throw a file away; what was read from it stays."""
    actions.drop_draft(_draft(request, pk), by=request.actor)
    return redirect("profile:take_in", request.place.slug, request.cycle.slug)


@page(Access.ACTION)
def withdraw(request: PageRequest, pk: int) -> HttpResponse:
    """Take back everything that was read from a file."""
    found = _draft(request, pk)
    form = filled(forms.WithdrawTableForm, request)
    if attempt(form, tasks.withdraw, found):
        return _to(request, pk)
    return flow(request, form, about=", ".join(table.origin for table in queries.tables_of(found)))


@page(Access.ACTION)
def withdraw_table(request: PageRequest, pk: int) -> HttpResponse:
    """Take one table back."""
    check("profile.draft.take", request, request.place)
    if (found := queries.table_at(request.place, pk)) is None:
        raise NotThere()
    form = filled(forms.WithdrawTableForm, request)
    if attempt(form, actions.withdraw_table, found):
        return redirect("profile:sources", request.place.slug, request.cycle.slug)
    return flow(request, form, about=found.origin)


def _draft(request: PageRequest, pk: int) -> Any:
    """A file of this place, for who may read figures in here."""
    check("profile.draft.take", request, request.place)
    if (found := queries.draft_at(request.place, pk)) is None:
        raise NotThere()
    return found


def _version(request: PageRequest) -> int | None:
    """Which version of the file somebody looked at when they said yes."""
    sent = request.POST.get("seen", "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 9 else None


def _to(request: PageRequest, pk: int) -> HttpResponseRedirect:
    return redirect("profile:draft", request.place.slug, request.cycle.slug, pk)
