"""Pages of the agenda: fetch, form, action, show."""

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
from samenspel.stages.agenda import actions, forms, queries
from samenspel.stages.agenda.states import BLOCK_HELP, Block

PAGE = 50


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What comes first in this neighbourhood, and why."""
    found = queries.board(request.cycle, request.actor)
    shown = Paginator(found.chosen, PAGE).get_page(request.GET.get("page"))
    queries.with_voices(list(shown), request.actor)
    may = queries.may(request.actor, request.cycle)
    facts = {"board": found, "page_obj": shown, "may": may, "steps": queries.first_steps(request.cycle, may)}
    return render(request, "agenda/agenda.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def printable(request: PageRequest) -> HttpResponse:
    """The agenda to hang on the wall or to take to a meeting."""
    found = queries.board(request.cycle, request.actor)
    queries.with_voices(found.chosen, request.actor)
    return render(request, "agenda/print.html", {"board": found})


@page(Access.PUBLIC, methods=("GET",))
def priority(request: PageRequest, code: str) -> HttpResponse:
    """One priority: why, what goes well, who can do what, who thinks otherwise and what came of it."""
    found = _priority(request, code)
    facts = {
        "priority": found,
        "sequels": queries.sequels(found),
        "choices": queries.choices_for(request.actor, found),
        "may_hide": ACTIONS["agenda.dissent.hide"].rule(request.actor, found),
    }
    return render(request, "agenda/priority.html", facts)


@page(Access.ACTION)
def draft(request: PageRequest) -> HttpResponse:
    """Write down what may have to come first."""
    _check("agenda.priority.draft", request, request.cycle)
    form = filled(forms.DraftForm, request)
    if made := attempt(form, actions.draft_priority, request.cycle):
        return redirect(made)
    return _screen(request, form)


@page(Access.ACTION)
def describe(request: PageRequest, code: str) -> HttpResponse:
    """Make the words better."""
    found = _priority(request, code)
    names = ("title", "theme", "statement", "going_well", "ourselves", "little_help", "professionals", "stop")
    now = {name: getattr(found, name) for name in names}
    return _step(request, found, actions.describe_priority, forms.DescribeForm, initial=now)


@page(Access.ACTION)
def lay_open(request: PageRequest, code: str) -> HttpResponse:
    """Lay it before the neighbourhood."""
    return _step(request, _priority(request, code), actions.open_priority, forms.OpenForm)


@page(Access.ACTION)
def reopen(request: PageRequest, code: str) -> HttpResponse:
    """Look again at what was not chosen."""
    return _step(request, _priority(request, code), actions.reopen_priority, forms.ReopenForm)


@page(Access.ACTION)
def adopt(request: PageRequest, code: str) -> HttpResponse:
    """Adopt it, with a reason."""
    return _step(request, _priority(request, code), actions.adopt_priority, forms.AdoptForm)


@page(Access.ACTION)
def set_aside(request: PageRequest, code: str) -> HttpResponse:
    """Do not choose it now, with a reason."""
    return _step(request, _priority(request, code), actions.set_aside_priority, forms.AsideForm)


@page(Access.ACTION)
def rank(request: PageRequest, code: str) -> HttpResponse:
    """Give it another place."""
    found = _priority(request, code)
    return _step(request, found, actions.rank_priority, forms.RankForm, initial={"rank": found.rank or 1})


@page(Access.ACTION)
def duo(request: PageRequest, code: str) -> HttpResponse:
    """Name the pair that carries it."""
    found, parties = _priority(request, code), queries.parties(request.place)
    return _step(request, found, actions.name_duo, forms.DuoForm, parties=parties)


@page(Access.ACTION)
def reasons(request: PageRequest, code: str) -> HttpResponse:
    """Choose what the priority rests on."""
    found = _priority(request, code)
    taken = frozenset(r.source.code for r in found.seen_reasons)
    offered = queries.suggestions(request.cycle, found.theme, taken)
    return _step(request, found, actions.add_reasons, forms.ReasonsForm, guarded=False, suggestions=offered)


@page(Access.ACTION)
def dissent(request: PageRequest, code: str) -> HttpResponse:
    """Say what you see otherwise."""
    found = _priority(request, code)
    return _step(request, found, actions.record_dissent, forms.DissentForm, guarded=False, place=request.place.pk)


@page(Access.ACTION)
def hide_dissent(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Take away words that hurt or name somebody."""
    return _about_dissent(request, code, pk, actions.hide_dissent, forms.HideForm)


@page(Access.ACTION)
def take_back(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Take back your own words."""
    return _about_dissent(request, code, pk, actions.take_back_dissent, forms.TakeBackForm)


@page(Access.PUBLIC, methods=("GET",))
def blocks(request: PageRequest) -> HttpResponse:
    """How far the seven building blocks of the agenda are."""
    may = ACTIONS["agenda.block.mark"].rule(request.actor, request.cycle)
    return render(request, "agenda/blocks.html", {"blocks": queries.blocks(request.cycle), "may_mark": may})


@page(Access.ACTION)
def block(request: PageRequest, block: str) -> HttpResponse:
    """Say how far one building block is."""
    if block not in Block.values:
        raise NotThere()
    _check("agenda.block.mark", request, request.cycle)
    now = queries.block_marks(request.cycle).get(block)
    first = {"progress": now.state, "note": now.note} if now else {"progress": "to_do"}
    form = filled(forms.BlockForm, request, initial=first)
    if attempt(form, actions.mark_block, request.cycle, block=block):
        return redirect("agenda:blocks", request.place.slug, request.cycle.slug)
    words = {"heading": Block(block).label, "lead": BLOCK_HELP[Block(block)]}
    return _screen(request, form, **words)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give the agenda a number."""
    _check("agenda.edition.publish", request, request.cycle)
    form = filled(PublishForm, request, heading=_("De agenda uitgeven"))
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect("agenda:index", request.place.slug, request.cycle.slug)
    return _screen(request, form)


def _priority(request: PageRequest, code: str) -> Any:
    found = queries.priority(request.cycle, code, request.actor)
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
    request: PageRequest, found: Any, act: Any, form_class: Any, *, guarded: bool = True, **extra: Any
) -> HttpResponse:
    """One screen about one priority. `guarded`: two people changing it at once is noticed."""
    _check(act.info.verb, request, found)
    form = filled(form_class, request, seen=found.version if guarded else None, **extra)
    if attempt(form, act, found):
        return redirect(found)
    if form.stale:
        form.see(found.version)
    return _screen(request, form, back=found.get_absolute_url(), thing=found)


def _about_dissent(request: PageRequest, code: str, pk: int, act: Any, form_class: Any) -> HttpResponse:
    """One screen about what somebody sees otherwise."""
    found = _priority(request, code)
    other = queries.dissent(found, pk, request.actor)
    if other is None:
        raise NotThere()
    _check(act.info.verb, request, other)
    form = filled(form_class, request)
    if attempt(form, act, other):
        return redirect(found)
    return _screen(request, form, back=found.get_absolute_url())


def _screen(request: PageRequest, form: Any, **facts: Any) -> HttpResponse:
    shown = {"form": form, "heading": form.heading, "lead": form.lead, **facts}
    return render(request, "agenda/step.html", shown)
