"""Writes an odd word into every field that people can fill in, and looks where it went."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import models
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.contracts.rooms import ROOM
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.kernel.action import BadInput
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.handover.content import contracts_of
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.people.models import Account
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.consultation.models import Contribution
from samenspel.stages.proposals.models import Proposal
from tests.journeys.html import Tag
from tests.journeys.walker import Walker
from tests.security.places import NOW, PLACE, Filled, Route, routes

MARK = "zwaluwkruid"
STEPS = 6  # the longest form has fewer screens
NOT_FOR_ALL = ("find",)  # an empty question for a code
ABOUT_THE_PERSON = ("people:details", "access:conflict")
KEPT = ("language", "lesson", "codes", "code", "priority", "read_back")  # as the page has them
NUMBERS = ("cost_euro", "cost_hours", "cost_m2", "spent_cents", *(f"amount_{n}" for n in range(9)))
EMPTY = ("on", "due", "told_on", "given_on")


def open_to_residents(route: Route) -> bool:
    """Forms of the rooms, and what people say of themselves; groups speak for themselves."""
    return "POST" in route.methods and (route.name.split(":")[0] in ROOM or route.name in ABOUT_THE_PERSON)


def typed(control: Tag, codes: dict[str, str]) -> list[str]:
    """What the resident fills in here: the word, in the shape that the field asks for."""
    name, kind = control.attrs.get("name", ""), control.attrs.get("type", "text")
    if name in ("addressee", "party"):
        return [""]  # whom it is asked is typed, and the resident speaks for nobody else
    if control.name == "select":
        options = list(control.all("option"))
        chosen = [o for o in options if "selected" in o.attrs] or options[1:2]
        return [o.attrs.get("value", o.text) for o in chosen]
    if name in codes:
        return [codes[name]]
    if kind == "hidden" or name in KEPT:
        return [control.attrs.get("value", "")]
    if kind in ("checkbox", "radio"):
        return [control.attrs.get("value", "on")]
    if kind in ("date", "number") or name in EMPTY:
        return [""]
    if name in NUMBERS:
        return ["3"]
    if name == "document":
        return [f"https://example.org/{MARK}"]
    return [f"{MARK}@example.org" if kind == "email" or "contact" in name else f"{MARK} {name}"]


def fill_in(walker: Walker, codes: dict[str, str]) -> bool:
    """Fill in everything on the page and press the big button; whether there was anything to fill in."""
    forms = [f for f in walker.page.all("form") if "form" in f.attrs.get("class", "").split()]
    buttons = [b for b in forms[0].all("button") if b.attrs.get("name") != "back"] if forms else []
    if not buttons:
        return False
    data: dict[str, list[str]] = {}
    for control in forms[0].all("input", "textarea", "select"):
        name, kind = control.attrs.get("name", ""), control.attrs.get("type", "text")
        if name and kind not in ("file", "submit") and (kind != "radio" or name not in data):
            data.setdefault(name, []).extend(typed(control, codes))
    if buttons[-1].attrs.get("name"):
        data[buttons[-1].attrs["name"]] = [buttons[-1].attrs.get("value", "")]
    target = forms[0].attrs.get("action", "") or walker.url
    answer: Any = walker.client.post(target, data, follow=True)
    walker._arrive(answer, target, None)
    return not answer.redirect_chain  # another screen, or the same one with what is wrong


def write_everywhere(filled: Filled) -> Account:
    """The resident goes past every form that is open to them, and leaves the word in each field."""
    account = Account.objects.get(email__startswith="bewoner")
    walker = Walker(account)
    walker.client.handler.enforce_csrf_checks = False
    for route in filter(open_to_residents, routes()):
        write(walker, filled.address(route), filled)
    own = Proposal.objects.filter(person=account.person, handed_in_on__isnull=False, node__title__contains=MARK).get()
    for step in ("tekst", "kosten", "komt-uit"):
        write(walker, f"/{PLACE}/{NOW}/voorstellen/{own.code}/{step}/", filled)
    return account


def write(walker: Walker, url: str, filled: Filled) -> None:
    """Every screen of one form."""
    codes = {"of": filled.codes["commitment", "2020"][0], "typed": filled.codes["contribution", NOW][0],
             "node_code": filled.codes["proposal", NOW][0]}  # fmt: skip
    walker.go(url, None)
    for _screen in range(STEPS):
        if walker.status != 200 or not fill_in(walker, codes):
            return


def let_everybody_read(by: Actor, cycle: Cycle) -> None:
    """The editors show what waits for them, and every room brings out an edition."""
    for story in Story.objects.filter(words__body__contains=MARK, may_show=True):
        stories.show_story(story, by=by)
    for contribution in Contribution.objects.filter(words__body__contains=MARK):
        consultation.show_contribution(contribution, by=by)
    for room in ROOM:
        with suppress(BadInput):  # nothing changed
            import_module(f"samenspel.stages.{room}.actions").publish_edition(cycle, by=by, reason="Nu", missing="-")


def kept(word: str) -> dict[str, int]:
    """Every table and column in which the word stands: nothing that we keep is left out."""
    found = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField, models.JSONField)):
                rows = model._base_manager.filter(**{f"{field.name}__icontains": word})
                found[f"{model._meta.db_table}.{field.name}"] = rows.count()
    return {column: n for column, n in found.items() if n}


def shown(client: Client, filled: Filled, codes: list[str]) -> list[str]:
    """The public addresses on which the word stands: pages, editions, downloads, the log, search and threads."""
    open_to_all = [r for r in routes() if r.access == "public" and "GET" in r.methods]
    pages = [filled.address(r) for r in open_to_all if r.name not in NOT_FOR_ALL]
    every = Edition.objects.select_related("cycle")
    editions = [f"/{PLACE}/{e.cycle.slug}/uitgaven/{e.stage}/{e.number}/" for e in every]
    tables = [f"/gegevens/{name}.{kind}" for name in registered() for kind in ("csv", "json")]
    threads = [f"/d/{code}/" for code in codes]
    sheets = [f"{url}{name}.csv" for url in editions for name in contracts_of(url.split("/")[4])]
    found = [*pages, *editions, *sheets, *(f"{url}inhoud.json" for url in editions), *tables, *threads]
    return [url for url in found if MARK in said(client, url)]


def said(client: Client, url: str) -> str:
    """Everything that an address answers."""
    answer: Any = client.get(url, follow=True)
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode(errors="replace")
