"""Pages of a round: its stages, the start agreement, then and now."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.access.queries import parties_spoken_for
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.cycle import actions, forms, queries, rules
from samenspel.kernel.cycle.models import StageState
from samenspel.kernel.cycle.states import Condition
from samenspel.kernel.people.forms import ConfirmForm


def _to(name: str, request: PageRequest) -> HttpResponse:
    return redirect(f"cycle:{name}", place=request.place.slug, cycle=request.cycle.slug)


def _spoken(request: PageRequest) -> Any:
    """Parties of this place for which the reader may speak."""
    return parties_spoken_for(request.actor.mandates).filter(place=request.place)


@page(Access.PUBLIC, methods=("GET",))
def cycle(request: PageRequest) -> HttpResponse:
    """Where the round stands."""
    stages = queries.stages_of(request.cycle)
    context = {
        "stages": stages,
        "dated": any(stage.opens_on or stage.closes_on for stage in stages),
        "noted": any(stage.note for stage in stages),
        "lessons": queries.lessons_of(request.cycle),
        "warnings": queries.warnings(request.cycle),
        "may_organise": rules.may_organise(request.actor, request.cycle),
    }
    return render(request, "cycle/cycle.html", context)


@page(Access.ACCOUNT)
def open_cycle(request: PageRequest) -> HttpResponse:
    """Start the first round; a later one opens with the lessons of the last."""
    only(rules.may_organise, request, request.place)
    if last := queries.cycles_of(request.place).first():
        return redirect("monitoring:next_round", place=request.place.slug, cycle=last.slug)
    form = filled(forms.OpenCycleForm, request)
    if new := attempt(form, actions.open_cycle, request.place):
        return redirect(new)
    return render(request, "cycle/open.html", {"form": form})


@page(Access.ACCOUNT)
def close_cycle(request: PageRequest) -> HttpResponse:
    """End a round."""
    only(rules.may_organise, request, request.cycle)
    form = filled(ConfirmForm, request)
    if attempt(form, actions.close_cycle, request.cycle):
        return _to("cycle", request)
    return render(request, "cycle/close.html", {"form": form})


def _stage(request: PageRequest, stage: str) -> StageState:
    if found := queries.stage_of(request.cycle, stage):
        return found
    raise NotThere(_("Deze stap kennen wij niet."))


@page(Access.ACCOUNT)
def move_stage(request: PageRequest, stage: str) -> HttpResponse:
    """Say how far a stage is."""
    only(rules.may_organise, request, request.cycle)
    row = _stage(request, stage)
    known = {name: getattr(row, name) for name in ("state", "opens_on", "closes_on", "note")}
    form = filled(forms.StageForm, request, seen=row.version, initial=known)
    if attempt(form, actions.move_stage, row):
        return _to("cycle", request)
    return render(request, "cycle/stage.html", {"form": form, "stage": row})


@page(Access.ACCOUNT)
def skip_stage(request: PageRequest, stage: str) -> HttpResponse:
    """Go on without a stage, with a reason."""
    only(rules.may_organise, request, request.cycle)
    row = _stage(request, stage)
    form = filled(forms.ReasonForm, request, seen=row.version)
    if attempt(form, actions.skip_stage, row):
        return _to("cycle", request)
    return render(request, "cycle/skip.html", {"form": form, "stage": row})


@page(Access.PUBLIC, methods=("GET",))
def agreement(request: PageRequest) -> HttpResponse:
    """The nine conditions and what each party says about them."""
    rows = queries.start_agreement(request.cycle)
    return render(
        request, "cycle/agreement.html", {"rows": rows, "may_mark": rules.may_mark(request.actor, request.cycle)}
    )


@page(Access.ACCOUNT)
def mark(request: PageRequest, condition: str) -> HttpResponse:
    """A party speaks about one condition."""
    only(rules.may_mark, request, request.cycle)
    if condition not in Condition.values:
        raise NotThere(_("Deze voorwaarde kennen wij niet."))
    form = filled(forms.MarkForm, request, request.place.pk, parties=_spoken(request))
    if attempt(form, actions.mark_condition, request.cycle, condition=condition):
        messages.success(request, _("Bewaard. Iedereen kan dit nu lezen."))
        return _to("agreement", request)
    return render(request, "cycle/mark.html", {"form": form, "condition": Condition(condition).label})


@page(Access.PUBLIC, methods=("GET",))
def then_and_now(request: PageRequest) -> HttpResponse:
    """What the communities write about then and now."""
    context = {
        "texts": queries.then_and_now(request.cycle),
        "may_write": rules.may_write(request.actor, request.cycle),
    }
    return render(request, "cycle/then_and_now.html", context)


@page(Access.ACCOUNT)
def write_then_and_now(request: PageRequest) -> HttpResponse:
    """A community looks back."""
    only(rules.may_write, request, request.cycle)
    form = filled(forms.ThenAndNowForm, request, request.place.pk, parties=_spoken(request))
    if attempt(form, actions.write_then_and_now, request.cycle):
        return _to("then_and_now", request)
    return render(request, "cycle/write_then_and_now.html", {"form": form})
