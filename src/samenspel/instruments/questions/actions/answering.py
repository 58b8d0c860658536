"""The answer, and whether it will do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import rules
from samenspel.instruments.questions.actions.sense import filled, past_day, settle
from samenspel.instruments.questions.models import Answer, Question
from samenspel.instruments.questions.states import ForwardState, QuestionKind, QuestionState
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.actions import write_text
from samenspel.kernel.texts.models import Text


def _said_in_office(words: str, by: Actor) -> Text:
    """An answer belongs to who was asked, not to who typed it: it stays when that person leaves."""
    return write_text(words, by=replace(by, person=None))


def _speaks_for(question: Question, by: Actor) -> Party | None:
    """The party for which this actor answers. Who was passed the question and answers it, takes it on."""
    if question.offered_to and by.represents(question.offered_to_id):
        settle(question, ForwardState.ACCEPTED)
        question.addressee, question.addressee_name = question.offered_to, ""
        question.offered_to = None
    return question.addressee


@action(
    "questions.question.answer", source={QuestionState.ASKED, QuestionState.CLOSED_NOT_SATISFIED},
    target=QuestionState.ANSWERED, rule=rules.may_answer, label=_("Antwoord geven"),
)  # fmt: skip
def answer(
    question: Question, *, by: Actor, text: str, name: str = "", verdict: str = "", document: str = "",
    on: date | None = None,
) -> Question:  # fmt: skip
    """The party says in public what its answer is; whoever asked may say whether it will do."""
    day = past_day(on)
    if day < question.asked_on:
        raise BadInput(_("Het antwoord kan niet van voor de vraag zijn. Kijk de dag na."))
    filled(text, _("Schrijf het antwoord op, met de reden."))
    if (question.kind == QuestionKind.RULE) != bool(verdict):
        raise BadInput(_("Kies bij een regel wat voor antwoord het is. Bij een andere vraag kan dat niet."))
    party = _speaks_for(question, by)
    keep(
        Answer(
            question=question, text=_said_in_office(text, by), verdict=verdict, party=party,
            person_id=by.person, name=name or by.name, document=document,
            answered_on=day,
        )
    )  # fmt: skip
    question.answered_on = question.answered_on or day
    return question


@action(
    "questions.question.judge",
    source={QuestionState.ANSWERED},
    rule=rules.may_judge,
    label=_("Zeggen of het antwoord goed is"),
)
def judge(question: Question, *, by: Actor, satisfied: bool, words: str = "", on: date | None = None) -> Question:
    """Whoever asked says in public whether the answer will do; if not, the party may answer again."""
    question.judged_on = past_day(on)
    question.judgement = write_text(words, by=by, person=question.asker_id) if words.strip() else None
    question.state = QuestionState.CLOSED_SATISFIED if satisfied else QuestionState.CLOSED_NOT_SATISFIED
    return question
