"""Pages of assets: what one can count on, offering, bringing together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.offers import actions, queries
from samenspel.instruments.offers.forms import MatchForm, StopForm
from samenspel.instruments.offers.states import AssetKind, Side
from samenspel.instruments.stories.forms import HideForm
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.kernel.places.queries import pieces_of
from samenspel.stages.profile.forms import AskForm, OfferForm
from samenspel.stages.profile.views.areas import Pieces
from samenspel.stages.profile.views.common import check, flow, may, paged
from samenspel.ui.figures import Receipt

SIDES = (("", pgettext_lazy("filter", "Alles")), *Side.choices)
GROUPS = (("ruimte", pgettext_lazy("filter", "Ruimte")), ("werk", pgettext_lazy("filter", "Werk en leren")))
MOST_ENDING = 5


@page(Access.PUBLIC, methods=("GET",))
def assets(request: PageRequest) -> HttpResponse:
    """Everything and everybody one can count on, and what is looked for."""
    wanted = _wanted(request)
    link = f"?kant={quote(wanted.side)}&soort={quote(wanted.kind)}&buurt="
    pieces = Pieces(request.place, queries.counts_by_area(request.cycle, wanted), link)
    wanted = replace(wanted, area=pieces.known(wanted.area))
    facts = {
        "page_obj": paged(request, queries.standing(request.cycle, request.actor, wanted)), "wanted": wanted,
        "kinds": AssetKind.choices, "sides": SIDES, "groups": GROUPS, "pieces": pieces,
        "ending": list(queries.ending_soon(request.cycle, request.actor)[:MOST_ENDING]),
    }  # fmt: skip
    return render(request, "profile/assets.html", facts)


def _wanted(request: PageRequest) -> queries.Wanted:
    """What was chosen above the list; what is not a choice is left aside."""
    side, kind = request.GET.get("kant", ""), request.GET.get("soort", "")
    known = kind in AssetKind.values or kind in queries.GROUPS
    return queries.Wanted(side if side in Side.values else "", kind if known else "", request.GET.get("buurt", ""))


@page(Access.PUBLIC)
def offer(request: PageRequest) -> HttpResponse:
    """Offer something; no account needed."""
    return _place(request, OfferForm, Side.OFFER, _("De balie belt of mailt u als iemand dit zoekt."))


@page(Access.PUBLIC)
def ask(request: PageRequest) -> HttpResponse:
    """Look for something; no account needed."""
    return _place(request, AskForm, Side.ASK, _("De balie belt of mailt u als iemand u kan helpen."))


def _place(request: PageRequest, form_class: Any, side: str, line: str) -> HttpResponse:
    areas = [(p.slug, p.name) for p in pieces_of(request.place)]
    kind = request.GET.get("soort", "")
    given = {"kind": kind} if kind in AssetKind.values else {}
    form = filled(form_class, request, place=request.place.pk, areas=areas, initial=given)
    made = attempt(form, actions.offer_asset, request.cycle, side=side) if form.finished else None
    if made := made or queries.offered_before(request.cycle, form.refused_code):
        slip = Receipt(made.code, _("Uw bon"), made.node.words, (line,))
        return render(request, "profile/offered.html", {"asset": made, "slip": slip})
    return flow(request, form)


@page(Access.PUBLIC, methods=("GET",))
def asset(request: PageRequest, code: str) -> HttpResponse:
    """One offer or ask, and what came of it."""
    found = _asset(request, code)
    _before, after = links_of(found.node)
    facts = {
        "asset": found, "matches": list(queries.matches_of(found)[:50]), "after": after,
        "open": queries.open_matches(found, request.actor), "may_react": found.node.public and found.stands,
        **_allowed(request, found),
    }  # fmt: skip
    return render(request, "profile/asset.html", facts)


def _allowed(request: PageRequest, found: Any) -> dict[str, bool]:
    """Which buttons there are for the one who reads."""
    public = found.node.public
    return {
        "may_show": not public and may("offers.asset.show", request, found),
        "may_hide": public and may("offers.asset.hide", request, found),
        "may_match": public and may("offers.asset.match", request, found),
        "may_finish": may("offers.asset.finish", request, found),
        "may_stop": may("offers.asset.stop", request, found),
        "may_confirm": public and may("offers.asset.confirm", request, found),
    }


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
    form = filled(MatchForm, request, others=queries.seekers(found))
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
