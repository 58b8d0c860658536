"""The compass of one ring: blocks around the ring of 100, numbered as in the table beside it."""

from collections import Counter

from django.utils.html import escape
from django.utils.translation import gettext as _

from samenspel.ui.drawing.compass.block import Band, drawn, linked, outermost, sector, shown, style_of
from samenspel.ui.drawing.shapes import coord, on_circle
from samenspel.ui.figures import Compass, CompassItem
from samenspel.ui.numbers import number

NEAR, FAR, LABELS = 55.0, 212.0, 281.0
RINGS = (70, 130, 160)
HALF_WIDTH, WIDEST = 0.31, 24.0  # of the space an item has; in degrees
MANY = 18  # from here on values are read in the table, and numbers are smaller


def band_of(compass: Compass) -> Band:
    """The scale of this drawing."""
    return Band(NEAR, FAR, compass.low, compass.high)


def one_ring(compass: Compass) -> str:
    """The whole drawing."""
    band = band_of(compass)
    blocks = "".join(_item(compass, item, at, band) for at, item in enumerate(compass.items))
    role = "group" if any(item.url for item in compass.items) else "img"
    name = f"{escape(compass.title)}. {escape(_('De tabel ernaast geeft alle getallen.'))}"
    zero = f'<circle class="axis strong-line" r="{coord(band.radius(100))}"/>'
    return (
        f'<svg viewBox="-306 -306 612 612" role="{role}" aria-label="{name}" focusable="false">'
        f"{scale_rings(band)}{blocks}{zero}{_middle(compass)}</svg>"
    )


def small(compass: Compass) -> str:
    """Only the blocks, for on a card; its name says what a reader needs to know."""
    band, space = band_of(compass), 360 / max(len(compass.items), 1)
    half = min(space * 0.38, WIDEST)
    blocks = "".join(drawn(item, space * (at + 0.5), half, band) for at, item in enumerate(compass.items))
    zero = f'<circle class="axis strong-line" r="{coord(band.radius(100))}"/>'
    return (
        f'<svg class="compass-small" viewBox="-220 -220 440 440" width="160" height="160" role="img" '
        f'aria-label="{escape(summary(compass))}" focusable="false">{blocks}{zero}</svg>'
    )


def summary(compass: Compass) -> str:
    """A compass in one sentence."""
    counted = Counter(style_of(item) for item in compass.items)
    words = (
        (counted["out"], _("%(n)s boven 100")), (counted["in"], _("%(n)s onder 100")),
        (counted["plain"], _("%(n)s zonder oordeel")), (counted["none"], _("%(n)s zonder cijfer")),
    )  # fmt: skip
    found = ", ".join(text % {"n": number(count, 0)} for count, text in words if count)
    return f"{compass.title}: {found}" if found else str(compass.title)


def scale_rings(band: Band) -> str:
    """Thin rings with their number."""
    return "".join(
        f'<circle class="axis" r="{coord(band.radius(ring))}"/>'
        f'<text class="ring-word" y="-{coord(band.radius(ring))}" dy="-4" font-size="18">{ring}</text>'
        for ring in RINGS
        if band.low < ring <= band.high
    )


def _item(compass: Compass, item: CompassItem, at: int, band: Band) -> str:
    space = 360 / len(compass.items)
    angle, half, many = space * (at + 0.5), min(space * HALF_WIDTH, WIDEST), len(compass.items) >= MANY
    spot = on_circle(angle, LABELS)
    words = ""
    if not many:
        beside = on_circle(angle, outermost(item, band) + 23 + 13 * abs(on_circle(angle, 1).x))
        text = escape(shown(item, band))
        words = f'<text class="strong" x="{beside.sx}" y="{beside.sy}" dy="8" font-size="24">{text}</text>'
    round_, letters = (16, 18) if many else (22, 23)
    where = f'x="{spot.sx}" y="{spot.sy}" dy="{letters / 3:.0f}" font-size="{letters}"'
    words += f'<text class="on-ink strong" {where}>{at + 1}</text>'
    disc = f'<circle class="ink" cx="{spot.sx}" cy="{spot.sy}" r="{round_}"/>'
    hit = sector(angle, space / 2, NEAR, LABELS + 24)
    return linked(item, drawn(item, angle, half, band) + disc, words, hit)


def _middle(compass: Compass) -> str:
    words = str(compass.reference)
    size = min(21, round(150 / max(len(words), 1), 1)) if words else 21
    return f'<text y="-2" font-size="{size}">{escape(words)}</text><text y="23" font-size="21">= 100</text>'
