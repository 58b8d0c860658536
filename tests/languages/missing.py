"""Which texts a page asked for that a language does not have."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import trans_real

Key = tuple[str, str, str]  # context, text, plural


class Missing(gettext.NullTranslations):
    """Stands behind the texts of a language and writes down what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[Key, set[str]] = {}
        self.page = ""

    def gettext(self, message: str) -> str:
        """The Dutch text, noted."""
        self._note(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Dutch text, noted."""
        self._note(msgid1, msgid2)
        return msgid1 if n == 1 else msgid2

    def _note(self, text: str, plural: str = "") -> None:
        context, _mark, words = text.rpartition("\x04")
        if words.strip():
            self.asked.setdefault((context, words, plural.rpartition("\x04")[2]), set()).add(self.page)


@contextmanager
def watched(language: str) -> Iterator[Missing]:
    """While this lasts, everything that falls back is noted."""
    known: Any = trans_real.translation(language)
    before, missing = known._fallback, Missing()
    known._fallback = missing
    try:
        yield missing
    finally:
        known._fallback = before
