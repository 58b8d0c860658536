"""The door of every page: who may come in, where it is, and who acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_htmx.middleware import HtmxDetails

from samenspel.contracts.actor import Actor
from samenspel.kernel.access.actor import actor_for
from samenspel.kernel.action import NotAllowed, NotThere, Refused
from samenspel.kernel.action.rules import Rule, Words
from samenspel.kernel.cycle import queries as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places.models import Place
from samenspel.kernel.places.queries import place_by_slug

P = ParamSpec("P")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
PROXIED = ("HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")  # what web servers in front add


class Access(StrEnum):
    """Who may come in. What somebody may do there is decided by the rule of the action."""

    PUBLIC = "public"  # everybody may read
    ACCOUNT = "account"  # only after logging in
    DEMO = "demo"  # only in the example neighbourhood, on this machine itself
    ACTION = "action"  # a form or button: the rule of its action decides


class PageRequest(HttpRequest):
    """What a view gets: the place and the round from the address, and the one who acts."""

    actor: Actor
    place: Place
    cycle: Cycle
    htmx: HtmxDetails


class WrongMethod(Refused):
    """A page that can only be read, or only be sent to."""

    status = 405
    default = _("Deze pagina kan dit niet. Er is niets veranderd. Ga terug en probeer het opnieuw.")


View = Callable[Concatenate[PageRequest, P], HttpResponseBase]


def page(
    access: Access, *, methods: Iterable[str] = ("GET", "POST")
) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Declare who may open a page; finds the place and the round of the address on the way in."""
    allowed = {*methods, "OPTIONS"} | ({"HEAD"} if "GET" in methods else set())

    def declare(view: View[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def opened(request: PageRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in allowed:
                return _wrong_method(request, allowed)
            request.actor = actor_for(request)
            if refused := _stopped(request, access):
                return refused
            _find(request, kwargs)
            return view(request, *args, **kwargs)

        opened.access = access  # type: ignore[attr-defined]
        opened.methods = frozenset(allowed)  # type: ignore[attr-defined]
        return opened

    return declare


def _wrong_method(request: HttpRequest, allowed: Iterable[str]) -> HttpResponse:
    refusal = WrongMethod()
    answer = render(request, "action/refused.html", {"refusal": refusal}, status=refusal.status)
    answer["Allow"] = ", ".join(sorted(allowed))
    return answer


def _stopped(request: PageRequest, access: Access) -> HttpResponse | None:
    """A way to log in, a refusal, or nothing when the door is open."""
    if access is Access.ACCOUNT and request.actor.person is None:
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
    if access is Access.DEMO and not on_demo_machine(request):
        raise NotThere()
    return None


def only(rule: Rule, request: PageRequest, subject: Any, why: Words = "") -> None:
    """Do not show a form that this reader may not send."""
    if not rule(request.actor, subject):
        raise NotAllowed(why)


def on_demo_machine(request: HttpRequest) -> bool:
    """The example neighbourhood lets anybody in, so only this machine itself may ask."""
    host = request.get_host().rsplit(":", 1)[0] if request.get_host() != "::1" else "::1"
    if any(name.startswith(PROXIED) for name in request.META):
        return False  # somebody put a web server in front of a demo
    return bool(settings.SAMENSPEL_DEMO) and host in LOOPBACK and request.META.get("REMOTE_ADDR") in LOOPBACK


def _find(request: PageRequest, kwargs: dict[str, Any]) -> None:
    """Turn the words of the address into a place and a round: one query, two when something is missing."""
    place, cycle = kwargs.pop("place", None), kwargs.pop("cycle", None)
    if place and cycle:
        if found := cycles.cycle_by_slug(place, cycle):
            request.cycle, request.place = found, found.place
            return
    elif not place:
        return
    if not (there := place_by_slug(place)):
        raise NotThere(_("Deze buurt kennen wij niet. Misschien is het adres niet goed overgenomen."))
    request.place = there
    if cycle:
        raise NotThere(_("Deze ronde kennen wij niet. Op de pagina van de buurt staan alle rondes."))
