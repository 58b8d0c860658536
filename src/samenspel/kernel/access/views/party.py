"""Pages of a party: read, found, describe, join, leave, split, go on together, stop."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.contracts.actor import Role
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.access.queries import parties_spoken_for
from samenspel.kernel.action import NotThere, available_actions
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.people import actions, forms, queries, rules
from samenspel.kernel.people.models import Membership, Party

PER_PAGE = 50
BY_ASKING = gettext_lazy(
    "Bij een gemeente of instelling komt u via hun woordvoerder of via de organisator. Er is niets veranderd. "
    "Vraag het aan hen."
)


def _known(found: Party | None) -> Party:
    if found is not None:
        return found
    raise NotThere(_("Deze groep kennen wij niet. Bij ‘Groepen’ staan alle groepen van de buurt."))


def _party(request: PageRequest, slug: str) -> Party:
    return _known(queries.party(request.place, slug))


@page(Access.PUBLIC)
def parties(request: PageRequest) -> HttpResponse:
    """Everybody at the table of this place."""
    found = queries.parties_at(request.place).order_by("name", "pk")
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": shown, "peopled": any(getattr(party, "people", 0) for party in shown)}
    return render(request, "people/parties.html", context)


@page(Access.PUBLIC)
def party(request: PageRequest, slug: str) -> HttpResponse:
    """Why, what, for whom, who stands behind it, what it needs and gave."""
    there, branches = queries.family(request.place, slug)
    found = _known(there)
    context = {
        "party": found,
        "members": queries.members_of(found, request.actor),
        "mine": any(m.role == Role.MEMBER and m.party == found.pk for m in request.actor.mandates),
        "joins": rules.comes_in(request.actor, found),
        "links": queries.links_of(found),
        "branches": branches,
        "can": {info.verb.split(".")[-1] for info in available_actions(request.actor, found, "people.party")},
    }
    return render(request, "people/party.html", context)


@page(Access.ACCOUNT)
def found(request: PageRequest) -> HttpResponse:
    """Begin a group in a minute."""
    kinds = rules.kinds_for(request.actor, request.place)
    form = filled(forms.FoundForm, request, request.place.pk, kinds=kinds)
    if new := attempt(form, actions.found_party, request.place):
        return redirect(new)
    return render(request, "people/found.html", {"form": form})


@page(Access.ACCOUNT)
def describe(request: PageRequest, slug: str) -> HttpResponse:
    """The group writes its own page."""
    found = _party(request, slug)
    only(rules.may_describe, request, found)
    words = {name: getattr(found, name) for name in actions.PARTY_WORDS}
    form = filled(forms.DescribeForm, request, request.place.pk, seen=found.version, initial=words)
    if attempt(form, actions.describe_party, found):
        return redirect(found)
    return render(request, "people/describe.html", {"form": form, "party": found})


@page(Access.ACCOUNT)
def join(request: PageRequest, slug: str) -> HttpResponse:
    """Stand behind a group."""
    found = _party(request, slug)
    only(rules.comes_in, request, found, BY_ASKING)
    form = filled(forms.JoinForm, request, request.place.pk)
    if attempt(form, actions.join_party, found):
        messages.success(request, _("U doet mee. Welkom."))
        return redirect(found)
    return render(request, "people/join.html", {"form": form, "party": found})


@page(Access.ACCOUNT)
def leave(request: PageRequest, slug: str) -> HttpResponse:
    """Step back from a group, without a reason."""
    found = _party(request, slug)
    form = filled(forms.ConfirmForm, request)
    if attempt(form, actions.leave_party, found):
        messages.success(request, _("U doet niet meer mee. Bedankt voor wat u gaf."))
        return redirect(found)
    return render(request, "people/leave.html", {"form": form, "party": found})


@page(Access.ACCOUNT)
def split(request: PageRequest, slug: str) -> HttpResponse:
    """Part of the group goes on as its own group."""
    found = _party(request, slug)
    only(rules.may_describe, request, found)
    form = filled(forms.SplitForm, request, request.place.pk)
    if new := attempt(form, actions.split_party, found):
        return redirect(new)
    return render(request, "people/split.html", {"form": form, "party": found})


@page(Access.ACCOUNT)
def join_into(request: PageRequest, slug: str) -> HttpResponse:
    """Two groups go on as one."""
    found = _party(request, slug)
    only(rules.may_describe, request, found)
    others = parties_spoken_for(request.actor.mandates).exclude(pk=found.pk)
    form = filled(forms.JoinIntoForm, request, others=others)
    if attempt(form, actions.join_into, found):
        return redirect(form.cleaned_data["other"])
    return render(request, "people/join_into.html", {"form": form, "party": found})


@page(Access.ACCOUNT)
def stop(request: PageRequest, slug: str) -> HttpResponse:
    """The group stops."""
    found = _party(request, slug)
    only(rules.may_describe, request, found)
    form = filled(forms.ConfirmForm, request)
    if attempt(form, actions.stop_party, found):
        return redirect(found)
    return render(request, "people/stop.html", {"form": form, "party": found})


@page(Access.ACCOUNT)
def links(request: PageRequest, slug: str) -> HttpResponse:
    """The group looks at what keeps it going."""
    found = _party(request, slug)
    only(rules.may_describe, request, found)
    form = filled(forms.LinkForm, request, initial={"link": request.GET.get("schakel", "dream")})
    if attempt(form, actions.mark_link, found):
        return redirect(found)
    return render(request, "people/links.html", {"form": form, "party": found, "links": queries.links_of(found)})


def _membership(request: PageRequest, slug: str, pk: int) -> Membership:
    if row := queries.membership_by_pk(_party(request, slug), pk):
        return row
    raise NotThere(_("Deze persoon doet niet meer mee met de groep. Er is niets veranderd."))


@page(Access.ACCOUNT, methods=("POST",))
def let_speak(request: PageRequest, slug: str, pk: int) -> HttpResponse:
    """One of the group may speak for it, or no longer."""
    row = _membership(request, slug, pk)
    actions.let_speak(row, by=request.actor, speaks=request.POST.get("speaks") == "1")
    return redirect("people:party", place=request.place.slug, slug=slug)
