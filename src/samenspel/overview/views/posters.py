"""Posters to print: of a thing on the red thread, of the neighbourhood, of a room."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samenspel.kernel.access.heavy import on_paper
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.overview.queries.posters import poster_here, poster_of, room_posters
from samenspel.ui.paper import Poster, poster_table

SHEET = "ui/paper/poster.html"


@page(Access.PUBLIC, methods=("GET",))
def thing(request: PageRequest, code: str, kind: str = "") -> HttpResponse:
    """A poster with the code of one thing, to hang where it happens."""
    found = poster_of(code, request.build_absolute_uri)
    if found is None:
        raise NotThere()
    node, poster = found
    request.place = node.place
    pdf, back = reverse("poster_pdf", args=[node.code]), reverse("thread", args=[node.code])
    return _sheet(request, poster, pdf, back, kind and f"poster-{node.code.lower()}")


@page(Access.PUBLIC, methods=("GET",))
def here(request: PageRequest, room: str = "", kind: str = "") -> HttpResponse:
    """A poster of the neighbourhood, or of one room."""
    poster = poster_here(request.place, room, request.build_absolute_uri)
    if poster is None:
        raise NotThere()
    at = [request.place.slug, *([room] if room else [])]
    pdf, back = reverse("room_poster_pdf" if room else "place_poster_pdf", args=at), reverse("posters", args=at[:1])
    return _sheet(request, poster, pdf, back, kind and f"poster-{'-'.join(at)}")


@page(Access.PUBLIC, methods=("GET",))
def choose(request: PageRequest) -> HttpResponse:
    """Which poster do you want to print?"""
    return render(request, "overview/posters.html", {"rooms": room_posters(request.place)})


def _sheet(request: PageRequest, poster: Poster, pdf_url: str, back_url: str, pdf: str) -> HttpResponse:
    shown = {"poster": poster, "table": poster_table(), "pdf_url": pdf_url, "back_url": back_url}
    return on_paper(request, SHEET, shown, pdf=pdf)
