"""The neighbourhood in the mirror, as villages did it: in questions, in conversation, in pictures, in structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.instruments.offers.queries import counts_by_kind
from samenspel.instruments.offers.states import AssetKind
from samenspel.instruments.stories.queries import counts_by_channel, for_a_report
from samenspel.instruments.stories.states import StoryChannel
from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.stages.profile import queries
from samenspel.ui.figures import Cell, Column, DataTable

MOST_TOLD, MOST_QUOTES, MOST_PHOTOS, MOST_ROWS = 60, 6, 9, 3
SURVEYS = "profile:surveys"  # where the results of a survey stand, when this site has surveys


@kept
@page(Access.PUBLIC, methods=("GET",))
def mirror(request: PageRequest) -> HttpResponse:
    """One page to print and lay on the table."""
    told, found = list(for_a_report(request.cycle)[:MOST_TOLD]), queries.counted(request.cycle)
    facts = {
        "recognised": _recognised(request.cycle, found), "surveys": _surveys(request),
        "quotes": [story for story in told if story.may_quote and story.spoken][:MOST_QUOTES],
        "photos": [story for story in told if story.shown_photo][:MOST_PHOTOS],
        "channels": _named(StoryChannel, counts_by_channel(request.cycle)),
        "kinds": _named(AssetKind, counts_by_kind(request.cycle)), "table": _structure(request, found),
        "sources": found.sources,
    }  # fmt: skip
    return render(request, "profile/mirror.html", facts)


def _surveys(request: PageRequest) -> str:
    """The address of the results of a survey; nothing on a site without."""
    try:
        return reverse(SURVEYS, args=[request.place.slug, request.cycle.slug])
    except NoReverseMatch:
        return ""


def _named(choices: Any, counts: dict[str, int]) -> list[tuple[str, int]]:
    """Counts with their words, the most first."""
    known = dict(choices.choices)
    return sorted(((str(known[k]), n) for k, n in counts.items() if k in known), key=lambda row: (-row[1], row[0]))


def _recognised(cycle: Any, found: Any) -> list[Any]:
    """Figures of which enough people said whether they recognise them."""
    marks: dict[Any, Counter[str]] = {}
    for view in queries.views_of(cycle):
        if not view.shared:
            marks.setdefault(view.indicator_id, Counter())[view.verdict] += 1
    rows = (row for theme in found.themes for row in theme.rows)
    seen = [replace(row, marks=marks[row.indicator.pk]) for row in rows if row.indicator.pk in marks]
    return [row for row in seen if row.recognised]


def _structure(request: PageRequest, found: Any) -> DataTable | None:
    """A few figures of each theme, of the place and of the city."""
    rows = [cells for theme in found.themes for cells in _few(theme)]
    if not rows:
        return None
    city = found.geography.city.name if found.geography.city else _("De gemeente")
    columns = [
        Column(pgettext("column", "Thema")), Column(pgettext("column", "Waarover")),
        Column(request.place.name, number=True), Column(city, number=True),
    ]  # fmt: skip
    return DataTable(_("De buurt in cijfers"), columns, rows, room=1, hide_caption=True)


def _few(theme: Any) -> Iterable[list[Any]]:
    """The first figures of a theme that have a number for the place; else it says that they are only per ward."""
    known = [row for row in theme.rows if row.own.value is not None][:MOST_ROWS]
    for row in known:
        name = Cell(row.indicator.shown_name, sub=row.own.period)
        yield [theme.name, name, row.own.shown, row.city.shown if row.city else "–"]
