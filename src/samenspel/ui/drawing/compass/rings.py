"""All rings in one drawing: figures outside, then themes, then quarters, and the whole in the middle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import gettext as _

from samenspel.ui.drawing.compass.block import Band, drawn, linked, sector, shown, style_of
from samenspel.ui.drawing.compass.one import scale_rings
from samenspel.ui.drawing.maps import letter_of
from samenspel.ui.drawing.shapes import coord, on_circle
from samenspel.ui.figures import CompassItem, CompassRings

WHOLE, QUARTER, THEME = 46.0, (52.0, 100.0), (106.0, 150.0)
NEAR, FAR, DISC = 160.0, 286.0, 310.0
GAP, WIDE_GAP = 1.4, 4.0  # degrees between themes, between quarters
FEW = 24  # more blocks than this are reached through the table, not one by one with the tab key
ALIKE = 0.5  # an index that is written as 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with the part of the circle it has."""

    item: CompassItem
    start: float
    end: float
    label: str

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def half(self) -> float:
        return (self.end - self.start) / 2


def rings(compass: CompassRings) -> str:
    """The whole drawing."""
    band = Band(NEAR, FAR, compass.low, compass.high)
    quarters, themes, figures = laid(compass)
    reach = len(figures) <= FEW
    blocks = [_block(piece, band, reach) for piece in figures]
    cells = [*(_cell(piece, *THEME, 20, band) for piece in themes), *(_cell(p, *QUARTER, 24, band) for p in quarters)]
    discs = [_disc(piece) for piece in themes]
    zero = f'<circle class="axis strong-line" r="{coord(band.radius(100))}"/>'
    name = f"{escape(compass.title)}. {escape(_('De tabel ernaast geeft alle getallen.'))}"
    return (
        f'<svg viewBox="-332 -332 664 664" role="group" aria-label="{name}" focusable="false">{scale_rings(band)}'
        f"{''.join(blocks)}{zero}{''.join(cells)}{''.join(discs)}{_whole(compass.whole, band)}</svg>"
    )


def laid(compass: CompassRings) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Every block its part of the circle: as many degrees for each figure, and air between themes and quarters."""
    parts = [quarter.inside or (quarter,) for quarter in compass.whole.inside]
    counts = [[max(len(theme.inside), 1) for theme in themes] for themes in parts]
    themes_in_all = sum(len(row) for row in counts)
    air = GAP * (themes_in_all - len(counts)) + WIDE_GAP * len(counts)
    each = (360 - air) / max(sum(map(sum, counts)), 1)
    quarters: list[Piece] = []
    themes: list[Piece] = []
    figures: list[Piece] = []
    at = WIDE_GAP / 2
    for number_, quarter in enumerate(compass.whole.inside):
        start = at
        for theme, count in zip(parts[number_], counts[number_], strict=True):
            themes.append(Piece(theme, at, at + each * count, str(len(themes) + 1)))
            figures += _figures(theme, at, each)
            at += each * count + GAP
        quarters.append(Piece(quarter, start, at - GAP, letter_of(number_)))
        at += WIDE_GAP - GAP
    return quarters, themes, figures


def _figures(theme: CompassItem, start: float, each: float) -> Iterator[Piece]:
    for at, item in enumerate(theme.inside):
        yield Piece(item, start + each * at, start + each * (at + 1), "")


def _block(piece: Piece, band: Band, reach: bool) -> str:
    body = drawn(piece.item, piece.middle, min(piece.half * 0.8, 14), band)
    return linked(piece.item, body, "", sector(piece.middle, piece.half, NEAR, FAR), reach=reach)


def look(item: CompassItem) -> str:
    """A cell near 100 is white; others are as dark or light as their blocks."""
    style = style_of(item)
    if item.index is not None and item.judged and abs(item.index - 100) < ALIKE:
        return "even"
    return "plain" if not item.judged else style


def _cell(piece: Piece, inner: float, outer: float, size: int, band: Band) -> str:
    item, style = piece.item, look(piece.item)
    path, spot = sector(piece.middle, piece.half, inner, outer), on_circle(piece.middle, (inner + outer) / 2)
    text = escape(_said(item, band)) if piece.half > 5 else ""
    dark = " on-ink" if style == "out" else ""

    def word(words: str, big: int, down: float) -> str:
        where = f'x="{spot.sx}" y="{spot.sy}" dy="{down:.0f}" font-size="{big}"'
        return f'<text class="strong{dark}" {where}>{words}</text>' if words else ""

    if piece.label.isalpha():  # a quarter: its letter stands above its index
        said = word(piece.label, 18, -3 if text else 6) + word(text, size, 19)
    else:
        said = word(text, size, size / 3)
    return linked(item, f'<path class="block {style}" d="{path}"/>', said, path)


def _said(item: CompassItem, band: Band) -> str:
    """Not judged and no figure: the pattern says it, and the table says why."""
    return "" if item.index is None and not item.judged else shown(item, band)


def _disc(piece: Piece) -> str:
    spot = on_circle(piece.middle, DISC)
    return (
        f'<circle class="ink" cx="{spot.sx}" cy="{spot.sy}" r="17"/><text class="on-ink strong" x="{spot.sx}" '
        f'y="{spot.sy}" dy="6.5" font-size="19">{piece.label}</text>'
    )


def _whole(item: CompassItem, band: Band) -> str:
    circle = f'<circle class="block {look(item)}" r="{coord(WHOLE)}"/>'
    dark = " on-ink" if look(item) == "out" else ""
    text = f'<text class="strong{dark}" dy="11" font-size="32">{escape(shown(item, band))}</text>'
    return linked(item, circle, text, sector(0, 179.9, 0, WHOLE))


def every(items: Sequence[CompassItem]) -> Iterator[CompassItem]:
    """All blocks, from the middle outward."""
    for item in items:
        yield item
        yield from every(item.inside)
