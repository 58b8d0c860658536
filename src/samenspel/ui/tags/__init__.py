"""Every tag and filter behind `{% load ui %}`."""

from samenspel.ui.tags import charts, components, fields, frames, numbers, paper, pictures
from samenspel.ui.tags.library import register

__all__ = ["charts", "components", "fields", "frames", "numbers", "paper", "pictures", "register"]
