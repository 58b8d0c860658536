"""The red thread: looking up a code, and its page."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.lineage.queries import look_up
from samenspel.overview.queries.thread import thread_page
from samenspel.overview.words import problem_words


@page(Access.PUBLIC, methods=("GET",))
def find(request: PageRequest) -> HttpResponse:
    """What became of my idea? Takes a code as people type it."""
    typed = request.GET.get("code", "").strip()[:60]
    looked = look_up(typed) if typed else None
    if looked and looked.node:
        return redirect("thread", looked.node.code)
    shown = {"typed": typed, "looked": looked, "problem": problem_words(looked.problem) if looked else ""}
    return render(request, "overview/find.html", shown, status=404 if typed else 200)


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
        looked = look_up(code)
        if looked.node:
            return redirect("thread", looked.node.code)
        shown = {"typed": code[:60], "looked": looked, "problem": problem_words(looked.problem)}
        return render(request, "overview/find.html", shown, status=404)
    request.place = found.node.place
    return render(request, "overview/thread.html", {"thread": found, "url": request.build_absolute_uri(request.path)})
