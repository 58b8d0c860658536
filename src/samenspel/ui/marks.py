"""State marks: a symbol and a word, never colour alone."""

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state is shown."""

    key: str
    word: Text
    legend: Text = ""


MARKS = {
    mark.key: mark
    for mark in (
        Mark("open", pgettext_lazy("state", "Nu open"), pgettext_lazy("state", "Nu open: u kunt meedoen")),
        Mark("busy", pgettext_lazy("state", "Bezig"), pgettext_lazy("state", "Bezig")),
        Mark("done", pgettext_lazy("state", "Klaar"), pgettext_lazy("state", "Klaar: u kunt het lezen")),
        Mark("later", pgettext_lazy("state", "Nog niet"), pgettext_lazy("state", "Nog niet")),
        Mark("late", pgettext_lazy("state", "Te laat")),
        Mark("stopped", pgettext_lazy("state", "Gestopt")),
    )
}


def mark(key: str) -> Mark:
    """The mark of a state; an unknown state counts as not begun."""
    return MARKS.get(key, MARKS["later"])
