"""The survey on paper: which questions fit on which sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.instruments.surveys.models import Survey
from samenspel.instruments.surveys.queries.asking import Said, form_of, said
from samenspel.instruments.surveys.rules.questionnaire import MARK, NUMBER, REMARK

FIRST, WITH_CODE, OTHER = 200, 180, 222  # millimetres for questions on a sheet
HEADING, LINE, CHOICE, WORDS = 11, 6, 8, 34
LETTERS_ON_A_LINE = 78
COLUMNS = 2  # answers beside each other


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A question on paper; `heading` when a new group starts, `after` in words when it is not for everybody."""

    said: Said
    heading: str
    after: str

    @property
    def mark(self) -> str:
        """Its code for a scanner, and for whoever types it in."""
        return f"V{self.said.number:02d}"

    @property
    def height(self) -> int:
        """Millimetres."""
        kind = self.said.asked.kind
        lines = 1 + len(self.said.text) // LETTERS_ON_A_LINE + bool(self.after)
        answers = -(-len(self.said.choices) // COLUMNS) * CHOICE
        own = WORDS if kind == REMARK else CHOICE if kind in (MARK, NUMBER) else answers
        return (HEADING if self.heading else 0) + lines * LINE + own + 3


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One side of paper. `mark` says which survey, which questions and which page: what a scanner needs."""

    number: int
    of: int
    mark: str
    rows: Sequence[PaperRow]


def sheets_of(survey: Survey) -> list[PaperSheet]:
    """The sheets of a survey, numbered."""
    pages: list[list[PaperRow]] = [[]]
    left, section = WITH_CODE if survey.by_letter else FIRST, ""
    for question in said(form_of(survey)):
        heading = question.section if question.asked.section != section or not pages[-1] else ""
        row = PaperRow(question, heading, _after(question))
        if row.height > left and pages[-1]:
            pages.append([])
            left, row = OTHER, PaperRow(question, question.section, row.after)
        pages[-1].append(row)
        left, section = left - row.height, question.asked.section
    digest = (survey.form_digest or "concept")[:8]
    marks = [f"{survey.code} {digest} {n}/{len(pages)}" for n in range(1, len(pages) + 1)]
    return [PaperSheet(n, len(pages), mark, rows) for n, (mark, rows) in enumerate(zip(marks, pages, strict=True), 1)]


def _after(question: Said) -> str:
    if not question.after:
        return ""
    words = _("Alleen als u bij vraag %(number)s dit antwoord gaf: %(values)s.")
    return words % {"number": question.after, "values": question.asked.only_values}
