"""Pages of the quality room: fetch, form, action, show."""

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
from samenspel.stages.quality import actions, forms, queries, rules

PAGE = 50


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What the parties here call good."""
    found = queries.board(request.cycle, request.actor)
    shown = Paginator(found.shown, PAGE).get_page(request.GET.get("page"))
    queries.with_words(list(shown.object_list))
    may = queries.may(request.actor, request.cycle)
    facts = {"board": found, "page_obj": shown, "may": may, "steps": queries.first_steps(request.cycle, may)}
    return render(request, "quality/index.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def definition(request: PageRequest, code: str) -> HttpResponse:
    """One definition: its sentences, who signed, and what it is for."""
    found = _definition(request, code)
    facts = {
        "definition": found,
        "edges": queries.measured(found),
        "choices": queries.choices_for(request.actor, found),
        "may_write": ACTIONS["quality.definition.change"].possible(request.actor, found) and not found.seats,
    }
    return render(request, "quality/definition.html", facts)


@page(Access.ACTION)
def draft(request: PageRequest) -> HttpResponse:
    """Start to write down what is good."""
    _check("quality.definition.draft", request, request.cycle)
    form = filled(forms.DraftForm, request, **_parties(request))
    if made := attempt(form, actions.draft_definition, request.cycle):
        return redirect("quality:add_statement", request.place.slug, request.cycle.slug, made.code)
    return _screen(request, form)


@page(Access.ACTION)
def change(request: PageRequest, code: str) -> HttpResponse:
    """Make clearer what it is about."""
    found = _definition(request, code)
    now = {name: getattr(found, name) for name in ("title", "service", "theme")}
    return _step(request, found, actions.change_definition, forms.ChangeForm, initial=now)


@page(Access.ACTION)
def add_statement(request: PageRequest, code: str) -> HttpResponse:
    """Add one sentence."""
    return _step(request, _definition(request, code), actions.add_statement, forms.StatementForm, guarded=False)


@page(Access.ACTION)
def change_statement(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Make a sentence better."""
    found = _definition(request, code)
    row = _statement(found, pk)
    now = {name: getattr(row, name) for name in ("words", "how_noticed", "who_judges", "how_often")}
    facts = {"statement": pk}
    return _step(request, found, actions.change_statement, forms.StatementForm, facts=facts, initial=now)


@page(Access.ACTION)
def remove_statement(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Take a sentence away."""
    found = _definition(request, code)
    _statement(found, pk)
    return _step(request, found, actions.remove_statement, forms.RemoveForm, facts={"statement": pk})


@page(Access.ACTION)
def lay_open(request: PageRequest, code: str) -> HttpResponse:
    """Lay it on the table."""
    return _step(request, _definition(request, code), actions.open_definition, forms.OpenForm)


@page(Access.ACTION)
def sign(request: PageRequest, code: str) -> HttpResponse:
    """Sign for a party."""
    found = _definition(request, code)
    parties, now = queries.parties_to_sign(request.actor, found), {"name": request.actor.name}
    return _step(
        request, found, actions.sign_definition, forms.SignForm, guarded=False, parties=parties, initial=now
    )  # fmt: skip


@page(Access.ACTION)
def connect(request: PageRequest, code: str) -> HttpResponse:
    """Say what it is for."""
    return _step(request, _definition(request, code), actions.connect_definition, forms.ConnectForm, guarded=False)


@page(Access.ACTION)
def replace(request: PageRequest, code: str) -> HttpResponse:
    """Begin a next version."""
    found = _definition(request, code)
    return _step(request, found, actions.replace_definition, forms.ReplaceForm, guarded=False, **_parties(request))


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give what was signed a number."""
    _check("quality.edition.publish", request, request.cycle)
    lead = _("Wat ondertekend is, krijgt een nummer en ligt dan vast. Later kan er een nieuwe uitgave komen.")
    form = filled(PublishForm, request, heading=_("De afspraken uitgeven"), lead=lead)
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect("quality:index", request.place.slug, request.cycle.slug)
    return _screen(request, form)


def _parties(request: PageRequest) -> dict[str, Any]:
    here = rules.writes_here(request.actor, request.place.pk)
    return {"parties": queries.speakers(request.actor, request.place), "works_here": here}


def _definition(request: PageRequest, code: str) -> Any:
    found = queries.definition(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def _statement(found: Any, pk: int) -> Any:
    row = queries.statement(found, pk)
    if row is None:
        raise NotThere()
    return row


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
    """One screen about one definition. `guarded`: two people changing it at once is noticed."""
    _check(act.info.verb, request, found)
    form = filled(form_class, request, seen=found.version if guarded else None, **extra)
    if (made := attempt(form, act, found, **(facts or {}))) is not None:
        return redirect(found if isinstance(made, list) else made)
    if form.stale:
        form.see(found.version)
    return _screen(request, form, back=found.get_absolute_url(), thing=found)


def _screen(request: PageRequest, form: Any, **facts: Any) -> HttpResponse:
    shown = {"form": form, "heading": form.heading, "lead": form.lead, **facts}
    return render(request, "quality/step.html", shown)
