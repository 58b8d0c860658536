"""What goes when somebody takes back their words."""

from __future__ import annotations

from django.utils.translation import gettext as __

from samenspel.instruments.questions import queries
from samenspel.instruments.questions.models import Answer, Question
from samenspel.kernel.lineage.actions import take_back_title
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.texts.actions import erase_text

reader("questions")(queries.own_data)


def _forget_typed(question: Question) -> None:
    """Whom they asked stays when it is a party; a name that they typed goes."""
    rows = Question.objects.filter(pk=question.pk)
    rows.update(document="", addressee_name="" if question.addressee_id else __("een andere partij"))


@eraser("questions")
def erase_person(person: int) -> int:
    """Take back the questions of a person; what was answered stays. Only inside the kernel's erase action."""
    rows = list(Question.objects.filter(asker=person).select_related("node", "body", "judgement"))
    for question in rows:
        if question.asker_party_id is None:
            take_back_title(question.node, __("Ingetrokken vraag"))
            _forget_typed(question)
        for text in (question.body, question.judgement):
            if text is not None:
                erase_text(text)
    Question.objects.filter(asker=person).update(asker=None, show_name=False)
    return len(rows) + Answer.objects.filter(person=person).update(person=None, name="")
