"""Pages of connections: reacting, saying yes, writing to each other, meeting, and what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.instruments.offers import actions, queries
from samenspel.instruments.offers.forms import ConfirmForm, NoteForm, OutcomeForm, ReactForm
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.profile.views.common import check, flow, may


@page(Access.PUBLIC)
def react(request: PageRequest, code: str) -> HttpResponse:
    """Say that one can use it, or has it; no account needed."""
    found = _asset(request, code)
    form = filled(ReactForm, request, place=request.place.pk, ask=found.is_ask)
    if attempt(form, actions.react, found) or form.refused_code:
        messages.success(request, _("Uw vraag is verstuurd. Wie dit plaatste zegt ja of nee. U hoort het van ons."))
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION)
def confirm(request: PageRequest, code: str) -> HttpResponse:
    """Say that it is still so."""
    found = _asset(request, code)
    check("offers.asset.confirm", request, found)
    form = filled(ConfirmForm, request, initial={"until": found.until})
    if attempt(form, actions.confirm_asset, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION)
def connection(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """What the two write to each other, and how far they are."""
    found = _asset(request, code)
    match = _match(request, found, pk)
    form = filled(NoteForm, request)
    if attempt(form, actions.write_note, found, match=pk):
        return redirect("profile:connection", request.place.slug, request.cycle.slug, code, pk)
    decides = may("offers.asset.match", request, found)
    return render(
        request, "profile/connection.html", {"asset": found, "match": match, "form": form, "decides": decides}
    )


@page(Access.ACTION)
def finish(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Say what came of it."""
    found = _asset(request, code)
    _match(request, found, pk)
    form = filled(OutcomeForm, request)
    if attempt(form, actions.finish_match, found, match=pk):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION, methods=("POST",))
def accept(request: PageRequest, code: str, pk: int) -> HttpResponseRedirect:
    """Say yes."""
    actions.accept_match(_asset(request, code), by=request.actor, match=pk)
    return redirect("profile:connection", request.place.slug, request.cycle.slug, code, pk)


@page(Access.ACTION, methods=("POST",))
def meet(request: PageRequest, code: str, pk: int) -> HttpResponseRedirect:
    """The two spoke with each other."""
    actions.meet(_asset(request, code), by=request.actor, match=pk)
    return redirect("profile:connection", request.place.slug, request.cycle.slug, code, pk)


@page(Access.ACTION, methods=("POST",))
def drop(request: PageRequest, code: str, pk: int) -> HttpResponseRedirect:
    """Not now; that is enough."""
    found = _asset(request, code)
    actions.drop_match(found, by=request.actor, match=pk)
    return redirect(found)


def _asset(request: PageRequest, code: str) -> Any:
    found = queries.asset_by_code(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def _match(request: PageRequest, asset: Any, pk: int) -> Any:
    found = queries.one_match(asset, pk, request.actor)
    if found is None:
        raise NotThere()
    return found
