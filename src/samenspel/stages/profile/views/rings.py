"""The compass with all its rings, and its tables written as text: a page has a hundred figures and little time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.kernel.places.themes import theme_words
from samenspel.stages.profile.queries import IndicatorRow, Reading
from samenspel.stages.profile.states import FigureStatus, QuarterName
from samenspel.ui.drawing.compass import bar, rings
from samenspel.ui.figures import CompassItem, CompassRings
from samenspel.ui.numbers import number
from samenspel_methods.statistics.compass import Compass, Ring

Link = Callable[[str], str]  # from the key of a theme, or of a figure, to its address


@dataclass(frozen=True, slots=True)
class Links:
    """Where the blocks lead."""

    theme: Link
    figure: Callable[[IndicatorRow], str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The compass as it is put on the page: drawing, legend, and the table beside. All figures have their own page."""

    compass: CompassRings
    svg: SafeString
    legend: list[tuple[str, str]]
    table: SafeString


def drawn(found: Compass, rows: Sequence[IndicatorRow], here: str, city: str, links: Links) -> Drawn | None:
    """The compass; nothing when no figure can be laid beside the city."""
    if not any(inner.figures[0] for inner in found.whole.inside) and not _any_known(found.whole):
        return None
    about = {row.indicator.key: row for row in rows}
    whole = _item(found.whole, about, links)
    made = CompassRings(_("Kompas van %(area)s") % {"area": here}, whole, here, city)
    svg = mark_safe(rings(made))  # noqa: S308  every text in it is escaped there
    return Drawn(made, svg, _legend(found.whole), _means(made))


def _any_known(ring: Ring) -> bool:
    return ring.score is not None or any(_any_known(inner) for inner in ring.inside)


def name_of(ring: Ring) -> str:
    """What people call a block of the compass."""
    if ring.level == "whole":
        return _("Alles samen")
    return str(QuarterName(ring.key).label) if ring.level == "quarter" else theme_words(ring.key)


def _item(ring: Ring, rows: Mapping[str, IndicatorRow], links: Links) -> CompassItem:
    if ring.level == "indicator":
        row = rows[ring.key]
        missing, url = why(ring, row.own), links.figure(row)
        name = row.indicator.shown_name
        return CompassItem(name, ring.score, "", "", missing, url, ring.low, ring.high, ring.judged)
    inside = tuple(_item(inner, rows, links) for inner in ring.inside)
    url = links.theme(ring.key) if ring.level == "theme" else ""
    return CompassItem(
        name_of(ring), ring.score, "", "", why(ring), url, ring.low, ring.high, ring.judged, inside=inside
    )


def why(ring: Ring, reading: Reading | None = None) -> str:
    """Why there is nothing to show, in words."""
    if ring.score is not None or not ring.why:
        return ""
    if ring.why == "not_judged":
        return _("zonder oordeel")
    if ring.why in ("no_city", "no_measure"):
        return _("de stad heeft dit cijfer niet") if ring.why == "no_city" else _("niet te vergelijken")
    return reading.shown if reading and reading.value is None else str(FigureStatus.MISSING.label)


def _legend(whole: Ring) -> list[tuple[str, str]]:
    looks: set[str] = set()
    waiting = [whole]
    while waiting:
        ring = waiting.pop()
        waiting += ring.inside
        looks.add("none" if ring.score is None and ring.judged else "plain" if not ring.judged
                  else "out" if (ring.score or 0) >= 100 else "in")  # fmt: skip
    words = (
        ("out", _("naar buiten: boven 100")), ("in", _("naar binnen: onder 100")), ("plain", _("zonder oordeel")),
        ("none", pgettext("missing number", "geen cijfer")),
    )  # fmt: skip
    return [(look, text) for look, text in words if look in looks]


def _means(made: CompassRings) -> SafeString:
    """The whole, quarters and themes with their place on the compass."""
    lines, number_ = [_mean(made, made.whole, "")], 0
    for at, quarter in enumerate(made.whole.inside):
        lines.append(_mean(made, quarter, "ABCDEFGH"[at]))
        for theme in quarter.inside:
            number_ += 1
            lines.append(_mean(made, theme, str(number_)))
    return table(_("Kompas in getallen"), (pgettext("compass", "Waarover"), pgettext("compass", "Kompas")), lines)


def _mean(made: CompassRings, item: CompassItem, label: str) -> str:
    name = f"{label}. {item.name}" if label else str(item.name)
    first = _linked(name, item.url)
    first = first if label.isdecimal() else f"<b>{first}</b>"
    cell = f'<span class="soft">{escape(item.missing)}</span>' if item.index is None else _index(made, item)
    return row(first, (pgettext("compass", "Kompas"), cell))


def _linked(words: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(words)}</a>' if url else escape(words)


def _index(made: CompassRings, item: CompassItem) -> str:
    if item.index is None:
        return ""
    lying = bar(made, item.index, item.judged)
    return (
        f'{number(item.index, 0)}<svg class="compass-bar" viewBox="0 0 240 26" aria-hidden="true" focusable="false">'
        f'<path class="axis" d="M2,13 H238"/><rect class="block {lying.style}" x="{lying.x}" y="4" '
        f'width="{lying.width}" height="18"/><path class="axis strong-line" d="M{lying.zero},1 V25"/></svg>'
    )


def row(first: str, *cells: tuple[str, str], words: str = "") -> str:
    """One row; texts are safe already. `words`: the column that holds no numbers."""
    rest = "".join(
        f'<td{"" if label == words else " class=num"} data-label="{escape(label)}">{text}</td>' for label, text in cells
    )
    return f'<tr><th scope="row" dir="auto">{first}</th>{rest}</tr>'


def table(caption: str, heads: Sequence[str], lines: Iterable[str], *, hide: bool = False) -> SafeString:
    """A table that stacks on a phone, written at once."""
    top = "".join(f'<th scope="col"{" class=num" if at else ""}>{escape(h)}</th>' for at, h in enumerate(heads))
    return mark_safe(  # noqa: S308
        f'<div class="room-1"><table class="table stacked utrecht-table"><caption{" class=sr-only" if hide else ""}>'
        f"{escape(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )
