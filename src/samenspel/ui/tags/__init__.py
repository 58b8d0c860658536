"""Every tag and filter behind `{% load ui %}`."""

from samenspel.ui.tags import (
    charts,
    compass,
    components,
    confront,
    fields,
    frames,
    maps,
    marks,
    numbers,
    paper,
    pictures,
    share,
    trends,
)
from samenspel.ui.tags.library import register

__all__ = [
    "charts",
    "compass",
    "components",
    "confront",
    "fields",
    "frames",
    "maps",
    "marks",
    "numbers",
    "paper",
    "pictures",
    "register",
    "share",
    "trends",
]
