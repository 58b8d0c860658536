"""A drawing with its colours written in it: what makes a PDF reads no style sheet inside a drawing."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString, mark_safe

from samenspel.ui.paper.drawing import colour

LINE = 'stroke-width="2.5" stroke-linejoin="round"'
CLASS = re.compile(r'class="([^"]+)"')


def looks() -> dict[str, str]:
    """What each class of the compass looks like."""
    ink, rule = colour("ink"), colour("rule")
    blocks = {"out": ("room-1-deep", ""), "in": ("room-1-wash", "6 5"), "plain": ("table", "1.5 4"),
              "even": ("white", ""), "none": ("white", "3 3")}  # fmt: skip
    found = {
        f"block {name}": f'fill="{colour(fill)}" stroke="{ink}" {LINE} stroke-dasharray="{dash or "none"}"'
        for name, (fill, dash) in blocks.items()
    }
    return found | {
        "axis": f'fill="none" stroke="{rule}" stroke-width="2"', "hit": 'fill="none"', "ink": f'fill="{ink}"',
        "axis strong-line": f'fill="none" stroke="{ink}" stroke-width="3"', "strong": f'fill="{ink}" font-weight="700"',
        "on-ink strong": f'fill="{colour("paper")}" font-weight="700"',
        "strong on-ink": f'fill="{colour("paper")}" font-weight="700"',
    }  # fmt: skip


def inked(svg: str) -> SafeString:
    """The same drawing, for paper."""
    known = looks()
    written = CLASS.sub(lambda found: known.get(found[1], 'fill="none"'), svg)
    return mark_safe(written.replace("<text ", '<text text-anchor="middle" '))  # noqa: S308
