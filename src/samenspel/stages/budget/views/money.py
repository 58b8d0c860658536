"""Pages about amounts: the front page, grants, and one line."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.action import BadInput, NotThere, available_actions
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.people.queries import parties_at
from samenspel.stages.budget import actions, forms, queries, rules
from samenspel.stages.budget.views.common import SAVE, done, form_page, source_first

PER_PAGE = 50


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """All money that works here, and how sure we are of it."""
    context = {
        "front": queries.front(request.cycle, request.actor),
        "may_import": rules.may_import(request.actor, request.place),
        "may_record": rules.may_record(request.actor, request.cycle),
        "may_publish": rules.may_publish(request.actor, request.cycle),
    }
    return render(request, "budget/index.html", context)


@page(Access.PUBLIC, methods=("GET",))
def grants(request: PageRequest) -> HttpResponse:
    """All grants, fifty on a page."""
    years, schemes = queries.years_of(request.place), queries.schemes_of(request.place)
    form = forms.FilterForm(request.GET, years=years, schemes=schemes)
    if not form.is_valid():
        raise BadInput(_("Dit kunt u hier niet kiezen. Kies uit de lijst."))
    rows = queries.grants_of(request.place, **form.wanted())
    context = {"form": form, "rows": Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))}
    return render(request, "budget/grants.html", context)


@page(Access.PUBLIC, methods=("GET",))
def lines(request: PageRequest) -> HttpResponse:
    """All lines that can be talked about, fifty on a page."""
    shown = Paginator(queries.lines_of(request.cycle, request.actor), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "budget/lines.html", {"rows": shown, "lines": queries.shown_lines(shown)})


@page(Access.PUBLIC, methods=("GET",))
def budget_line(request: PageRequest, code: str) -> HttpResponse:
    """One amount: where it comes from, how sure it is, what it pays and what was asked."""
    line = _line(request, code)
    can = available_actions(request.actor, line, "budget.budget_line")
    context = {"page": queries.line_page(line), "line": line, "can": {a.verb.rsplit(".", 1)[-1] for a in can}}
    return render(request, "budget/line.html", context)


def _line(request: PageRequest, code: str) -> Any:
    if found := queries.line_by_code(request.cycle, code.upper(), request.actor):
        return found
    raise NotThere(_("Dit bedrag kennen wij niet. Op de bladzijde ‘Geld’ staan alle bedragen van deze ronde."))


@page(Access.ACTION)
def record(request: PageRequest) -> HttpResponse:
    """Write an amount down."""
    only(actions.record_line.info.rule, request, request.cycle)
    sources, schemes = queries.source_list(request.place), queries.schemes_of(request.place)
    form = filled(forms.RecordForm, request, sources=sources, schemes=schemes, parties=parties_at(request.place))
    if line := attempt(form, actions.record_line, request.cycle):
        return done(request, "budget_line", _("Bewaard. Iedereen kan er nu naar vragen."), line.code)
    return form_page(request, form, _("Een bedrag opschrijven"), SAVE, lead="" if sources else source_first(request))


@page(Access.ACTION)
def correct(request: PageRequest, code: str) -> HttpResponse:
    """Put an amount right."""
    line = _line(request, code)
    known = {"cents": line.cents, "confidence": line.confidence, "method": line.method}
    only(actions.correct_line.info.rule, request, line)
    form = filled(forms.CorrectForm, request, seen=line.version, initial=known)
    if attempt(form, actions.correct_line, line):
        return done(request, "budget_line", _("Bewaard. Het oude bedrag blijft te zien."), line.code)
    return form_page(request, form, _("Het bedrag verbeteren"), SAVE, thing=line)


@page(Access.ACTION)
def pay(request: PageRequest, code: str) -> HttpResponse:
    """Link money to what it pays."""
    line, plan = _line(request, code), queries.plan_lines_to_pay(request.cycle)
    only(actions.pay.info.rule, request, line)
    form = filled(forms.PayForm, request, lines=plan)
    if attempt(form, actions.pay, line):
        return done(request, "budget_line", _("Bewaard. Deze euro is nu te volgen."), line.code)
    lead = "" if plan else _("Het gebiedsplan is nog niet uitgegeven. Daarom is er nog niets te kiezen.")
    return form_page(request, form, _("Wat betaalt dit geld?"), SAVE, thing=line, lead=lead)


@page(Access.ACTION)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Take an amount back."""
    line = _line(request, code)
    only(actions.withdraw_line.info.rule, request, line)
    form = filled(forms.ReasonForm, request)
    if attempt(form, actions.withdraw_line, line):
        return done(request, "index", _("Het bedrag is teruggenomen."))
    lead = _("Het bedrag verdwijnt uit lijsten en sommen. De reden blijft in het logboek.")
    return form_page(request, form, _("Dit bedrag terugnemen?"), _("Neem terug"), thing=line, lead=lead)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Make the next edition."""
    only(actions.publish_edition.info.rule, request, request.cycle)
    lead = _("Een uitgave verandert nooit meer. Weten wij later meer, dan komt er een nieuwe.")
    form = filled(PublishForm, request, heading=_("Het geld van de buurt uitgeven"), lead=lead)
    if edition := attempt(form, actions.publish_edition, request.cycle):
        return redirect("handover:edition", request.place.slug, request.cycle.slug, "budget", edition.number)
    return form_page(request, form, form.heading, form.submit, lead=form.lead)
