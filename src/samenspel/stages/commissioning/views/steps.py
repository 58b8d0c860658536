"""One screen per act: a heading, a form, a button. What may be done is asked of the action itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import PageRequest
from samenspel.kernel.action import NotAllowed, NotThere, WrongState
from samenspel.kernel.action.forms import ActionForm, attempt, filled

Extra = Callable[[PageRequest, Any], dict[str, Any]]


def nothing(request: PageRequest, thing: Any) -> dict[str, Any]:
    """A form that needs no more than the request."""
    return {}


@dataclass(frozen=True)
class Step:
    """An act on a page of its own. `feed` fills the form, `facts` go to the action as they are."""

    act: Any
    form: type[ActionForm]
    feed: Extra = nothing
    facts: Extra = nothing
    lead: Any = ""


Steps = Mapping[str, Step]


def buttons(request: PageRequest, thing: Any, steps: Steps, page: str) -> list[tuple[Any, str]]:
    """What this reader can do with the thing now: label and address."""
    found = [(slug, step.act.info) for slug, step in steps.items()]
    possible = [(slug, info) for slug, info in found if info.possible(request.actor, thing)]
    return [(info.label, f"{thing.address(page)}doe/{slug}/") for slug, info in possible]


def take(request: PageRequest, thing: Any, steps: Steps, slug: str, back: str) -> HttpResponse:
    """Show the step, or do it and go back to the page of the thing."""
    step = steps.get(slug)
    if step is None:
        raise NotThere()
    check(request, step.act.info, thing)
    form = filled(step.form, request, **step.feed(request, thing))
    made = attempt(form, step.act, thing, **step.facts(request, thing))
    if made is None:
        return screen(request, form, step.act.info.label, back, lead=step.lead)
    return redirect(back)


def check(request: PageRequest, info: Any, thing: Any) -> None:
    """Say no before somebody starts typing."""
    if not info.rule(request.actor, thing):
        raise NotAllowed()
    if request.method == "GET" and not info.possible(request.actor, thing):
        raise WrongState()


def screen(request: PageRequest, form: Any, heading: Any, back: str, lead: Any = "") -> HttpResponse:
    """A form on a page of its own."""
    facts = {"form": form, "heading": heading, "back": back, "lead": lead}
    return render(request, "commissioning/step.html", facts)
