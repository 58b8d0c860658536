"""One figure on the map of a whole municipality, and the same map over the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from samenspel.kernel.access.kept import kept
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.stages.profile import queries
from samenspel.stages.profile.queries import Chosen, CityFigures
from samenspel.stages.profile.states import AreaKind
from samenspel.stages.profile.views.anywhere import around_name, frame, links
from samenspel.stages.profile.views.confronting import course
from samenspel.ui.drawing.outlines import near
from samenspel.ui.figures import MapYear, MapYears, Outlines, ShapeMap
from samenspel_methods.statistics.classes import Classes, classes
from samenspel_methods.statistics.explain import sentence

CLASSES, YEARS = 5, 6
CROWDED = 0.6  # one class with more of the areas than this says nothing


@kept
@page(Access.PUBLIC, methods=("GET",))
def city_map(request: PageRequest, codes: str, indicator: str) -> HttpResponse:
    """Where is it so? One figure in all areas of the municipality, with this area outlined."""
    found = queries.chosen(codes)
    kind = found.areas[0].kind if found.areas[0].kind == AreaKind.WARD else AreaKind.NEIGHBOURHOOD
    city = queries.city_figures(found.municipality, kind, indicator)
    line = queries.line_of(found.geography, indicator)
    facts = frame(found) | {
        "indicator": city.indicator, "line": line,
        "trend": course(line, found.name, around_name(found)) if line else None,
        "theme_url": links(found).theme(city.indicator.theme),
        "embed_url": request.build_absolute_uri(reverse("areas:embed", args=[found.codes, indicator])),
    }  # fmt: skip
    return render(request, "profile/area/map.html", facts | maps(found, city, kind))


def maps(found: Chosen, city: CityFigures, kind: str) -> dict[str, Any]:
    """The drawings, when this municipality has outlines and the figure is known somewhere."""
    outlined = queries.outlines_of(found.municipality, kind, city.names)
    if not outlined or not city.periods:
        return {}
    shapes, source, _year = outlined
    city = queries.in_newer_codes(city, shapes.shapes, kind, found.municipality)
    return drawn(found, city, shapes, source, [area.code for area in found.areas])


def drawn(found: Chosen, city: CityFigures, shapes: Outlines, source: str, own: Sequence[str]) -> dict[str, Any]:
    """The map of the newest year that fits these outlines, a closer look, and small maps of the years before."""
    fitting = [p for p, values in city.periods.items() if _fits(values, shapes)]
    period = fitting[-1] if fitting else list(city.periods)[-1]
    values = city.periods[period]
    divided = divide([values[code].value if code in values else None for code in shapes.shapes])
    limits = [one.low for one in divided.classes[1:]][: CLASSES - 1]
    unit, places = city.indicator.unit, city.indicator.decimals
    title = _("%(name)s, %(period)s") % {"name": city.indicator.shown_name, "period": period}
    note = " ".join([*said(divided), _("Bron: %(source)s.") % {"source": city.sources[period].origin},
                     _("Grenzen: %(source)s.") % {"source": source}])  # fmt: skip

    def url(code: str) -> str:
        return f"/cijfers/{code}/kaart/{city.indicator.key}/"

    whole = ShapeMap(title, shapes, values, limits, own, url, unit, places, note=note, key="stad")
    here = pgettext("map", "Dichtbij")
    close = ShapeMap(here, shapes, values, limits, own, None, unit, places, near(shapes, own), key="dichtbij")
    years = [MapYear(p, city.periods[p]) for p in fitting[-YEARS:]]
    several = MapYears(city.indicator.shown_name, shapes, years, limits, own, unit, places) if len(years) > 1 else None
    return {"map": whole, "close": close if set(own) & shapes.shapes.keys() else None, "years": several}


def _fits(values: Any, shapes: Outlines) -> bool:
    """Whether most areas of the map are called as in the figures."""
    return 2 * len(values.keys() & shapes.shapes.keys()) > len(shapes.shapes)


def divide(values: Sequence[float | None]) -> Classes:
    """Classes with round borders; as many areas in each when one of them would hold nearly all."""
    round_ = classes(values, CLASSES, "round")
    known = sum(one.count for one in round_.classes) or 1
    crowded = max((one.count for one in round_.classes), default=0) > CROWDED * known
    return classes(values, CLASSES, "quantile") if crowded else round_


def said(found: Classes) -> list[str]:
    """How the classes were made, in words."""
    language = "en" if (get_language() or "").startswith("en") else "nl"
    return [sentence(statement, language) for statement in found.said]
