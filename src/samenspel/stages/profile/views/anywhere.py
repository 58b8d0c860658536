"""The profile of any area of the country, with or without a neighbourhood that works with this site."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.contracts.themes import theme_key, theme_slug
from samenspel.instruments.offers.queries import standing_assets
from samenspel.instruments.stories.queries import first_of_each_theme
from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.places.themes import theme_question, theme_words
from samenspel.stages.profile import queries
from samenspel.stages.profile.queries import Chosen, IndicatorRow
from samenspel.stages.profile.views import confronting, rings, telling
from samenspel.ui.figures import Crumb, Room

FEATURED = 3  # people, places and stories at the top


@page(Access.PUBLIC, methods=("GET",))
def find(request: PageRequest) -> HttpResponse:
    """Find your neighbourhood by its name or code."""
    words = request.GET.get("q", "")[:80]
    facts = {"room": room(), "words": words, "found": queries.search_areas(words), "short": bool(words.strip())}
    return render(request, "profile/area/find.html", facts)


@kept
@page(Access.PUBLIC, methods=("GET",))
def area(request: PageRequest, codes: str) -> HttpResponse:
    """Who lives here and how is it going: what goes well first, then the compass."""
    found = queries.chosen(codes)
    counted = queries.counted_of(found.geography, only=queries.first_page)
    facts = frame(found) | people_here(request, found) | {
        "drawn": compass(found, counted),
        "well": telling.well(counted.rows), "known": telling.known(counted.rows),
        "themes": telling.themes(counted, found), "sources": telling.sources(counted.rows),
    }  # fmt: skip
    return render(request, "profile/area/area.html", facts)


@kept
@page(Access.PUBLIC, methods=("GET",))
def theme(request: PageRequest, codes: str, theme: str) -> HttpResponse:
    """Figures beside what people tell, for one theme."""
    found, key = queries.chosen(codes), theme_key(theme)
    counted = queries.counted_of(found.geography, theme=key)
    if not counted.rows:
        raise NotThere(_("Over dit thema zijn er geen cijfers van dit gebied."))
    facts = frame(found) | {
        "theme_name": theme_words(key), "question": theme_question(key), "rows": [r for r in counted.rows if r.counted],
        "without": [r.indicator.shown_name for r in counted.rows if not r.counted],
        "table": confronting.table(counted.rows, found.name, around_name(found), kaart(found)),
        "sources": telling.sources(counted.rows),
    }  # fmt: skip
    return render(request, "profile/area/theme.html", facts)


@kept
@page(Access.PUBLIC, methods=("GET",))
def every(request: PageRequest, codes: str) -> HttpResponse:
    """Every figure of an area in one table, with where it comes from."""
    found = queries.chosen(codes)
    counted = queries.counted_of(found.geography)
    facts = frame(found) | {"tables": telling.tables(counted, found), "sources": telling.sources(counted.rows)}
    return render(request, "profile/area/every.html", facts)


def people_here(request: PageRequest, found: Chosen) -> dict[str, Any]:
    """People, places and stories, when a neighbourhood works with this site here."""
    cycle = queries.round_of(area.code for area in found.areas)
    if cycle is None:
        return {}
    return {
        "cycle_here": cycle, "assets": list(standing_assets(cycle, request.actor)[:FEATURED]),
        "stories": [story for story, _n in first_of_each_theme(cycle)[:FEATURED]],
    }  # fmt: skip


def compass(found: Chosen, counted: queries.Counted) -> rings.Drawn | None:
    """The whole compass of an area beside its municipality."""
    found_rings = queries.compass_of(counted.rows)
    return rings.drawn(found_rings, counted.rows, found.name, around_name(found), links(found))


def frame(found: Chosen) -> dict[str, Any]:
    """What all pages of an area share."""
    here = reverse("areas:area", args=[found.codes])
    return {"room": room(), "chosen": found, "here": here, "trail": trail(found), "around": around_name(found)}


def room() -> Room:
    """These pages belong to the profile."""
    return Room(1, pgettext("room", "Buurtprofiel"), reverse("areas:find"))


def trail(found: Chosen) -> list[Crumb]:
    """The areas it lies in, the largest first."""
    return [Crumb(area.name, reverse("areas:area", args=[area.code])) for area in reversed(found.above)]


def around_name(found: Chosen) -> str:
    """What it is compared with."""
    return found.around.name if found.around else ""


def links(found: Chosen) -> rings.Links:
    """Where the blocks of the compass lead: to the theme, and to the figure in it."""
    here = reverse("areas:area", args=[found.codes])

    def to_theme(key: str) -> str:
        return f"{here}thema/{theme_slug(key)}/"

    def to_figure(row: IndicatorRow) -> str:
        return f"{here}kaart/{row.indicator.key}/"

    return rings.Links(to_theme, to_figure)


def kaart(found: Chosen) -> Any:
    """The address of the map of a figure."""
    return links(found).figure
