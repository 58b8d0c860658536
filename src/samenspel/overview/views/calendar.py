"""The dates of a neighbourhood: a page, and a calendar to subscribe to."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.journal.queries import last_act
from samenspel.overview.queries import calendar


def _name(request: PageRequest) -> str:
    cycle = getattr(request, "cycle", None)
    return f"{request.place.name}: {cycle.title}" if cycle else request.place.name


@page(Access.PUBLIC, methods=("GET",))
def dates(request: PageRequest) -> HttpResponse:
    """What is to come, and how to put it in your own calendar."""
    cycle = getattr(request, "cycle", None)
    language = get_language() if get_language() in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    where = [request.place.slug, *([cycle.slug] if cycle else []), language]
    path = reverse("feed_of_round" if cycle else "feed", args=where)
    found = calendar.ahead(calendar.events(request.place, cycle))
    facts = {
        "events": found[:50],
        "file": path,
        "webcal": f"webcal://{request.get_host()}{path}",
        "name": _name(request),
    }
    return render(request, "overview/dates.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def feed(request: PageRequest, language: str) -> HttpResponseBase:
    """The same dates as a file; who has it already hears that nothing changed."""
    if language not in dict(settings.LANGUAGES):
        raise NotThere()
    last = last_act(request.place.pk)  # all dates come from acts, so until the next one nothing changes
    known = f"{request.get_host()} {request.path} {last.hash if last else ''}"
    etag = f'"{sha256(known.encode()).hexdigest()[:32]}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    answer = HttpResponse(_file(request, language, last), content_type="text/calendar; charset=utf-8")
    answer["ETag"], answer["Cache-Control"] = etag, "public, max-age=900"
    answer["Content-Disposition"] = 'inline; filename="agenda.ics"'
    return answer


def _file(request: PageRequest, language: str, last: Any) -> bytes:
    """The calendar in one language, the same until the next act."""
    host, stamp = request.get_host(), last.at if last else timezone.now()
    with override(language):
        found = calendar.events(request.place, getattr(request, "cycle", None))
        return calendar.ics(found, name=_name(request), site=f"{request.scheme}://{host}", host=host, stamp=stamp)
