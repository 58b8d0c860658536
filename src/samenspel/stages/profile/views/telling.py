"""What the pages of an area say in words: what goes well, how many people, where figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.stages.profile import queries
from samenspel.stages.profile.queries import Chosen, Counted, IndicatorRow, with_unit
from samenspel.stages.profile.states import Better, Combining
from samenspel.stages.profile.views.rings import row, table

WELL, MOST_WELL = 108.0, 4  # on the compass; so many sentences at the top


@dataclass(frozen=True, slots=True)
class Strong:
    """A figure that is better than that of the city."""

    name: str
    here: str
    around: str


def well(rows: Sequence[IndicatorRow]) -> list[Strong]:
    """The figures furthest on the good side of the city, at most one of each theme."""
    better = sorted((r for r in rows if r.judged and (r.score or 0) >= WELL), key=lambda r: -(r.score or 0))
    first = {r.indicator.theme: r for r in reversed(better)}
    best = sorted(first.values(), key=lambda r: -(r.score or 0))[:MOST_WELL]
    return [Strong(_as_good_news(r), r.own.shown, r.city.shown if r.city else "") for r in best]


def _as_good_news(row: IndicatorRow) -> str:
    """What goes well, in words: of lonely people there are fewer than elsewhere."""
    name = row.indicator.shown_name
    return _("Minder dan gemiddeld: %(name)s") % {"name": name} if row.indicator.better == Better.LOWER else name


def known(rows: Sequence[IndicatorRow]) -> list[tuple[str, str]]:
    """A few plain facts: how many people, how old."""
    found = {r.indicator.key: r for r in rows}
    return [
        (found[key].indicator.shown_name, found[key].own.shown)
        for key in queries.FACTS
        if key in found and found[key].own.value is not None
    ]


def themes(counted: Counted, found: Chosen) -> list[tuple[str, str, float | None, str]]:
    """Theme, address, its place on the compass, and the figure that stands out."""
    here = reverse("areas:area", args=[found.codes])
    return [
        (theme.name, f"{here}thema/{theme.slug}/", theme.score, _telling(theme.rows))
        for theme in counted.themes
        if any(row.counted for row in theme.rows)
    ]


def _telling(rows: Sequence[IndicatorRow]) -> str:
    """The figure furthest from the city, either way; else the first one there is."""
    scored = [r for r in rows if r.judged and r.score is not None]
    chosen = max(scored, key=lambda r: abs((r.score or 100) - 100), default=None)
    known = sorted((r for r in rows if r.own.value is not None), key=lambda r: r.indicator.combining == Combining.SUM)
    chosen = chosen or next(iter(known), None)
    return f"{chosen.indicator.shown_name}: {chosen.own.shown}" if chosen else ""


def sources(rows: Sequence[IndicatorRow]) -> list[str]:
    """Every table once, with its period and what may be done with it."""
    stated = {s.table_row.pk: s.table_row for r in rows for s in r.own.sources}
    told = (". ".join(p for p in (t.origin.replace("_", " "), t.licence) if p) for t in stated.values())
    return sorted(set(told))


def tables(counted: Counted, found: Chosen) -> list[SafeString]:
    """A table of each theme with every figure, its period and its source."""
    around = found.around.name if found.around else ""
    source = pgettext("figure", "Bron")
    heads = [pgettext("compass", "Cijfer"), found.name, around, pgettext("compass", "Kompas"), source]
    return [table(theme.name, heads, [_line(r, heads) for r in theme.rows if r.counted]) for theme in counted.themes]


def _line(r: IndicatorRow, heads: Sequence[str]) -> str:
    source = r.source
    about = source.origin.replace("_", " ") if source else ""
    if source and not source.measured:
        about += f". {pgettext('figure', 'Schatting.')}"
    said = "".join(f'<span class="sub">{escape(words)}</span>' for words in disagreeing(r))
    return row(
        escape(r.indicator.shown_name), (heads[1], escape(r.own.shown) + said),
        (heads[2], escape(r.city.shown) if r.city else ""),
        (heads[3], "" if r.score is None or not r.judged else f"{r.score:.0f}"), (heads[4], escape(about)),
        words=heads[4],
    )  # fmt: skip


def disagreeing(r: IndicatorRow) -> list[str]:
    """What other sources say of the same figure, when it is not the same."""
    return [
        _("%(source)s zegt: %(figure)s") % {"source": s.origin, "figure": with_unit(s.number, r.indicator)}
        for s in r.own.disagreeing
        if s.number is not None
    ]
