"""Pages about the site itself."""

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.kernel.access.page import Access, PageRequest, page


@page(Access.PUBLIC, methods=("GET",))
def accessibility(request: PageRequest) -> HttpResponse:
    """What we do so that everybody can use this."""
    return render(request, "overview/accessibility.html")


@page(Access.PUBLIC, methods=("GET",))
def privacy(request: PageRequest) -> HttpResponse:
    """What we keep, why, how long, and how to have it erased."""
    return render(request, "overview/privacy.html")
