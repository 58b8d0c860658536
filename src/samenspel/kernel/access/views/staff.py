"""Opening and closing a staff session, and walking in as one of the cast."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from samenspel.kernel.access import actions, forms, queries
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.access.proof import login_of, shown
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.people.models import Account
from samenspel.kernel.people.queries import account_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def _account(request: PageRequest) -> Account:
    """Who may not open a staff session does not see this page."""
    account = account_of(request.actor.person)
    if account is None or not queries.is_staff_account(account):
        raise NotThere()
    return account


@page(Access.ACCOUNT)
def staff_session(request: PageRequest) -> HttpResponse:
    """Look in as an administrator, for a short time and with a reason."""
    account = _account(request)
    form = filled(forms.StaffSessionForm, request)
    proof = shown(request)
    if attempt(form, actions.open_staff_session, account, proof=proof):
        return redirect("access:staff_session")
    context = {
        "form": form,
        "session": queries.running_session(account, login_of(request.session)),
        "trusted": queries.trusted_factors(account).exists(),
        "recent": proof is not None and proof.is_recent(),
    }
    return render(request, "access/staff_session.html", context)


@page(Access.ACCOUNT, methods=("POST",))
def close_staff_session(request: PageRequest) -> HttpResponse:
    """Be an ordinary neighbour again."""
    if session := queries.running_session(_account(request), login_of(request.session)):
        actions.close_staff_session(session, by=request.actor)
    return redirect("access:staff_session")


@page(Access.DEMO, methods=("GET",))
def cast(request: PageRequest) -> HttpResponse:
    """Through whose eyes would you like to look?"""
    return render(request, "access/cast.html", {"cast": queries.cast_list()})


@page(Access.DEMO, methods=("POST",))
def walk_in(request: PageRequest, slug: str) -> HttpResponse:
    """Take the place of one of the cast."""
    member = queries.cast_member(slug)
    if member is None:
        raise NotThere(_("Deze persoon woont niet in de voorbeeldbuurt."))
    login(request, member.account, backend=BACKEND)
    back = request.POST.get("next", "")
    if back.startswith("/") and "\\" not in back and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    person = member.account.person
    return redirect(person.place if person and person.place else "people:me")
