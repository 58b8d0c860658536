"""Figures and people side by side."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.ui.figures import Confrontation, ConfrontRow
from samenspel.ui.figures.base import Text
from samenspel.ui.numbers import no_figure, number
from samenspel.ui.tags.library import figure, register
from samenspel.ui.tags.trends import trend_small


@dataclass(frozen=True, slots=True)
class Told:
    """How many stories, photos or offers there are, and where."""

    words: str
    url: str = ""


@register.simple_tag
def confrontation(table: Confrontation) -> SafeString:
    """Do figures and people say the same? A table on a wide screen, cards on a phone, from one list."""
    labels = {
        "here": table.here or _("Deze buurt"), "reference": table.reference or _("Ter vergelijking"),
        "trend": pgettext("column", "Verloop"), "mark": _("Cijfer van bewoners"), "told": _("Wat mensen vertellen"),
        "agree": _("Zeggen ze hetzelfde?"),
    }  # fmt: skip
    rows = [(row, row.value or no_figure(), row.reference or no_figure(), _trend(row), told(row)) for row in table.rows]
    return figure("confrontation", table=table, labels=labels, rows=rows)


def _trend(row: ConfrontRow) -> Text:
    return trend_small(row.trend) if row.trend else ""


def told(row: ConfrontRow) -> list[Told]:
    """What people brought in, in words; what nobody counted is left out."""
    found = []
    if row.stories is not None:
        words = ngettext("%(n)s verhaal", "%(n)s verhalen", row.stories)
        found.append(Told(words % {"n": number(row.stories, 0)}, row.stories_url if row.stories else ""))
    if row.photos is not None:
        words = ngettext("%(n)s foto", "%(n)s foto’s", row.photos)
        found.append(Told(words % {"n": number(row.photos, 0)}, row.photos_url if row.photos else ""))
    if row.assets is not None:
        words = ngettext("%(n)s aanbod", "%(n)s keer aanbod", row.assets)
        found.append(Told(words % {"n": number(row.assets, 0)}, row.assets_url if row.assets else ""))
    return found
