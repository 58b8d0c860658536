"""Pages of the assessment room: fetch, form, action, show."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import ACTIONS, NotAllowed, NotThere, WrongState
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.lineage.queries import links_of
from samenspel.stages.assessment import actions, forms, queries

PAGE = 50
WORDS = (
    "title",
    "what",
    "provider",
    "provider_name",
    "yearly_cents",
    "contract_ends",
    "open_to_challenge",
    "why",
    "source",
)


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """Talks that go on, what parties concluded, and the register of tasks."""
    found, may = queries.board(request.cycle, request.actor), queries.may(request.actor, request.cycle)
    shown = Paginator(found.tasks, PAGE).get_page(request.GET.get("page"))
    facts = {
        "board": found,
        "page_obj": shown,
        "table": queries.register_table(list(shown.object_list)),
        "going_on": queries.talk_rows(found.going_on[:PAGE]),
        "concluded": queries.talk_rows(found.concluded[:PAGE]),
        "may": may,
        "steps": queries.first_steps(request.cycle, may),
    }
    return render(request, "assessment/index.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def task(request: PageRequest, code: str) -> HttpResponse:
    """One task: who does it, for how much, until when, and what people say of it."""
    found = _task(request, code)
    facts = {
        "task": found,
        "before": links_of(found.node)[0],
        "talks": queries.talk_rows(queries.talks_about(found)[:PAGE]),
        "choices": queries.choices_for(request.actor, found),
    }
    return render(request, "assessment/task.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def assessment(request: PageRequest, code: str) -> HttpResponse:
    """One talk: the three questions, who said what, the advice and the reply."""
    found = _talk(request, code)
    before, after = links_of(found.node)
    voices = Paginator(queries.voices(found, request.actor), PAGE).get_page(request.GET.get("page"))
    facts = {
        "talk": found,
        "page_obj": voices,
        "measures": [edge for edge in before if edge.relation == "used_in"],
        "after": after,
        "choices": queries.choices_for(request.actor, found),
        "may_hide": ACTIONS["assessment.talk.hide_voice"].rule(request.actor, found),
    }
    return render(request, "assessment/talk.html", facts)


@page(Access.ACTION)
def register(request: PageRequest) -> HttpResponse:
    """Write down a task."""
    _check("assessment.task.register", request, request.cycle)
    form = filled(forms.TaskForm, request, parties=queries.parties_here(request.place))
    if made := attempt(form, actions.register_task, request.cycle):
        return redirect(made)
    return _screen(request, form)


@page(Access.ACTION)
def correct(request: PageRequest, code: str) -> HttpResponse:
    """Put right what stands about a task."""
    found, parties = _task(request, code), queries.parties_here(request.place)
    now = {name: getattr(found, name) for name in WORDS}
    return _step(request, found, actions.correct_task, forms.CorrectForm, initial=now, parties=parties)


@page(Access.ACTION)
def open_talk(request: PageRequest, code: str) -> HttpResponse:
    """Begin a talk about a task."""
    found = _task(request, code)
    facts = {"cycle": request.cycle}
    return _step(request, found, actions.open_talk, forms.OpenForm, guarded=False, facts=facts)


@page(Access.ACTION)
def voice(request: PageRequest, code: str) -> HttpResponse:
    """Say what you think, or write down what somebody said."""
    found = _talk(request, code)
    return _step(request, found, actions.add_voice, forms.VoiceForm, guarded=False, place=request.place.pk)


@page(Access.ACTION)
def hide(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Take away words that hurt or name somebody."""
    found = _talk(request, code)
    row = queries.voice(found, pk, request.actor)
    if row is None:
        raise NotThere()
    _check("assessment.talk.hide_voice", request, row)
    form = filled(forms.HideForm, request)
    if attempt(form, actions.hide_voice, row):
        return redirect(found)
    return _screen(request, form, back=found.get_absolute_url())


@page(Access.ACTION)
def use(request: PageRequest, code: str) -> HttpResponse:
    """Measure with an agreement."""
    return _step(request, _talk(request, code), actions.use_quality, forms.UseForm, guarded=False)


@page(Access.ACTION)
def conclude(request: PageRequest, code: str) -> HttpResponse:
    """Say together what should happen."""
    return _step(request, _talk(request, code), actions.conclude, forms.ConcludeForm)


@page(Access.ACTION)
def reply(request: PageRequest, code: str) -> HttpResponse:
    """Say what happens with the advice."""
    return _step(request, _talk(request, code), actions.reply, forms.ReplyForm)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give the register and the verdicts a number."""
    _check("assessment.edition.publish", request, request.cycle)
    form = filled(PublishForm, request, heading=_("Taken en gesprekken uitgeven"))
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect("assessment:index", request.place.slug, request.cycle.slug)
    return _screen(request, form)


def _task(request: PageRequest, code: str) -> Any:
    found = queries.task(request.place, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def _talk(request: PageRequest, code: str) -> Any:
    found = queries.talk(request.place, code, request.actor)
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


def _step(
    request: PageRequest, found: Any, act: Any, form_class: Any, *, guarded: bool = True,
    facts: dict[str, Any] | None = None, **extra: Any,
) -> HttpResponse:  # fmt: skip
    """One screen about one task or talk. `guarded`: two people changing it at once is noticed."""
    _check(act.info.verb, request, found)
    form = filled(form_class, request, seen=found.version if guarded else None, **extra)
    if (made := attempt(form, act, found, **(facts or {}))) is not None:
        return redirect(made if hasattr(made, "get_absolute_url") else found)
    if form.stale:
        form.see(found.version)
    return _screen(request, form, back=found.get_absolute_url(), thing=found)


def _screen(request: PageRequest, form: Any, **facts: Any) -> HttpResponse:
    shown = {"form": form, "heading": form.heading, "lead": form.lead, **facts}
    return render(request, "assessment/step.html", shown)
