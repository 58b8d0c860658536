"""Figures for in a PDF. A drawing there knows no style sheet of the page, so it gets a small one of its own."""

import re
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from samenspel.ui.paper.drawing import colour

DRAWING = re.compile(r"<svg\b[^>]*>")
LOOKS = """
text {{ font-family: "Samenspel", sans-serif; fill: {ink} }} text:not([text-anchor]) {{ text-anchor: middle }}
.on-ink {{ fill: {paper} }} .strong, .value {{ font-weight: 700 }}
.axis, .whisker, .margin, .margin-halo, .other, .other-end {{ fill: none }}
.series, .break-line, .at-line, .own, .own-halo {{ fill: none }}
.axis {{ stroke: {rule}; stroke-width: 2 }} .strong-line {{ stroke: {ink}; stroke-width: 3 }}
.block, .bar, .code-mark {{ stroke: {ink}; stroke-width: 2.5 }} .bar, .margin-band {{ fill: {fill} }}
.out {{ fill: {deep} }} .in {{ fill: {wash}; stroke-dasharray: 6 5 }} .plain {{ fill: {table}; stroke-dasharray: 2 4 }}
.even, .code-mark {{ fill: {white} }} .none, .hatched {{ fill: url(#hatch) }} .dotted {{ fill: url(#dots) }}
.later {{ fill: url(#dashes) }} .hatched {{ stroke: {ink}; stroke-width: 2 }}
.out.light {{ fill: {fill} }} .in.light, .plain.light {{ fill: {white} }}
.margin, .whisker {{ stroke: {ink}; stroke-width: 2.5 }} .margin-halo {{ stroke: {paper}; stroke-width: 8 }}
.mark-end {{ fill: {paper}; stroke: {ink}; stroke-width: 4 }} .other {{ stroke: {ink}; stroke-width: 2 }}
.other-end {{ stroke: {ink}; stroke-width: 5 }} .hit {{ fill: none }} .ink, .point {{ fill: {ink} }}
.series {{ stroke: {ink}; stroke-width: 3.5 }} .city {{ stroke-width: 2.5; stroke-dasharray: 2 7 }}
.break-line, .at-line {{ stroke: {ink}; stroke-width: 2.5; stroke-dasharray: 7 5 }}
.margin-bar {{ stroke: {fill}; stroke-width: 14 }} .hollow {{ fill: {white}; stroke: {ink}; stroke-width: 2.5 }}
.own {{ stroke: {ink}; stroke-width: 4 }} .own-halo {{ stroke: {paper}; stroke-width: 8 }}
.neighbour {{ fill: {table} }} .swatch rect {{ stroke: {ink}; stroke-width: 2.5 }}
.class-0 {{ fill: {white} }} .class-1 {{ fill: {wash} }} .class-2 {{ fill: {light} }}
.class-3 {{ fill: {fill} }} .class-4 {{ fill: {dark} }}
.on-paper {{ fill: {paper} }} .hatch-line {{ stroke: {hatch}; stroke-width: 3 }}
"""
PATTERNS = (
    '<defs><pattern id="hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="10" height="10" class="on-paper"/><path class="hatch-line" d="M0,0V10"/></pattern>'
    '<pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="9" height="9" '
    'class="on-paper"/><circle class="ink" cx="4.5" cy="4.5" r="1.7"/></pattern><pattern id="dashes" width="14" '
    'height="9" patternUnits="userSpaceOnUse"><rect width="14" height="9" class="on-paper"/><path class="hatch-line" '
    'd="M0,4.5H7"/></pattern></defs>'
)
PLAIN = ("ink", "paper", "white", "table", "rule", "hatch")


def mixed(one: str, other: str, part: float = 0.55) -> str:
    """A colour between two, as the style sheet mixes them."""
    first, second = (_parts(text) for text in (one, other))
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in zip(first, second, strict=True))


def _parts(text: str) -> list[int]:
    digits = text.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]


@lru_cache(maxsize=16)
def looks(room: int) -> str:
    """The looks of all figures in the colours of a room, written out."""
    fill, wash, deep = (colour(f"room-{room}-{kind}") for kind in ("fill", "wash", "deep"))
    plain = {name: colour(name) for name in PLAIN}
    return LOOKS.format(
        **plain, fill=fill, wash=wash, deep=deep, light=mixed(fill, wash), dark=mixed(fill, deep)
    ).replace("\n", " ")


def on_sheet(html: str, room: int = 1) -> SafeString:
    """The same figures, dressed for a PDF. Not for a page in a browser: there the style sheet does it."""
    style = f"<style>{looks(room)}</style>{PATTERNS}"
    return mark_safe(DRAWING.sub(lambda found: found[0] + style, html))  # noqa: S308  the drawings are our own
