"""The red thread: looking up a code, and its page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from samenspel.instruments.ballots.rules.codes import looks_like_code, looks_like_receipt
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.lineage.queries import look_up
from samenspel.overview.queries.thread import thread_page
from samenspel.overview.words import problem_words
from samenspel.stages.commissioning.queries import lookup
from samenspel_methods.lineage import parse_words


@csrf_exempt  # it only reads; the code is sent in the body so that a secret one does not stay in an address
@page(Access.PUBLIC)
def find(request: PageRequest) -> HttpResponse:
    """What became of my idea? Takes a code as people type it."""
    sent = request.POST if request.method == "POST" else request.GET
    typed = sent.get("code", "").strip()[:60]
    return _led(request, typed) if typed else render(request, "overview/find.html")


@page(Access.PUBLIC, methods=("GET",))
def vote(request: PageRequest, code: str) -> HttpResponse:
    """The short address in a letter or on a poster: to where one votes, else to the thread of the code."""
    looked = look_up(code)
    if looked.node and looked.node.cycle and looked.node.kind == "call":
        return redirect("commissioning:vote", looked.node.place.slug, looked.node.cycle.slug, looked.node.code)
    return redirect("thread", code)


@page(Access.PUBLIC, methods=("GET",))
def thread(request: PageRequest, code: str) -> HttpResponse:
    """Everything that led to one thing, and everything that came of it."""
    found = thread_page(code)
    if found is None:
        return _led(request, code)
    request.place = found.node.place
    return render(request, "overview/thread.html", {"thread": found, "url": request.build_absolute_uri(request.path)})


def _led(request: PageRequest, typed: str) -> HttpResponse:
    """To the page of a code; else what is wrong with it, or what it is for."""
    if looks_like_receipt(typed):
        lists = lookup.votes_with(typed)
        votes = () if lists else lookup.votes_open()
        return _shown(request, typed=typed[:60], receipt=True, lists=lists, votes=votes)
    if looks_like_code(typed) and not parse_words(typed):
        return _shown(request, secret=True, votes=lookup.votes_open())  # never searched, never shown again
    looked = look_up(typed)
    if looked.node:
        return redirect("thread", looked.node.code)
    return _shown(request, typed=typed[:60], looked=looked, problem=problem_words(looked.problem))


def _shown(request: PageRequest, **facts: Any) -> HttpResponse:
    answer = render(request, "overview/find.html", facts, status=404)
    answer["Cache-Control"] = "no-store"
    return answer
