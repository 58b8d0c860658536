"""Pages of the monitoring room: fetch, form, action, show."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.action import ACTIONS, NotAllowed, NotThere, WrongState
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle import queries as rounds
from samenspel.kernel.cycle import rules as cycle_rules
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.lineage.queries import links_of
from samenspel.stages.monitoring import actions, forms, queries, rules
from samenspel.ui.figures import Receipt

PAGE = 50
WAITING = 20


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What came of it, what we learnt, and what we do not know yet."""
    found, may = queries.board(request.cycle, request.actor), queries.may(request.actor, request.cycle)
    shown = Paginator(found.outcomes, PAGE).get_page(request.GET.get("page"))
    facts = {
        "board": found,
        "page_obj": shown,
        "rows": queries.outcome_rows(shown.object_list),
        "lessons": queries.lesson_rows(found.lessons[:PAGE]),
        "waiting": found.waiting[:WAITING],
        "may": may,
        "steps": queries.first_steps(request.cycle, may),
    }
    return render(request, "monitoring/index.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def outcome(request: PageRequest, code: str) -> HttpResponse:
    """One outcome: what came of it, who says so, and what it taught."""
    found = _outcome(request, code)
    before, after = links_of(found.node)
    facts = {"outcome": found, "before": before, "after": after}
    facts["choices"] = queries.choices_for(request.actor, found)
    return render(request, "monitoring/outcome.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def lesson(request: PageRequest, code: str) -> HttpResponse:
    """One lesson: what we keep, what we change, and where it came from."""
    found = _lesson(request, code)
    before, after = links_of(found.node)
    facts = {"lesson": found, "before": before, "after": after}
    facts["choices"] = queries.choices_for(request.actor, found)
    return render(request, "monitoring/lesson.html", facts)


@page(Access.PUBLIC)
def record(request: PageRequest) -> HttpResponse:
    """Say what came of a promise or of money; no account needed, but then somebody reads it first."""
    now = {"of": request.GET.get("van", "")[:20], "party": request.GET.get("namens", "")[:20]}
    parties = queries.speakers(request.actor)
    form = filled(forms.RecordForm, request, request.place.pk, parties=parties, initial=now)
    if made := attempt(form, actions.record_outcome, request.cycle):
        return render(request, "monitoring/told.html", {"slip": _receipt(made)}) if made.waits else redirect(made)
    return _screen(request, form)


def _receipt(made: Any) -> Receipt:
    lines = (_("Met deze code ziet u wat ermee gebeurt."),)
    return Receipt(made.code, _("Uw bon. Schrijf hem op of print hem."), made.node.words, lines)


@page(Access.ACTION)
def confirm(request: PageRequest, code: str) -> HttpResponse:
    """Yes, this is what came of it."""
    found, parties = _outcome(request, code), queries.speakers(request.actor)
    now = {"party": found.giver_id}
    return _step(request, found, actions.confirm_outcome, forms.ConfirmForm, parties=parties, initial=now)


@page(Access.ACTION)
def hide(request: PageRequest, code: str) -> HttpResponse:
    """Take away words that hurt or name somebody."""
    return _step(request, _outcome(request, code), actions.hide_outcome, forms.HideForm)


@page(Access.ACTION)
def draft(request: PageRequest) -> HttpResponse:
    """Write down a lesson."""
    _check("monitoring.lesson.draft", request, request.cycle)
    alone = rules.writes_here(request.actor, request.place.pk)
    form = filled(forms.DraftForm, request, parties=queries.speakers(request.actor), alone=alone)
    if made := attempt(form, actions.draft_lesson, request.cycle):
        return redirect(made)
    return _screen(request, form)


@page(Access.ACTION)
def change(request: PageRequest, code: str) -> HttpResponse:
    """Make a lesson better."""
    found = _lesson(request, code)
    now = {name: getattr(found, name) for name in ("title", "keep", "change", "theme")}
    return _step(request, found, actions.change_lesson, forms.ChangeForm, initial=now)


@page(Access.ACTION)
def share(request: PageRequest, code: str) -> HttpResponse:
    """Share a lesson."""
    return _step(request, _lesson(request, code), actions.share_lesson, forms.ShareForm)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give what came of it a number."""
    _check("monitoring.edition.publish", request, request.cycle)
    form = filled(PublishForm, request, heading=_("Opbrengst en lessen uitgeven"))
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect("monitoring:index", request.place.slug, request.cycle.slug)
    return _screen(request, form)


def _outcome(request: PageRequest, code: str) -> Any:
    found = queries.outcome(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def _lesson(request: PageRequest, code: str) -> Any:
    found = queries.lesson(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def _check(verb: str, request: PageRequest, subject: Any) -> None:
    """Say no before somebody starts typing; whoever already typed gets the no on the form."""
    info = ACTIONS[verb]
    if not info.rule(request.actor, subject):
        raise NotAllowed()
    if request.method == "GET" and not info.possible(request.actor, subject):
        raise WrongState()


def _step(request: PageRequest, found: Any, act: Any, form_class: Any, **extra: Any) -> HttpResponse:
    """One screen about one outcome or lesson; two people changing it at once is noticed."""
    _check(act.info.verb, request, found)
    form = filled(form_class, request, seen=found.version, **extra)
    if attempt(form, act, found) is not None:
        return redirect(found)
    if form.stale:
        form.see(found.version)
    return _screen(request, form, back=found.get_absolute_url(), thing=found)


@page(Access.ACCOUNT)
def next_round(request: PageRequest) -> HttpResponse:
    """Open the next round from the lessons of this one."""
    only(cycle_rules.may_organise, request, request.cycle)
    if rounds.has_next(request.cycle):
        raise WrongState(_("De volgende ronde is er al. Er is niets veranderd."))
    form = filled(forms.NextRoundForm, request, known=queries.lessons_for_next(request.cycle))
    if new := attempt(form, cycles.open_cycle, request.place, previous=request.cycle):
        return redirect(new)
    return _screen(request, form)


def _screen(request: PageRequest, form: Any, **facts: Any) -> HttpResponse:
    shown = {"form": form, "heading": form.heading, "lead": form.lead, **facts}
    return render(request, "monitoring/step.html", shown)
