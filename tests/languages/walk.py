"""Every page of the flows for residents, as visitor, resident and group: read, sent empty, and filled in to the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from samenspel.config.languages import FLOWS
from samenspel.kernel.lineage.models import Node
from tests.accessibility.site import BARE, EMPTY
from tests.journeys.html import Tag, parse
from tests.journeys.walker import _data
from tests.security.places import KIND_AFTER, NOW, PLACE, Filled, Route, routes

FORMS = (
    "profile:tell", "profile:offer", "profile:ask", "consultation:give", "proposals:hand_in", "budget:ask",
    "pact:promise", "commissioning:vote", "profile:fill_survey", "news:follow_round", "news:by_link",
)  # fmt: skip
ROLES = ("visitor", "resident", "initiative")
QUIET = (
    f"/{EMPTY}/", f"/{BARE}/", f"/{EMPTY}/2026/profiel/verhalen/", f"/{EMPTY}/2026/profiel/bronnen/",
    f"/{EMPTY}/2026/ophalen/", f"/{EMPTY}/2026/ophalen/bijdragen/", f"/{EMPTY}/2026/voorstellen/",
    f"/{EMPTY}/2026/buurtbesteden/", f"/{EMPTY}/2026/geld/", f"/{BARE}/2026/geld/", f"/{EMPTY}/2026/geld/bedragen/",
    f"/{EMPTY}/2026/geld/vragen/", f"/{EMPTY}/2026/geld/subsidies/", f"/{EMPTY}/2026/geld/hele-gemeente/",
    f"/{EMPTY}/2026/pact/", f"/{EMPTY}/geld/", f"/{BARE}/geld/", f"/{EMPTY}/beloften/", f"/{BARE}/beloften/",
    f"/{EMPTY}/regels-in-de-weg/", f"/{EMPTY}/2026/", f"/{PLACE}/2020/", f"/{PLACE}/2020/geld/",
    f"/{PLACE}/2020/pact/", "/nieuws/niets/", "/nieuws/bevestig/niets/", "/hulp/gemeente/", "/niets/",
    "/d/?code=PR-7K2Q", "/d/?code=XX-1234", "/d/?code=tulp-brug-42",
    "/d/?code=%00", f"/{PLACE}/zoeken/?q=tuin", f"/{PLACE}/zoeken/?q=xyzzy", f"/{PLACE}/zoeken/?q=tuun",
    f"/{PLACE}/2026/profiel/verhaal/VH-7K2Q/intrekken/", f"/{PLACE}/2026/ophalen/HP-7K2Q/intrekken/",
)  # fmt: skip
ALL = {route.name: route for route in routes()}
MOST = 12  # screens in one form


def walk(filled: Filled) -> Iterator[tuple[str, Any]]:
    """(address, answer) of everything a resident can come by."""
    for role in ROLES:
        client = filled.clients[role]
        for address in [*addresses(filled), *QUIET]:
            yield address, client.get(address, follow=True)
        for name in FORMS:
            cache.clear()  # nobody sends this many forms in a minute
            yield from fill_in(client, filled.address(ALL[name]), filled.voting_codes)


def addresses(filled: Filled) -> Iterator[str]:
    """Every page of the flows, for everything that is there."""
    for name in sorted(FLOWS & ALL.keys()):
        route = ALL[name]
        if "GET" not in route.methods:
            continue
        if "<str:code>" not in route.pattern:
            yield filled.address(route)
            continue
        for code, cycle in things(route):
            place = {"place": PLACE, "cycle": cycle} if "<slug:place>" in route.pattern else {}
            number = {"pk": filled.numbers.get(name, 1)} if "<int:pk>" in route.pattern else {}
            yield reverse(name, kwargs={"code": code, **place, **number})


def things(route: Route) -> list[tuple[str, str]]:
    """The codes that can stand in the address of a route; for the red thread some of every kind."""
    public = Node.objects.filter(public=True, place__slug=PLACE, cycle__isnull=False)
    if route.name != "thread":
        before = route.words[next(n for n, word in enumerate(route.words) if "code" in word) - 1]
        public = public.filter(kind=KIND_AFTER[route.name.partition(":")[0], before])
    rows = list(public.order_by("pk").values_list("code", "cycle__slug", "kind"))
    taken: dict[str, int] = {}
    for *_rest, kind in rows:
        taken[kind] = taken.get(kind, 0) + 1
    kept = [row for n, row in enumerate(rows) if route.name != "thread" or n % max(1, taken[row[2]] // 4) == 0]
    return [(code, cycle) for code, cycle, _kind in kept if route.name not in LIVE or cycle == NOW]


LIVE = ("commissioning:vote", "commissioning:choose")


def fill_in(client: Client, address: str, codes: list[str]) -> Iterator[tuple[str, Any]]:
    """Send a form empty, then answer screen after screen until there is nothing more to send."""
    answer = client.get(address)
    for filling in (False, *[True] * MOST):
        form = big_form(parse(answer.content.decode()))
        if form is None:
            return
        data = _data(form)
        if filling:
            answers(form, data, codes)
        pressed = next(form.all("button"))
        if pressed.attrs.get("name"):
            data[pressed.attrs["name"]] = [pressed.attrs.get("value", "")]
        target = form.attrs.get("action") or address
        answer = client.post(target, data, follow=True)
        address = answer.redirect_chain[-1][0] if answer.redirect_chain else target
        yield address, answer


def big_form(page: Tag) -> Tag | None:
    """The form of the flow; the choice of a language and the search box are not."""
    return next((form for form in page.all("form") if "form" in form.attrs.get("class", "").split()), None)


def answers(form: Tag, data: dict[str, list[Any]], codes: list[str]) -> None:
    """Fill in what is still empty, with words that any field takes."""
    for control in form.all("input", "textarea", "select"):
        name, kind = control.attrs.get("name", ""), control.attrs.get("type", "text")
        if not name or kind in ("hidden", "submit", "file"):
            continue
        if control.name == "select":
            data[name] = data[name] or [list(control.all("option"))[-1].attrs.get("value", "")]
        elif kind in ("checkbox", "radio"):
            data[name] = data[name] or [control.attrs.get("value", "on")]
        elif not any(data[name]):
            data[name] = [given(name, kind, codes)]


def given(name: str, kind: str, codes: list[str]) -> str:
    """Something that fits the field."""
    if kind == "date" or name in ("due", "due_on", "until", "by_when"):
        return "2027-03-01"
    if kind == "email":
        return "buur@example.org"
    if name == "code" and codes:
        return codes.pop()
    return "12" if name.startswith("cost") or name in ("hours", "amount") else "Meer bankjes in de schaduw"
