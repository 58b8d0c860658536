"""The board of promises and the pages of a pact."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.handover.forms import PublishForm
from samenspel.kernel.handover.queries import editions_of
from samenspel.stages.pact import actions, forms, queries
from samenspel.stages.pact.views.common import check, screen, step, there

PAGE = 50


@kept
@page(Access.PUBLIC, methods=("GET",))
def index(request: PageRequest) -> HttpResponse:
    """Who promised what, and how it goes."""
    board, may = queries.board(request.cycle, request.actor), queries.may(request.actor, request.cycle)
    shown = Paginator(board.commitments, PAGE).get_page(request.GET.get("page"))
    facts = {
        "board": board,
        "pacts": queries.pacts(request.cycle, request.actor),
        "page_obj": shown,
        "rows": queries.rows_of(shown.object_list),
        "editions": editions_of(request.cycle, "pact"),
        "may": may,
        "steps": queries.first_steps(request.cycle, may),
    }
    return render(request, "pact/index.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def pact(request: PageRequest, code: str) -> HttpResponse:
    """One pact: what the parties want, who is at the table, and what they promised."""
    found = there(queries.pact(request.cycle, code, request.actor))
    inside = queries.promised_in(found, request.actor)
    shown = Paginator(inside, PAGE).get_page(request.GET.get("page"))
    choices = queries.choices_for(request.actor, found)
    facts = {"pact": found, "page_obj": shown, "rows": queries.rows_of(shown.object_list), "choices": choices}
    return render(request, "pact/pact.html", facts)


@page(Access.ACTION)
def convene(request: PageRequest) -> HttpResponse:
    """Call the others to the table."""
    check("pact.pact.convene", request, request.cycle)
    own, others = queries.speakers(request.actor, request.place), queries.parties_here(request.place)
    form = filled(forms.ConveneForm, request, speakers=own, others=others)
    if made := attempt(form, actions.convene, request.cycle):
        return redirect(made)
    return screen(request, form)


@page(Access.ACTION)
def describe(request: PageRequest, code: str) -> HttpResponse:
    """Make the words better."""
    found = there(queries.pact(request.cycle, code, request.actor))
    now, others = queries.words_of(found), queries.parties_here(request.place)
    return step(request, found, actions.describe, forms.DescribeForm, initial=now, others=others)


@page(Access.ACTION)
def lay_open(request: PageRequest, code: str) -> HttpResponse:
    """Lay it on the table."""
    return step(request, there(queries.pact(request.cycle, code, request.actor)), actions.open_pact, forms.OpenForm)


@page(Access.ACTION)
def sign(request: PageRequest, code: str) -> HttpResponse:
    """Sign for a party."""
    found = there(queries.pact(request.cycle, code, request.actor))
    parties, now = queries.parties_to_sign(request.actor, found), {"name": request.actor.name}
    return step(request, found, actions.sign, forms.SignForm, guarded=False, parties=parties, initial=now)


@page(Access.ACTION)
def bring_into_force(request: PageRequest, code: str) -> HttpResponse:
    """From now on it holds."""
    found = there(queries.pact(request.cycle, code, request.actor))
    return step(request, found, actions.bring_into_force, forms.InForceForm)


@page(Access.ACTION)
def end(request: PageRequest, code: str) -> HttpResponse:
    """It is over, with a reason."""
    return step(request, there(queries.pact(request.cycle, code, request.actor)), actions.end, forms.EndForm)


@page(Access.ACTION)
def publish(request: PageRequest) -> HttpResponse:
    """Give what was promised a number."""
    check("pact.edition.publish", request, request.cycle)
    lead = _("Alles wat nu beloofd is, krijgt een nummer en ligt dan vast. Later kan er een nieuwe uitgave komen.")
    form = filled(PublishForm, request, heading=_("Pact en beloften uitgeven"), lead=lead)
    if attempt(form, actions.publish_edition, request.cycle):
        return redirect("pact:index", request.place.slug, request.cycle.slug)
    return screen(request, form)
