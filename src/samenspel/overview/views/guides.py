"""Help: a page for each kind of reader."""

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.overview.queries.guides import GUIDES, guide_page


@page(Access.PUBLIC, methods=("GET",))
def guides(request: PageRequest) -> HttpResponse:
    """Who are you? Choose your page."""
    return render(request, "overview/help.html", {"guides": GUIDES})


@page(Access.PUBLIC, methods=("GET",))
def guide(request: PageRequest, slug: str) -> HttpResponse:
    """The page for one kind of reader."""
    found = guide_page(slug)
    if found is None:
        raise NotThere()
    return render(request, "overview/guide.html", {"page": found, "guides": GUIDES})
