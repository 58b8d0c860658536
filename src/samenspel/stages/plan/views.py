"""Pages of the plan: read it, print it, and the forms that change a line."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.access.queries import parties_spoken_for
from samenspel.kernel.action import NotThere, available_actions
from samenspel.kernel.action.forms import ActionForm, attempt, filled
from samenspel.kernel.action.rules import Words
from samenspel.kernel.cycle.queries import bodies_of
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.people.queries import duos_at, parties_at
from samenspel.stages.plan import actions, forms, queries, rules

SAVE = pgettext_lazy("button", "Bewaar")
STOP = pgettext_lazy("button", "Stop")
DESCRIBED = ("title", "action", "starts", "ends", "needs_cents", "needs_hours", "needs_square_metres", "owner")


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What we are going to do, by priority."""
    context = {
        "board": queries.board(request.cycle, request.actor),
        "editions": queries.editions(request.cycle),
        "may_draft": rules.may_draft(request.actor, request.cycle),
        "may_publish": rules.may_publish(request.actor, request.cycle),
    }
    return render(request, "plan/index.html", context)


@page(Access.PUBLIC, methods=("GET",))
def whole(request: PageRequest) -> HttpResponse:
    """The whole plan on paper: every line with everything in it."""
    return render(request, "plan/whole.html", {"board": queries.board(request.cycle, request.actor)})


@page(Access.PUBLIC, methods=("GET",))
def plan_line(request: PageRequest, code: str) -> HttpResponse:
    """One line: what, who, when, with what, and why."""
    line = _line(request, code)
    context = {
        "page": queries.line_page(line),
        "line": line,
        "can": {a.verb.rsplit(".", 1)[-1] for a in available_actions(request.actor, line, "plan.plan_line")},
    }
    return render(request, "plan/line.html", context)


def _line(request: PageRequest, code: str) -> Any:
    if found := queries.line_by_code(request.cycle, code.upper(), request.actor):
        return found
    raise NotThere(_("Deze planregel kennen wij niet. In het plan staan alle regels van deze ronde."))


def _form(
    request: PageRequest, form: ActionForm, title: Words, submit: Words, line: Any = None, lead: Words = ""
) -> HttpResponse:
    """One page for one act."""
    back = line.get_absolute_url() if line else None
    facts = {"form": form, "title": title, "submit": submit, "line": line, "back": back, "lead_text": lead}
    return render(request, "plan/form.html", facts)


def _done(request: PageRequest, line: Any, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("plan:plan_line", request.place.slug, request.cycle.slug, line.code)


def _lists(request: PageRequest) -> dict[str, Any]:
    return {"duos": duos_at(request.place), "parties": parties_at(request.place)}


@page(Access.ACTION)
def draft(request: PageRequest) -> HttpResponse:
    """Write down what could be done."""
    spoken_for = parties_spoken_for(request.actor.mandates)
    only(actions.draft.info.rule, request, request.cycle)
    form = filled(forms.DraftForm, request, request.place.pk, spoken_for=spoken_for, **_lists(request))
    if line := attempt(form, actions.draft, request.cycle):
        return _done(request, line, _("Bewaard. Het is nog een concept: leg het voor als het klaar is."))
    return _form(request, form, _("Een nieuwe planregel"), _("Bewaar als concept"))


@page(Access.ACTION)
def describe(request: PageRequest, code: str) -> HttpResponse:
    """Say it better."""
    line = _line(request, code)
    known = {name: getattr(line, name) for name in DESCRIBED}
    known["partners"] = [row.party_id for row in line.partner_rows.all()]
    only(actions.describe.info.rule, request, line)
    form = filled(forms.LineForm, request, request.place.pk, seen=line.version, initial=known, **_lists(request))
    if attempt(form, actions.describe, line):
        return _done(request, line, _("Bewaard."))
    return _form(request, form, _("De planregel bijwerken"), SAVE, line)


@page(Access.ACTION)
def name_owners(request: PageRequest, code: str) -> HttpResponse:
    """Say who looks after it."""
    line = _line(request, code)
    only(actions.name_owners.info.rule, request, line)
    form = filled(forms.OwnersForm, request, duos=duos_at(request.place), initial={"owner": line.owner})
    if attempt(form, actions.name_owners, line):
        return _done(request, line, _("Bewaard. Deze twee trekken de regel."))
    lead = _("Een bewoner en een professional trekken het samen.")
    return _form(request, form, _("Wie trekt dit?"), SAVE, line, lead)


@page(Access.ACTION)
def answer_priority(request: PageRequest, code: str) -> HttpResponse:
    """Say which priority this answers."""
    line = _line(request, code)
    priorities = queries.priorities_to_answer(request.cycle)
    only(actions.answer_priority.info.rule, request, line)
    form = filled(forms.PriorityForm, request, priorities=priorities)
    if attempt(form, actions.answer_priority, line):
        return _done(request, line, _("Bewaard. De regel hoort nu bij deze prioriteit."))
    lead = "" if priorities else _("De buurtagenda is nog niet uitgegeven. Daarom is er nog niets te kiezen.")
    return _form(request, form, _("Bij welke prioriteit hoort dit?"), SAVE, line, lead)


@page(Access.ACTION)
def take_proposal(request: PageRequest, code: str) -> HttpResponse:
    """Take in a proposal that got a yes."""
    line = _line(request, code)
    proposals = queries.proposals_to_take_in(request.cycle)
    only(actions.take_proposal.info.rule, request, line)
    form = filled(forms.ProposalForm, request, proposals=proposals)
    if attempt(form, actions.take_proposal, line):
        return _done(request, line, _("Bewaard. Het voorstel staat nu in het plan."))
    lead = "" if proposals else _("Er is nog geen voorstel met een ja uitgegeven. Daarom is er niets te kiezen.")
    return _form(request, form, _("Een voorstel opnemen"), _("Neem op"), line, lead)


@page(Access.ACTION)
def propose(request: PageRequest, code: str) -> HttpResponse:
    """Put it in the open, for a decision."""
    line = _line(request, code)
    only(actions.propose.info.rule, request, line)
    form = filled(ActionForm, request, seen=line.version)
    if attempt(form, actions.propose, line):
        return _done(request, line, _("De regel is nu openbaar en ligt voor besluit."))
    lead = _("Iedereen kan de regel dan lezen. Wie mag beslissen, kan daarna ja of nee zeggen.")
    return _form(request, form, _("Deze regel voorleggen?"), _("Leg voor"), line, lead)


@page(Access.ACTION)
def decide(request: PageRequest, code: str) -> HttpResponse:
    """Write down what was decided."""
    line = _line(request, code)
    only(actions.decide.info.rule, request, line)
    form = filled(forms.DecideForm, request, bodies=bodies_of(request.place))
    if attempt(form, actions.decide, line):
        return _done(request, line, _("Het besluit staat erbij, met de reden."))
    return _form(request, form, _("Wat is er besloten?"), _("Bewaar het besluit"), line)


@page(Access.ACTION)
def report_progress(request: PageRequest, code: str) -> HttpResponse:
    """Tell how it goes."""
    line = _line(request, code)
    only(actions.report_progress.info.rule, request, line)
    form = filled(forms.ProgressForm, request, request.place.pk)
    if attempt(form, actions.report_progress, line):
        return _done(request, line, _("Bedankt. Uw verhaal staat erbij."))
    return _form(request, form, _("Hoe gaat het?"), _("Vertel het"), line)


@page(Access.ACTION)
def finish(request: PageRequest, code: str) -> HttpResponse:
    """Say that it is done."""
    line = _line(request, code)
    only(actions.finish.info.rule, request, line)
    form = filled(forms.FinishForm, request, request.place.pk)
    if attempt(form, actions.finish, line):
        return _done(request, line, _("Gedaan. Bedankt voor het werk."))
    return _form(request, form, _("Is het gedaan?"), _("Ja, het is gedaan"), line)


@page(Access.ACTION)
def stop(request: PageRequest, code: str) -> HttpResponse:
    """Say that it will not be done, and why."""
    line = _line(request, code)
    only(actions.stop.info.rule, request, line)
    form = filled(forms.StopForm, request)
    if attempt(form, actions.stop, line):
        return redirect("plan:index", request.place.slug, request.cycle.slug)
    lead = _("De regel blijft in het plan staan.")
    return _form(request, form, _("Stoppen met deze regel?"), STOP, line, lead)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Make the next edition."""
    only(actions.publish_edition.info.rule, request, request.cycle)
    lead = _("Een uitgave verandert nooit meer. Wordt het plan beter, dan komt er een nieuwe.")
    form = filled(PublishForm, request, heading=_("Het plan uitgeven"), lead=lead)
    if edition := attempt(form, actions.publish_edition, request.cycle):
        return redirect("handover:edition", request.place.slug, request.cycle.slug, "plan", edition.number)
    return _form(request, form, form.heading, form.submit, lead=form.lead)
