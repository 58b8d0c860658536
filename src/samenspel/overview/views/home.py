"""Home pages: the platform, and a neighbourhood."""

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.places import queries as places
from samenspel.overview.queries.home import begin
from samenspel.overview.queries.home import home as gathered


@page(Access.PUBLIC, methods=("GET",))
def start(request: PageRequest) -> HttpResponse:
    """Which neighbourhood do you live in? With one neighbourhood: straight there."""
    found = list(places.home_places())
    if len(found) == 1:
        return redirect("home", found[0].slug)
    return render(request, "overview/start.html", {"places": found})


@kept
@page(Access.PUBLIC, methods=("GET",))
def home(request: PageRequest) -> HttpResponse:
    """The table of a neighbourhood."""
    found = gathered(request)
    if found is None:
        return render(request, "overview/home_empty.html", begin(request))
    return render(request, "overview/home.html", {"home": found})


@page(Access.PUBLIC, methods=("GET",))
def healthz(request: PageRequest) -> HttpResponse:
    """For watchdogs: web server and database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
