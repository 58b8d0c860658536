"""Beside each other: two years, two areas, or neighbourhoods that are alike. Never from high to low."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.profile import queries
from samenspel.stages.profile.queries import Chosen, Counted, IndicatorRow
from samenspel.stages.profile.views.anywhere import frame
from samenspel.stages.profile.views.rings import row, table
from samenspel.ui.figures import Row
from samenspel.ui.numbers import number
from samenspel_methods.statistics.compass import Comparison
from samenspel_methods.statistics.compass import compare as both_compasses
from samenspel_methods.statistics.explain import sentence
from samenspel_methods.statistics.similar import Alike


@page(Access.PUBLIC, methods=("GET",))
def compare(request: PageRequest, codes: str) -> HttpResponse:
    """Two years of this area, or this area and another one."""
    found, other, year = queries.chosen(codes), request.GET.get("met", "").strip(), request.GET.get("jaar", "").strip()
    readings = queries.read_shelf(found.geography, zones=found.geography.compared)
    here = queries.laid_out(found.geography, readings)
    facts = frame(found) | {"years": queries.years_of(readings), "met": other, "jaar": year}
    if other:
        second = queries.chosen(other)
        facts |= beside(found.name, here, second.name, queries.counted_of(second.geography)) | {"second": second}
    elif year in facts["years"]:
        then = queries.laid_out(found.geography, readings, period=year)
        facts |= beside(here.period, here, year, then)
    return render(request, "profile/area/compare.html", facts)


def beside(first: str, one: Counted, second: str, two: Counted) -> dict[str, Any]:
    """Themes and figures of both, in the order of the themes."""
    pair = both_compasses(queries.compass_of(one.rows), queries.compass_of(two.rows))
    return {"themes_table": _themes(pair, first, second), "figures_table": _figures(one, two, first, second),
            "said": words(pair.said[:1]), "first_name": first, "second_name": second}  # fmt: skip


def words(statements: Any, names: Any = None) -> list[str]:
    """What a method says about itself, in the language of the page."""
    language = "en" if (get_language() or "").startswith("en") else "nl"
    return [sentence(statement, language, names) for statement in statements]


def _themes(pair: Comparison, first: str, second: str) -> SafeString:
    heads = [pgettext("compass", "Waarover"), first, second, pgettext("column", "Verschil")]
    lines = [
        row(escape(theme_words(path[1])), (first, number(d.first, 0)), (second, number(d.second, 0)),
            (heads[3], _points(d.first - d.second)))
        for path, d in pair.differences.items() if len(path) == 2
    ]  # fmt: skip
    return table(_("Kompas per thema"), heads, lines)


def _points(points: float) -> str:
    whole = round(points)
    return pgettext("difference", "gelijk") if whole == 0 else f"{'+' if whole > 0 else ''}{number(whole, 0)}"


def _figures(one: Counted, two: Counted, first: str, second: str) -> SafeString:
    others = {r.indicator.key: r for r in two.rows}
    pairs: Sequence[tuple[IndicatorRow, IndicatorRow]] = [
        (r, others[r.indicator.key]) for r in one.rows
        if r.indicator.key in others and not (r.own.value is None and others[r.indicator.key].own.value is None)
    ]  # fmt: skip
    lines = [
        row(
            f'{escape(r.indicator.shown_name)}<span class="sub">{escape(theme_words(r.indicator.theme))}</span>',
            (first, _told(r)), (second, _told(other)),
        )
        for r, other in pairs
    ]  # fmt: skip
    return table(_("Alle cijfers naast elkaar"), [pgettext("compass", "Cijfer"), first, second], lines)


def _told(r: IndicatorRow) -> str:
    period = f'<span class="sub">{escape(r.own.period)}</span>' if r.own.value is not None else ""
    return escape(r.own.shown) + period


@page(Access.PUBLIC, methods=("GET",))
def similar(request: PageRequest, codes: str) -> HttpResponse:
    """Neighbourhoods that look like this one, to learn from."""
    found = queries.chosen(codes)
    alike = queries.alike(found.single) if found.single else None
    facts = frame(found) | {"alike": alike, "areas": _areas(found, alike) if alike else []}
    if alike:
        names = {key: indicator.shown_name for key, indicator in alike.indicators.items()}
        facts |= {"said": words(alike.similar.said, names), "source": alike.table.origin}
    return render(request, "profile/area/similar.html", facts)


def _areas(found: Chosen, alike: queries.AlikeHere) -> list[Row]:
    """Each with what is alike and what differs, and a way to lay both beside each other."""
    near = alike.similar.areas
    names = queries.names_of([*(area.code for area in near), *("GM" + area.code[2:6] for area in near)])
    rows = [
        Row(
            names.get(area.code, area.name), reverse("areas:area", args=[area.code]),
            names.get("GM" + area.code[2:6], ""), text=_alike(area, alike),
            actions=((_("Leg ze naast elkaar"), f"{reverse('areas:compare', args=[found.codes])}?met={area.code}"),),
        )
        for area in near
    ]  # fmt: skip
    return sorted(rows, key=lambda row: str(row.title))


def _alike(area: Alike, around: queries.AlikeHere) -> str:
    def called(key: str) -> str:
        return around.indicators[key].shown_name if key in around.indicators else key

    told = [_("Lijkt op deze buurt in: %(figures)s.") % {"figures": ", ".join(map(called, area.alike))}]
    if area.differs:
        told.append(_("Verschilt het meest in: %(figure)s.") % {"figure": called(area.differs)})
    if area.loose:
        told.append(_("Lijkt er maar een beetje op."))
    return " ".join(told[0 if area.alike else 1 :])
