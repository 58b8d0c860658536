"""Pages about where amounts come from: the city's budget, registers, and files that are read."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.budget import actions, forms, queries, rules
from samenspel.stages.budget.views.common import SAVE, done, form_page


@page(Access.PUBLIC, methods=("GET",))
def city(request: PageRequest) -> HttpResponse:
    """What the whole municipality plans and spends."""
    budgets = [(one, queries.city_table(one)) for one in queries.city(request.place)]
    return render(request, "budget/city.html", {"budgets": budgets})


@page(Access.PUBLIC, methods=("GET",))
def sources(request: PageRequest) -> HttpResponse:
    """Where the amounts come from."""
    context = {
        "sources": queries.sources_of(request.place),
        "may_import": rules.may_import(request.actor, request.place),
    }
    return render(request, "budget/sources.html", context)


@page(Access.ACTION)
def add_source(request: PageRequest) -> HttpResponse:
    """Name a document."""
    only(actions.add_source.info.rule, request, request.place)
    form = filled(forms.SourceForm, request)
    if attempt(form, actions.add_source, request.place):
        return done(request, "record", _("Bewaard. U kunt nu bedragen uit deze bron opschrijven."))
    return form_page(request, form, _("Een bron toevoegen"), SAVE)


@page(Access.ACTION)
def import_grants(request: PageRequest) -> HttpResponse:
    """Bring in grants from a file."""
    only(actions.import_grants.info.rule, request, request.place)
    form = filled(forms.GrantsForm, request)
    if source := attempt(form, actions.import_grants, request.place):
        words = _("%(n)s rijen gelezen: %(new)s nieuw, %(changed)s veranderd.")
        facts = {"n": source.rows_read, "new": source.rows_new, "changed": source.rows_changed}
        return done(request, "sources", words % facts)
    lead = _("Staat er één fout in? Dan lezen wij niets in, en zeggen wij wat er mis is.")
    return form_page(request, form, _("Subsidies inlezen"), _("Lees in"), lead=lead)


@page(Access.ACTION)
def import_task_fields(request: PageRequest) -> HttpResponse:
    """Bring in the budget of the whole municipality."""
    only(actions.import_task_fields.info.rule, request, request.place)
    form = filled(forms.TaskFieldsForm, request)
    if attempt(form, actions.import_task_fields, request.place):
        return done(request, "city", _("Ingelezen."))
    return form_page(request, form, _("De begroting van de gemeente inlezen"), _("Lees in"))


for _takes_files in (import_grants, import_task_fields):
    _takes_files.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.ACTION)
def residents(request: PageRequest) -> HttpResponse:
    """Say how many people live here."""
    only(actions.count_residents.info.rule, request, request.place)
    form = filled(forms.ResidentsForm, request)
    if attempt(form, actions.count_residents, request.place):
        return done(request, "index", _("Bewaard. De bedragen per inwoner rekenen hiermee."))
    return form_page(request, form, _("Hoeveel mensen wonen hier?"), SAVE)
