"""Pages of figures: one figure as a reason, where figures come from, reading in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.stages.profile import actions, forms, queries
from samenspel.stages.profile.views import pictures
from samenspel.stages.profile.views.common import check, flow, may


@page(Access.PUBLIC, methods=("GET",))
def figure(request: PageRequest, code: str) -> HttpResponse:
    """One figure, with everything one should know before using it."""
    found = queries.figure_by_code(request.cycle, code)
    if found is None or found.node is None:
        raise NotThere()
    _before, after = links_of(found.node)
    others = pictures.beside(queries.shown_elsewhere(found, request.place))
    facts = {"figure": found, "shown": queries.shown(found), "after": after, "others": others}
    return render(request, "profile/figure.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def sources(request: PageRequest) -> HttpResponse:
    """Where the figures come from, how they are reckoned with, and which are used as a reason."""
    facts = {
        "counted": queries.counted(request.cycle), "tables": list(queries.tables_read(request.place)[:40]),
        "cited": list(queries.cited_figures(request.cycle)[:100]),
        "may_import": may("profile.figure.import", request, request.place),
        "may_cite": may("profile.figure.cite", request, request.cycle),
    }  # fmt: skip
    return render(request, "profile/sources.html", facts)


@page(Access.ACTION)
def take_in_own(request: PageRequest) -> HttpResponse:
    """Read in files of our own form, with one figure a line."""
    check("profile.figure.import", request, request.place)
    form = filled(forms.FiguresForm, request)
    if attempt(form, actions.import_figures, request.place):
        return redirect("profile:sources", request.place.slug, request.cycle.slug)
    return flow(request, form)


take_in_own.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.ACTION, methods=("POST",))
def cite(request: PageRequest, indicator: str, area: str, period: str) -> HttpResponseRedirect:
    """Use a figure as a reason."""
    made = actions.cite_figure(request.cycle, by=request.actor, indicator=indicator, area_code=area, period=period)
    return redirect("profile:figure", request.place.slug, request.cycle.slug, made.code)
