"""A question that is another's task: passed on, taken on or not."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import rules
from samenspel.instruments.questions.actions.sense import addressee_of, past_day, settle
from samenspel.instruments.questions.models import Forward, Question
from samenspel.instruments.questions.states import ForwardState, QuestionState
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action, keep
from samenspel.kernel.people.models import Party


@action(
    "questions.question.forward",
    source={QuestionState.ASKED},
    rule=rules.may_forward,
    label=_("Doorgeven aan een ander"),
)
def forward(question: Question, *, by: Actor, to: Party, reason: str, on: date | None = None) -> Question:
    """A party says it is another's task. The clock runs on, and nothing changes until that other takes it on."""
    if question.offered_to_id:
        raise WrongState(_("Deze vraag is al doorgegeven. Wacht op het antwoord van die partij."))
    if to.pk == question.addressee_id:
        raise BadInput(_("De vraag ligt al bij deze partij. Kies een andere."))
    place = question.node.place
    question.offered_to = addressee_of(place, to)
    sender = question.shown_addressee
    keep(Forward(question=question, sender=sender, to=to, reason=reason[:500], offered_on=past_day(on)))
    return question


def _is_offered_to(question: Question, by: Actor) -> None:
    """The first party cannot say yes for the second."""
    if question.offered_to_id is None:
        raise WrongState(_("Deze vraag is niet doorgegeven. Er is niets veranderd."))
    if not by.represents(question.offered_to_id) and not by.on_behalf_of:
        raise NotAllowed(_("Alleen de partij die het kreeg, kan dit zeggen. Er is niets veranderd."))


@action("questions.question.accept", source={QuestionState.ASKED}, rule=rules.may_accept, label=_("De vraag aannemen"))
def accept(question: Question, *, by: Actor, on: date | None = None) -> Question:
    """The other party takes the question on; from now on it owes the answer, by the same date."""
    _is_offered_to(question, by)
    settle(question, ForwardState.ACCEPTED, on=on)
    question.addressee, question.addressee_name, question.offered_to = question.offered_to, "", None
    return question


@action(
    "questions.question.decline", source={QuestionState.ASKED}, rule=rules.may_accept, label=_("De vraag niet aannemen")
)
def decline(question: Question, *, by: Actor, reason: str, on: date | None = None) -> Question:
    """The other party says it is not its task either; the first party still owes the answer."""
    _is_offered_to(question, by)
    settle(question, ForwardState.DECLINED, reply=reason, on=on)
    question.offered_to = None
    return question
