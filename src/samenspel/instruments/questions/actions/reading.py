"""Editors read first, and may take a question out of sight."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import rules
from samenspel.instruments.questions.models import Question
from samenspel.instruments.questions.states import QuestionState
from samenspel.kernel.action import action
from samenspel.kernel.journal import clock
from samenspel.kernel.lineage.actions import hide, show


@action(
    "questions.question.let_through", source={QuestionState.WAITING}, target=QuestionState.ASKED,
    rule=rules.may_hide, label=_("Vraag tonen"),
)  # fmt: skip
def let_through(question: Question, *, by: Actor) -> Question:
    """An editor has read it: from now on everybody can, and only now the clock of the answer runs."""
    show(question.node)
    waited = clock.today() - question.asked_on
    question.asked_on, question.due = question.asked_on + waited, question.due + waited
    return question


@action("questions.question.hide", rule=rules.may_hide, label=_("Vraag afschermen"))
def hide_question(question: Question, *, by: Actor, reason: str) -> Question:
    """A question that hurts somebody goes out of sight; the reason is public."""
    hide(question.node)
    if question.state == QuestionState.WAITING:  # it was read, so it waits no longer
        question.state = QuestionState.ASKED
    return question


@action(
    "questions.question.show", source=set(QuestionState) - {QuestionState.WAITING}, rule=rules.may_hide,
    label=_("Vraag weer tonen"),
)  # fmt: skip
def show_question(question: Question, *, by: Actor, reason: str) -> Question:
    """A hidden question is in sight again."""
    show(question.node)
    return question
