"""My page: who am I, my groups, my messages, my data."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.kernel.access.actor import ACTING_PARTY
from samenspel.kernel.access.holding import alone
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.access.queries import mandates_of, parties_spoken_for
from samenspel.kernel.action import NotThere, Refused
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.people import actions, forms, new_email, queries
from samenspel.kernel.people.models import Account, Person

DETAILS = ("name", "speaks", "notice_by", "notice_rhythm", "contact_text")


def _me(request: PageRequest) -> Person:
    if person := queries.person(request.actor.person):
        return person
    raise NotThere()


def _account(request: PageRequest) -> Account:
    if account := queries.account_of(request.actor.person):
        return account
    raise NotThere()


@page(Access.ACCOUNT, methods=("GET",))
def me(request: PageRequest) -> HttpResponse:
    """Who am I here, and what waits for me."""
    person = request.actor.person or 0
    context = {
        "groups": queries.memberships_of(person),
        "mandates": mandates_of(person),
        "messages_to_me": queries.messages_of(person)[:5],
        "speaks_for": parties_spoken_for(request.actor.mandates),
    }
    return render(request, "people/me.html", context)


@page(Access.ACCOUNT, methods=("GET",))
def my_messages(request: PageRequest) -> HttpResponse:
    """Everything we told this person."""
    pages = Paginator(queries.messages_of(request.actor.person or 0), 20)
    return render(request, "people/messages.html", {"page_obj": pages.get_page(request.GET.get("page"))})


@page(Access.ACCOUNT)
def details(request: PageRequest) -> HttpResponse:
    """How we call and reach this person."""
    person = _me(request)
    known = {name: getattr(person, name) for name in DETAILS}
    form = filled(forms.MyDetailsForm, request, seen=person.version, initial=known)
    if attempt(form, actions.prefer, person, place=person.place):
        messages.success(request, _("Bewaard. Dank u wel."))
        return redirect("people:me")
    return render(request, "people/details.html", {"form": form, "person": person})


@page(Access.ACCOUNT, methods=("GET",))
def my_data(request: PageRequest) -> HttpResponse:
    """Everything that we keep of this person, to take along."""
    answer = JsonResponse(
        queries.own_data(request.actor.person or 0), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@page(Access.ACCOUNT)
def erase(request: PageRequest) -> HttpResponse:
    """Take back what we keep."""
    left = alone(request.actor.person or 0)
    form = filled(forms.EraseForm, request, warned=bool(left))
    if attempt(form, actions.erase_person, _me(request)):
        logout(request)
        return redirect("people:erased")
    return render(request, "people/erase.html", {"form": form, "left": left})


@page(Access.PUBLIC, methods=("GET",))
def erased(request: PageRequest) -> HttpResponse:
    """It is done: what went and what stayed."""
    return render(request, "people/erased.html")


@page(Access.ACCOUNT, methods=("POST",))
def act_for(request: PageRequest) -> HttpResponse:
    """Choose in whose name you act: your own, or that of a party you speak for."""
    wanted = request.POST.get("party", "")
    spoken = {str(party.pk): party for party in parties_spoken_for(request.actor.mandates)}
    request.session[ACTING_PARTY] = spoken[wanted].pk if wanted in spoken else None
    return redirect("people:me")


@page(Access.ACCOUNT)
def email(request: PageRequest) -> HttpResponse:
    """Ask for another address: a code goes there first."""
    form = forms.NewEmailForm(request.POST or None)
    if form.is_valid():
        try:
            new_email.ask(request.session, _account(request).pk, form.cleaned_data["email"])
            return redirect("people:email_code")
        except Refused as refusal:
            form.add_error(None, str(refusal.message))
    return render(request, "people/email.html", {"form": form, "email": _account(request).email})


@page(Access.ACCOUNT)
def email_code(request: PageRequest) -> HttpResponse:
    """The code from the new address makes the change."""
    form = forms.CodeForm(request.POST or None)
    if form.is_valid():
        account = _account(request)
        if address := new_email.answer(request.session, account.pk, form.cleaned_data["code"]):
            actions.change_email(account, by=request.actor, email=address)
            new_email.tell_old_address(account.email)
            messages.success(request, _("Uw nieuwe adres staat erin."))
            return redirect("people:me")
        form.add_error("code", _("Deze code klopt niet, of is te oud. Vraag zo nodig een nieuwe code."))
    return render(request, "people/email_code.html", {"form": form})
