"""The questionnaire as somebody reads it: in their language as far as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import get_language, gettext, pgettext

from samenspel.instruments.surveys.models import Item, Survey
from samenspel.instruments.surveys.rules.questionnaire import (
    DO_NOT_KNOW,
    MARK,
    NO,
    YES,
    YESNO,
    Asked,
    Form,
    Values,
    thawed,
)
from samenspel.instruments.surveys.rules.ready import KNOWN
from samenspel.instruments.surveys.states import ItemKind, Section, SurveyState


@dataclass(frozen=True, slots=True)
class Said:
    """A question in the language of the reader; `language` is set when it is another one than that of the page."""

    asked: Asked
    number: int
    text: str
    choices: tuple[tuple[int, str], ...]
    language: str = ""
    after: int = 0  # number of the question that leads to it

    @property
    def kind_words(self) -> str:
        """What kind of answer it has, in words."""
        return str(ItemKind(self.asked.kind).label)

    @property
    def section(self) -> str:
        """The heading above it."""
        return str(Section(self.asked.section).label)

    def answered(self, values: Values) -> str:
        """An answer in words."""
        names = dict(self.choices)
        return ", ".join(names.get(value, str(value)) for value in values)


def form_of(survey: Survey) -> Form:
    """What is asked: the rows while it is made, the copy of the opening ever after."""
    if survey.state != SurveyState.DRAFT:
        return thawed(survey.form)
    return tuple(as_asked(row) for row in survey.items.all())


def as_asked(row: Item) -> Asked:
    """One row as a question."""
    words = tuple((code, getattr(row, f"words_{code}")) for code in ("en", "ar", "tr") if getattr(row, f"words_{code}"))
    return Asked(
        row.key, row.kind, row.section, row.theme, row.text, lines(row.choices), row.only_if, row.only_values, words
    )


def lines(text: str) -> tuple[str, ...]:
    """What stands on each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def said(form: Iterable[Asked]) -> list[Said]:
    """The questions for this reader, numbered as on paper."""
    every = tuple(form)
    numbers = {asked.key: number for number, asked in enumerate(every, 1)}
    return [replace(say(asked, numbers[asked.key]), after=numbers.get(asked.only_if, 0)) for asked in every]


def say(asked: Asked, number: int = 0) -> Said:
    """One question for this reader."""
    language = (get_language() or "nl")[:2]
    ready = KNOWN.get(asked.key)
    if ready and (ready.text, ready.choices) == (asked.text, asked.choices):
        return Said(asked, number, gettext(asked.text), _named(asked, [gettext(c) for c in asked.choices]))
    there = lines(dict(asked.words).get(language, ""))
    if len(there) == 1 + len(asked.choices):
        return Said(asked, number, there[0], _named(asked, there[1:]))
    return Said(asked, number, asked.text, _named(asked, asked.choices), "" if language == "nl" else "nl")


def _named(asked: Asked, names: Iterable[str]) -> tuple[tuple[int, str], ...]:
    if asked.kind == YESNO:
        return (YES, pgettext("answer", "Ja")), (NO, pgettext("answer", "Nee"))
    if asked.kind == MARK:
        marks = tuple((n, str(n)) for n in asked.allowed if n != DO_NOT_KNOW)
        return (*marks, (DO_NOT_KNOW, gettext("Dat weet ik niet")))
    return tuple(enumerate(names, 1))
