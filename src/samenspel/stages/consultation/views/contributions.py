"""Pages of contributions: reading, bringing in, taking back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.contracts.themes import theme_key
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.kernel.places.themes import theme_choices
from samenspel.stages.consultation import actions, forms, queries
from samenspel.stages.consultation.views.common import check, find, flow, may, paged
from samenspel.ui.figures import Receipt


@page(Access.PUBLIC, methods=("GET",))
def contributions(request: PageRequest) -> HttpResponse:
    """What people brought in."""
    key = theme_key(request.GET.get("thema", ""))
    rows = paged(request, queries.contributions_of(request.cycle, request.actor, key))
    facts = {"page_obj": rows, "theme": key, "themes": theme_choices("")[1:]}
    return render(request, "consultation/contributions.html", facts)


@page(Access.PUBLIC)
def give(request: PageRequest) -> HttpResponse:
    """Bring something in; no account needed."""
    asked = queries.lesson(request.cycle, request.POST.get("lesson") or request.GET.get("les", ""))
    key = theme_key(request.GET.get("thema", ""))
    given = {"lesson": asked.code if asked else "", "theme": asked.theme if asked else key}
    form = filled(forms.GiveForm, request, place=request.place.pk, initial=given)
    made = attempt(form, actions.give_contribution, request.cycle) if form.finished else None
    if made := made or queries.given_before(request.cycle, form.refused_code):
        slip = Receipt(made.code, _("Uw bon. Schrijf hem op of print hem."), made.node.words,
                       (_("Met deze code ziet u wat ermee gebeurt."),))  # fmt: skip
        return render(request, "consultation/given.html", {"contribution": made, "slip": slip})
    return flow(request, form, about=asked.change if asked else "")


@page(Access.PUBLIC, methods=("GET",))
def contribution(request: PageRequest, code: str) -> HttpResponse:
    """One contribution, and what became of it."""
    found = find(request, code)
    before, after = links_of(found.node)
    facts = {
        "contribution": found, "before": before, "after": after,
        "may_show": may("consultation.contribution.show", request, found),
        "may_hide": may("consultation.contribution.hide", request, found),
        "may_withdraw": may("consultation.contribution.withdraw", request, found),
    }  # fmt: skip
    return render(request, "consultation/contribution.html", facts)


@page(Access.ACTION)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Take one's own contribution back."""
    found = queries.contribution_to_take_back(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    form = filled(forms.WithdrawForm, request, place=request.place.pk)
    if not form.is_bound and not request.actor.helps_at(request.place.pk):
        check("consultation.contribution.withdraw", request, found)
    if attempt(form, actions.withdraw_contribution, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())
