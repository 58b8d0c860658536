"""Pages of what was heard: by theme, by channel, and from whom."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.contracts.themes import THEME, theme_key, theme_slug
from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.consultation import actions, forms, queries
from samenspel.stages.consultation.views.common import check, flow, may, paged

MOST_OFFERED = 200  # contributions to tick at one harvest


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """What was heard until now, and the questions that are open."""
    cycle = request.cycle
    themes = queries.themes_heard(cycle)
    facts = {
        "themes": themes, "channels": queries.channels_heard(themes), "total": sum(t.total for t in themes),
        "heard": queries.who_was_heard(cycle), "lessons": queries.lessons_before(cycle),
        "editions": list(editions_of(cycle, "consultation")[:10]),
        "may_enter": may("consultation.contribution.enter_sheet", request, cycle),
        "may_show": may("consultation.contribution.show", request, cycle),
        "may_publish": may("consultation.edition.publish", request, cycle),
    }  # fmt: skip
    return render(request, "consultation/index.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def theme(request: PageRequest, theme: str) -> HttpResponse:
    """What was heard about one theme."""
    key = theme_key(theme)
    harvest = queries.harvest_of(request.cycle, key)
    found = next((t for t in queries.themes_heard(request.cycle, [harvest] if harvest else []) if t.key == key), None)
    if found is None and key not in THEME:
        raise NotThere()
    rows = paged(request, queries.contributions_of(request.cycle, request.actor, key))
    facts = {"theme": found or queries.ThemeCount(key, {}, {}), "harvest": harvest, "page_obj": rows,
             "may_write": may("consultation.harvest.write", request, request.cycle)}  # fmt: skip
    return render(request, "consultation/theme.html", facts)


@page(Access.ACTION)
def write(request: PageRequest, theme: str) -> HttpResponse:
    """Put together what was heard about a theme."""
    key = theme_key(theme)
    check("consultation.harvest.write", request, request.cycle)
    offered, given = queries.harvest_choices(request.cycle, key, MOST_OFFERED)
    form = filled(forms.HarvestForm, request, offered=offered, initial=given)
    if attempt(form, actions.write_harvest, request.cycle, theme=key):
        return redirect("consultation:theme", request.place.slug, request.cycle.slug, theme_slug(key))
    return flow(request, form, about=theme_words(key))


@page(Access.ACTION)
def count(request: PageRequest) -> HttpResponse:
    """Count who was heard."""
    check("consultation.harvest.count_group", request, request.cycle)
    form = filled(forms.CountForm, request)
    if attempt(form, actions.count_group, request.cycle):
        return redirect("consultation:index", request.place.slug, request.cycle.slug)
    return flow(request, form)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give what was heard a number."""
    check("consultation.edition.publish", request, request.cycle)
    form = filled(PublishForm, request, heading=_("Uitgeven wat we hoorden"))
    if made := attempt(form, actions.publish_edition, request.cycle):
        return redirect("handover:edition", request.place.slug, request.cycle.slug, "consultation", made.number)
    return flow(request, form)
