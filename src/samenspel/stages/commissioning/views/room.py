"""The room and the things in it."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.instruments.ballots import actions as ballot_actions
from samenspel.instruments.ballots import queries as ballots
from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.lineage.queries import links_of
from samenspel.kernel.people.queries import parties_at
from samenspel.stages.commissioning import actions, forms, queries, tasks
from samenspel.stages.commissioning.views.steps import Step, buttons, check, screen, take


def parties(request: PageRequest, thing: Any) -> dict[str, Any]:
    """The parties of the place, to choose from."""
    return {"parties": {party.pk: party for party in parties_at(request.place)}}


def _decider(request: PageRequest, call: Any) -> dict[str, Any]:
    return {"initial": {"body": call.body}}


def _worker(request: PageRequest, call: Any) -> dict[str, Any]:
    return {"start": tasks.count_votes}


CALL_STEPS = {
    "plan-toevoegen": Step(actions.add_option, forms.OptionForm),
    "sleutelhouders": Step(actions.name_holders, forms.HoldersForm, lead=_(
        "Deze drie mensen krijgen bericht. Ieder haalt zelf een deel van de sleutel op. Twee delen zijn genoeg om te "
        "tellen. Wijst u opnieuw drie mensen aan? Dan halen zij alle drie een nieuw deel op.")),
    "openen": Step(actions.open_call, forms.ConfirmForm, lead=_("Vanaf nu kan iedereen meedoen.")),
    "sluiten": Step(actions.close_call, forms.ConfirmForm, lead=_("Daarna kan niemand meer stemmen.")),
    "tellen": Step(actions.count_call, forms.ConfirmForm, facts=_worker, lead=_(
        "Dit is voor een stemming uit een bestand. Een stembus van hier openen twee sleutelhouders zelf.")),
    "opnieuw-tellen": Step(actions.count_again, forms.ConfirmForm, facts=_worker, lead=_(
        "Duurt het tellen lang, of ging het mis? Dan kan het opnieuw. De stemmen worden maar één keer geteld.")),
    "besluit": Step(actions.decide_call, forms.DecideForm, feed=_decider),
    "stoppen": Step(actions.stop_call, forms.ReasonForm),
}  # fmt: skip


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What we carry out together, and the money we divide."""
    found = queries.board(request.cycle, request.actor)
    verbs = ("joint_plan.draft", "call.draft", "call.import_vote", "edition.publish")
    may = {
        verb.replace(".", "_"): ACTIONS[f"commissioning.{verb}"].rule(request.actor, request.cycle) for verb in verbs
    }
    return render(request, "commissioning/index.html", {"board": found, "may": may, "rows": board_rows(found)})


def board_rows(found: queries.Board) -> dict[str, Any]:
    """Plans and rounds as rows."""
    return {"plans": queries.plan_rows(found.plans), "calls": queries.call_rows(found.calls)}


@page(Access.PUBLIC, methods=("GET",))
def call(request: PageRequest, code: str) -> HttpResponse:
    """A round: what it is about, its rules, its plans."""
    found = queries.call(request.cycle, request.actor, code)
    if "HX-Request" in request.headers and found.state != "counting":
        return HttpResponse(headers={"HX-Refresh": "true"})  # who waited for the count sees the whole page
    may_codes = bool(found.box) and ballot_actions.issue_codes.info.rule(request.actor, found)
    facts = {
        "call": found, "clauses": queries.rulebook(found), "options": queries.options_of(found),
        "steps": buttons(request, found, CALL_STEPS, "call"), "may_codes": may_codes,
        "may_enter": bool(found.box) and ballot_actions.block_code.info.rule(request.actor, found),
        "holders": queries.holders_shown(found, request.actor),
        "turnout": ballots.turnout(found.box) if found.box and found.box.sealed else None,
    }  # fmt: skip
    return render(request, "commissioning/call.html", facts)


@page(Access.ACTION)
def call_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Do something with a round."""
    found = queries.call(request.cycle, request.actor, code)
    return take(request, found, CALL_STEPS, step, found.get_absolute_url())


@page(Access.PUBLIC, methods=("GET",))
def option(request: PageRequest, code: str) -> HttpResponse:
    """One plan that could be chosen, and what came of it."""
    found = queries.option(request.cycle, request.actor, code)
    before, after = links_of(found.node)
    give, suggest = actions.give_award.info, actions.suggest_next_step.info
    facts = {
        "option": found, "before": before, "after": after, "may_suggest": suggest.rule(request.actor, found),
        "may_award": give.rule(request.actor, found) and found.call.state == "decided",
    }  # fmt: skip
    return render(request, "commissioning/option.html", facts)


@page(Access.ACTION)
def suggest(request: PageRequest, code: str) -> HttpResponse:
    """Say what can be done for a plan that got no money."""
    found = queries.option(request.cycle, request.actor, code)
    check(request, actions.suggest_next_step.info, found)
    form = filled(forms.SuggestForm, request, initial={"next_step": found.next_step})
    if attempt(form, actions.suggest_next_step, found):
        return redirect(found)
    return screen(request, form, actions.suggest_next_step.info.label, found.get_absolute_url())


@page(Access.ACTION)
def origin(request: PageRequest, code: str) -> HttpResponse:
    """Say which proposal a plan on the ballot paper came from."""
    found = queries.option(request.cycle, request.actor, code)
    check(request, actions.take_proposal.info, found)
    form = filled(forms.OriginForm, request)
    if attempt(form, actions.take_proposal, found):
        return redirect(found)
    return screen(request, form, actions.take_proposal.info.label, found.get_absolute_url())


@page(Access.ACTION)
def new_call(request: PageRequest) -> HttpResponse:
    """Prepare a round."""
    return _made(request, actions.draft_call, forms.CallForm)


@page(Access.ACTION)
def import_vote(request: PageRequest) -> HttpResponse:
    """Read a vote from a file."""
    return _made(request, actions.import_vote, forms.ImportForm)


import_vote.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.ACTION)
def new_plan(request: PageRequest) -> HttpResponse:
    """Start a joint plan."""
    return _made(request, actions.draft_plan, forms.PlanForm, **parties(request, None))


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Bring out an edition."""
    check(request, actions.publish_edition.info, request.cycle)
    form = filled(PublishForm, request, heading=actions.publish_edition.info.label)
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect(_home(request))
    return screen(request, form, form.heading, _home(request), lead=form.lead)


def _home(request: PageRequest) -> str:
    return reverse("commissioning:index", args=[request.place.slug, request.cycle.slug])


def _made(request: PageRequest, act: Any, form_class: Any, **extra: Any) -> HttpResponse:
    check(request, act.info, request.cycle)
    form = filled(form_class, request, **extra)
    if made := attempt(form, act, request.cycle):
        return redirect(made)
    return screen(request, form, act.info.label, _home(request))
