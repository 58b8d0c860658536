"""What a column can be for: an area, a period, one of our indicators, or nothing that we read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.rules import Words
from samenspel.kernel.places.themes import theme_words
from samenspel_sources.catalogue import Catalogue

COUNTS = "i:"
SHOWN: dict[str, str] = {
    "code": "code", "name": "name", "period": "period", "figure": "figure", "value": "value", "dimension": "dimension",
    "other": "out",
}  # fmt: skip
PURPOSES: tuple[tuple[str, Words], ...] = (
    ("code", _("De code van het gebied")),
    ("name", _("De naam van het gebied")),
    ("period", _("De periode")),
)
LONG: tuple[tuple[str, Words], ...] = (
    ("value", _("De cijfers zelf")),
    ("dimension", _("Waar het cijfer over gaat")),
)
WIDE: tuple[tuple[str, Words], ...] = (("figure", pgettext_lazy("column", "Een cijfer")),)
KEEP: tuple[tuple[str, Words], ...] = (("keep", _("Een cijfer, maar niet uit onze lijst")),)
OUT: tuple[tuple[str, Words], ...] = (("out", _("Niet inlezen")),)
SAME: tuple[tuple[str, Words], ...] = (("same", _("Iets anders. Laat het zo")),)
ONLY_ONCE: dict[str, Words] = dict(PURPOSES)


class Purposes(forms.Select):
    """A list to choose from of which the long part is the same for every column, and written once."""

    def __init__(self, own: Sequence[tuple[str, Words]], counted: SafeString, names: Mapping[str, str]) -> None:
        super().__init__()
        self.own, self.counted, self.names = own, counted, names

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The list, with what was chosen on top when it is in the long part."""
        chosen = str(value or "")
        own = [*([(chosen, self.names[chosen])] if chosen in self.names else []), *self.own]
        options = format_html_join(
            "", '<option value="{}"{}>{}</option>',
            ((key, mark_safe(" selected") if key == chosen else "", words) for key, words in own),
        )  # fmt: skip
        told = {**(attrs or {}), "name": name}
        about = format_html_join("", ' {}="{}"', ((key, text) for key, text in told.items() if text is not False))
        return format_html("<select{}>{}{}</select>", about, options, self.counted)


def counted_in(known: Catalogue) -> tuple[SafeString, dict[str, str]]:
    """All indicators as options, by theme; and their names."""
    language = get_language() or "nl"
    names = {COUNTS + one.id: one.called(language) for one in known}
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in known:
        groups.setdefault(one.theme, []).append((COUNTS + one.id, names[COUNTS + one.id]))
    html = format_html_join("", '<optgroup label="{}">{}</optgroup>', (
        (theme_words(key), format_html_join("", '<option value="{}">{}</option>', group))
        for key, group in groups.items()
    ))  # fmt: skip
    return html, names
