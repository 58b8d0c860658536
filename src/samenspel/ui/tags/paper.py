"""For sheets on paper."""

from samenspel.ui.paper.drawing import colour
from samenspel.ui.tags.library import register


@register.filter
def token(name: str) -> str:
    """A colour of the theme, written out: a drawing in a PDF knows no style sheet."""
    return colour(name)
