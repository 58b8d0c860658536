"""Pages of assets: what one can count on, offering, bringing together."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.instruments.offers import actions, queries
from samenspel.instruments.offers.forms import MatchForm, StopForm
from samenspel.instruments.offers.states import AssetKind
from samenspel.instruments.stories.forms import HideForm
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.stages.profile.forms import OfferForm
from samenspel.stages.profile.views.common import check, flow, may, paged
from samenspel.ui.figures import Receipt


@page(Access.PUBLIC, methods=("GET",))
def assets(request: PageRequest) -> HttpResponse:
    """Everything and everybody one can count on."""
    kind = request.GET.get("soort", "")
    kind = kind if kind in AssetKind.values else ""
    rows = paged(request, queries.standing_assets(request.cycle, request.actor, kind))
    return render(request, "profile/assets.html", {"page_obj": rows, "kind": kind, "kinds": AssetKind.choices})


@page(Access.PUBLIC)
def offer(request: PageRequest) -> HttpResponse:
    """Offer something; no account needed."""
    form = filled(OfferForm, request, place=request.place.pk)
    made = attempt(form, actions.offer_asset, request.cycle) if form.finished else None
    if made := made or queries.offered_before(request.cycle, form.refused_code):
        slip = Receipt(made.code, _("Uw bon"), made.node.words, (_("De balie belt of mailt u als iemand dit zoekt."),))
        return render(request, "profile/offered.html", {"asset": made, "slip": slip})
    return flow(request, form)


@page(Access.PUBLIC, methods=("GET",))
def asset(request: PageRequest, code: str) -> HttpResponse:
    """One asset, and whom it helped."""
    found = _asset(request, code)
    _before, after = links_of(found.node)
    facts = {
        "asset": found, "matches": list(queries.matches_of(found)[:50]), "after": after,
        "may_show": not found.node.public and may("offers.asset.show", request, found),
        "may_hide": found.node.public and may("offers.asset.hide", request, found),
        "may_match": found.node.public and may("offers.asset.match", request, found),
        "may_finish": may("offers.asset.finish", request, found),
        "may_stop": may("offers.asset.stop", request, found),
    }  # fmt: skip
    return render(request, "profile/asset.html", facts)


@page(Access.ACTION, methods=("POST",))
def show(request: PageRequest, code: str) -> HttpResponseRedirect:
    """Welcome an offer."""
    found = _asset(request, code)
    actions.show_asset(found, by=request.actor)
    return redirect(found)


@page(Access.ACTION)
def hide(request: PageRequest, code: str) -> HttpResponse:
    """Take an offer out of sight, with a reason."""
    found = _asset(request, code)
    check("offers.asset.hide", request, found)
    form = filled(HideForm, request)
    if attempt(form, actions.hide_asset, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION, methods=("POST",))
def finish(request: PageRequest, code: str) -> HttpResponseRedirect:
    """It worked."""
    found = _asset(request, code)
    actions.finish_asset(found, by=request.actor)
    return redirect(found)


@page(Access.ACTION)
def match(request: PageRequest, code: str) -> HttpResponse:
    """Bring who asks and who offers together."""
    found = _asset(request, code)
    form = filled(MatchForm, request)
    if attempt(form, actions.match_asset, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION)
def stop(request: PageRequest, code: str) -> HttpResponse:
    """Stop offering; no questions asked."""
    found = _asset(request, code)
    form = filled(StopForm, request)
    if attempt(form, actions.stop_asset, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


def _asset(request: PageRequest, code: str) -> Any:
    found = queries.asset_by_code(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found
