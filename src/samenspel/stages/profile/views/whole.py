"""The whole compass and the confrontation table of a neighbourhood in its round."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.contracts.themes import theme_slug
from samenspel.instruments.stories.queries import shown_stories
from samenspel.instruments.stories.states import PartState
from samenspel.instruments.surveys.queries import marks
from samenspel.kernel.access.page import PageRequest
from samenspel.stages.profile import queries
from samenspel.stages.profile.queries import Counted, IndicatorRow, ThemeSummary
from samenspel.stages.profile.views import confronting, rings
from samenspel.ui.figures import Confrontation


def compasses(found: Counted, request: PageRequest) -> list[rings.Drawn]:
    """One compass of all; a compass of each ward when some themes can only be said of wards."""
    where, links = found.geography, links_of(request)
    city = where.city.name if where.city else ""
    apart = any(theme.apart for theme in found.themes)
    zones = where.wards if apart else (None,)
    drawn = []
    for zone in zones:
        name = zone.name if zone else where.own.name
        drawn.append(rings.drawn(queries.compass_of(found.rows, zone), found.rows, name, city, links))
    return [one for one in drawn if one]


def links_of(request: PageRequest) -> rings.Links:
    """Where the blocks lead in a round."""
    home = reverse("profile:index", args=[request.place.slug, request.cycle.slug])

    def to_theme(key: str) -> str:
        return f"{home}thema/{theme_slug(key)}/"

    def to_figure(row: IndicatorRow) -> str:
        return f"{to_theme(row.indicator.theme)}#{row.indicator.key}"

    return rings.Links(to_theme, to_figure)


def confronted(request: PageRequest, theme: ThemeSummary, told: int) -> Confrontation:
    """Figures of the neighbourhood beside what its people told, marked and offered."""
    place, cycle = request.place, request.cycle
    where = theme.rows[0].readings.geography if theme.rows and theme.rows[0].readings else None
    home = reverse("profile:index", args=[place.slug, cycle.slug])
    people = confronting.People(
        [mark for mark in marks(place.pk, cycle) if mark.theme == theme.key], told,
        f"{home}verhalen/?thema={theme.slug}",
        shown_stories(cycle, theme.key).filter(photo__state=PartState.SHOWN).count() or None if told else None,
    )  # fmt: skip

    def to_say(row: IndicatorRow) -> str:
        return f"{home}thema/{theme.slug}/{row.indicator.key}/" if request.actor.person else ""

    around = where.city.name if where and where.city else _("de stad")
    return confronting.table(theme.rows, place.name, around, to_say, people)
