"""The profile itself: what goes well, the compass, and figures beside stories."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.contracts.themes import THEME, theme_key, theme_slug
from samenspel.instruments.offers.queries import standing_assets
from samenspel.instruments.stories.queries import first_of_each_theme
from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.profile import actions, forms, queries
from samenspel.stages.profile.rules import edits
from samenspel.stages.profile.views import pictures, whole
from samenspel.stages.profile.views.common import check, flow, may

FEATURED = 6  # assets and stories on the first page


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """Who are we? What goes well first, then the compass, then the themes."""
    told = first_of_each_theme(request.cycle)
    found = queries.counted(request.cycle, {story.theme: n for story, n in told})
    facts = {
        "counted": found, "stories": [story for story, _n in told[:3]],
        "assets": list(standing_assets(request.cycle, request.actor)[:FEATURED]),
        "compasses": whole.compasses(found, request),
        "editions": list(editions_of(request.cycle, "profile")[:10]),
        "may_publish": may("profile.edition.publish", request, request.cycle),
        "may_show": may("stories.story.show", request, request.cycle),
    }  # fmt: skip
    return render(request, "profile/index.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def theme(request: PageRequest, theme: str) -> HttpResponse:
    """Figures beside what people tell, for one theme."""
    key = theme_key(theme)
    where, found, readings = queries.theme(request.cycle, key)
    if not found.rows and key not in THEME:
        raise NotThere()
    told = first_of_each_theme(request.cycle, theme=key)
    facts = {
        "theme": found, "where": where, "stories": [story for story, _n in told], "told": told[0][1] if told else 0,
        "table": whole.confronted(request, found, told[0][1] if told else 0),
        "compasses": pictures.compasses_of_figures(where, found.rows, request.place.name),
        "map": pictures.asked_map(where, readings, found.rows, request.GET.get("kaart", "")),
        "edits": edits(request.actor, request.place.pk),
    }  # fmt: skip
    return render(request, "profile/theme.html", facts)


@page(Access.ACTION)
def compare(request: PageRequest, theme: str, indicator: str) -> HttpResponse:
    """Say whether a figure fits what people tell."""
    found = queries.indicator_by_key(indicator)
    if found is None:
        raise NotThere()
    check("profile.theme.compare", request, request.cycle)
    shared = edits(request.actor, request.place.pk)
    form = filled(forms.SharedCompareForm if shared else forms.CompareForm, request)
    back = redirect("profile:theme", request.place.slug, request.cycle.slug, theme_slug(found.theme))
    if attempt(form, actions.compare_theme, request.cycle, indicator=found, shared=shared):
        return back
    return flow(request, form, about=f"{theme_words(found.theme)}: {found.shown_name}", back=back.url)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give the profile a number."""
    check("profile.edition.publish", request, request.cycle)
    form = filled(PublishForm, request, heading=_("Het buurtprofiel uitgeven"))
    if made := attempt(form, actions.publish_edition, request.cycle):
        return redirect("handover:edition", request.place.slug, request.cycle.slug, "profile", made.number)
    return flow(request, form)
