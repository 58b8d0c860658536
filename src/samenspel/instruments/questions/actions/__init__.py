"""Every write about questions."""

from samenspel.instruments.questions.actions.answering import answer, judge
from samenspel.instruments.questions.actions.asking import ask
from samenspel.instruments.questions.actions.forgetting import erase_person
from samenspel.instruments.questions.actions.passing_on import accept, decline, forward
from samenspel.instruments.questions.actions.reading import hide_question, let_through, show_question

__all__ = [
    "accept", "answer", "ask", "decline", "erase_person", "forward", "hide_question", "judge", "let_through",
    "show_question",
]  # fmt: skip
