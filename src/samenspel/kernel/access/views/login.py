"""A short address for logging in, and no page about several addresses per account."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samenspel.kernel.access.page import Access, PageRequest, page


@page(Access.PUBLIC, methods=("GET",))
def login_page(request: PageRequest) -> HttpResponse:
    """`/inloggen/` can be said aloud; the login library has its own address."""
    wanted = request.GET.get("next", "")
    return redirect(reverse("account_login") + (f"?{urlencode({'next': wanted})}" if wanted else ""))


@page(Access.PUBLIC)
def no_password(request: PageRequest, rest: str = "") -> HttpResponse:
    """Nobody has a password here, so there is none to change or forget."""
    return redirect("account_login")


@page(Access.PUBLIC)
def own_email_page(request: PageRequest) -> HttpResponse:
    """One address per account, on our own page: the library's page would write outside an action."""
    return redirect("people:email")
