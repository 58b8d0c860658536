"""One figure to take along."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.ui.figures import FigureCard
from samenspel.ui.figures.base import Text
from samenspel.ui.tags.library import figure, register

EMBED_HEIGHT = 360


@register.simple_tag
def figure_card(card: FigureCard, level: int = 3) -> SafeString:
    """A figure with its source line. `level`: of its heading on this page."""
    return figure("figure_card", card=card, level=level)


@register.simple_tag
def embed_code(url: str, title: Text) -> SafeString:
    """What to copy to show a figure on another site, with the reason why that is safe."""
    return figure("embed_code", url=url, title=title, height=EMBED_HEIGHT, label=_("Zet dit op uw eigen site"))
