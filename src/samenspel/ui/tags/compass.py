"""The compass: of one ring, of all rings, and small for on a card; the numbers stand in a table beside it."""

from collections.abc import Iterable, Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.ui.drawing.compass import bar, one_ring, rings
from samenspel.ui.drawing.compass import small as drawn_small
from samenspel.ui.drawing.compass.block import style_of, unsure
from samenspel.ui.drawing.compass.rings import every, laid
from samenspel.ui.figures import Cell, Column, Compass, CompassItem, CompassRings, DataTable
from samenspel.ui.figures.base import Text
from samenspel.ui.numbers import no_figure, number
from samenspel.ui.tags.components import data_table
from samenspel.ui.tags.library import figure, register

Either = Compass | CompassRings
Rows = list[list[Cell | Text]]


@register.simple_tag
def compass_blocks(compass: Compass, table: bool = True) -> SafeString:
    """Blocks outward and inward from the ring of 100."""
    rows = [_row(compass, item, f"{at}. {item.name}") for at, item in enumerate(compass.items, start=1)]
    beside = _table(compass, _("Kompas in getallen"), rows, compass.note) if table else ""
    svg = mark_safe(one_ring(compass))  # noqa: S308  every text in it is escaped there
    return figure("compass", compass=compass, svg=svg, legend=_legend(compass, compass.items), table=beside)


@register.simple_tag
def compass_rings(compass: CompassRings, table: bool = True) -> SafeString:
    """Figures, themes, quarters and the whole; themes in the table, all figures in a fold below it."""
    quarters, themes, _figures = laid(compass)
    named = {id(piece.item): f"{piece.label}. {piece.item.name}" for piece in (*quarters, *themes)}
    blocks = [compass.whole, *(item for one in compass.whole.inside for item in (one, *one.inside))]
    rows = [_mean(compass, item, named.get(id(item), str(item.name))) for item in blocks]
    figures = [(theme, item) for quarter in compass.whole.inside for theme in quarter.inside for item in theme.inside]
    below = [_row(compass, item, str(item.name), sub=str(theme.name)) for theme, item in figures]
    svg = mark_safe(rings(compass))  # noqa: S308
    return figure(
        "compass", compass=compass, svg=svg, legend=_legend(compass, list(every([compass.whole]))),
        table=_table(compass, _("Kompas in getallen"), rows, compass.note, means=True) if table else "",
        more=_table(compass, _("Alle cijfers van het kompas"), below) if table and below else "",
    )  # fmt: skip


@register.simple_tag
def compass_small(compass: Compass) -> SafeString:
    """A compass on a card, in one sentence for who does not see it; the card leads to the whole one."""
    return mark_safe(f'<span class="room-{int(compass.room)} compass-card">{drawn_small(compass)}</span>')  # noqa: S308


def _table(compass: Either, caption: str, rows: Rows, note: Text = "", *, means: bool = False) -> SafeString:
    compared = [Column(compass.other, number=True)] if compass.other else []
    here = Column(compass.here or _("Deze buurt"), number=True)
    reference = Column(compass.reference or _("Ter vergelijking"), number=True)
    index = Column(pgettext("compass", "Kompas"), number=True)
    if means:  # a theme has no figure of its own, only its place on the compass
        columns = [Column(pgettext("compass", "Waarover")), *compared, index]
    else:
        columns = [Column(pgettext("compass", "Cijfer")), here, *compared, reference, index]
    return data_table(DataTable(caption, columns, rows, note, compass.room, dense=True))


def _row(compass: Either, item: CompassItem, name: str, sub: str = "") -> list[Cell | Text]:
    about = [sub] if sub else []
    about += [_("cijfer van bewoners")] if item.marks else []
    about += [] if item.judged else [_("zonder oordeel")]
    first = Cell(name, url=item.url, sub=", ".join(about))
    value, reference = item.value or no_figure(), item.reference or no_figure()
    return [first, value, *_other(compass, item), reference, _index(compass, item)]


def _mean(compass: Either, item: CompassItem, name: str) -> list[Cell | Text]:
    first = Cell(name, url=item.url, sub="" if item.judged else _("zonder oordeel"))
    return [first, *_other(compass, item), _index(compass, item)]


def _other(compass: Either, item: CompassItem) -> list[Cell | Text]:
    if not compass.other:
        return []
    index = no_figure() if item.other is None else number(item.other, 0)
    return [Cell(item.other_value or index, sub=_index_of(item.other) if item.other_value else "")]


def _index_of(index: float | None) -> str:
    return "" if index is None else _("kompas %(index)s") % {"index": number(index, 0)}


def _index(compass: Either, item: CompassItem) -> Cell:
    if item.index is None:
        return Cell(no_figure() if item.judged or not item.inside else "", sub=item.missing)
    margin = unsure(item)
    sub = (
        _("tussen %(low)s en %(high)s") % {"low": number(margin[0], 0), "high": number(margin[1], 0)} if margin else ""
    )
    svg = figure("compass_bar", bar=bar(compass, item.index, item.judged))
    return Cell(number(item.index, 0), sub=sub, svg=svg)


def _legend(compass: Either, items: Sequence[CompassItem]) -> list[tuple[str, Text]]:
    """Only the looks that occur."""
    looks = {style_of(item) for item in items}
    entries: Iterable[tuple[str, Text, bool]] = (
        ("out", _("naar buiten: boven 100"), "out" in looks),
        ("in", _("naar binnen: onder 100"), "in" in looks),
        ("plain", _("zonder oordeel"), "plain" in looks or any(not item.judged for item in items)),
        ("unsure", _("onzeker: het streepje is de marge"), any(unsure(item) for item in items)),
        ("marks", _("cijfer van bewoners"), any(item.marks for item in items)),
        ("none", no_figure(), any(item.index is None and item.judged for item in items)),
        ("other", compass.other, bool(compass.other)),
    )
    return [(look, words) for look, words, occurs in entries if occurs]
