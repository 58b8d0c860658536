"""Themes in the language of the reader."""

from typing import Any

from django.utils.translation import gettext, pgettext, pgettext_lazy

from samenspel.contracts.themes import THEME, THEMES, theme_name


def theme_words(key: str) -> str:
    """What people call a theme; a theme of the neighbourhood itself stays as it was written."""
    known = THEME.get(key)
    return pgettext("theme", known.name) if known else theme_name(key)


def theme_question(key: str) -> str:
    """What to ask people about a theme."""
    known = THEME.get(key)
    return gettext(known.question) if known else ""


def theme_choices(first: Any) -> list[tuple[str, Any]]:
    """All themes to pick from, after the words for none of them."""
    return [("", first), *((theme.key, pgettext_lazy("theme", theme.name)) for theme in THEMES)]
