"""Questions, answers and forwards on the data page."""

from django.utils.translation import gettext_lazy as _

from samenspel.instruments.questions import rules
from samenspel.instruments.questions.models import Answer, Forward, Question
from samenspel.kernel.exports import Export, col, register

register(
    Export("questions", Question, _("Vragen met een klok"), [
        col("node__code"), col("node__title"), col("kind"), col("state"), col("asker_party__slug", "asker_party"),
        col("asker_office"),
        col("asker", personal="direct"), col("addressee__slug", "addressee"), col("addressee_name"), col("asked_on"),
        col("due"), col("answered_on"), col("judged_on"), col("document"),
        col("body__body", "question", personal="written"),
        col("judgement__body", "judgement", personal="written"), col("node__example"),
    ], visible=rules.visible_to, place="node__place", order=("asked_on", "pk"))
)  # fmt: skip
register(
    Export("answers", Answer, _("Antwoorden op vragen"), [
        col("question__node__code", "question"), col("verdict"), col("party__slug", "party"),
        col("name", personal="direct"), col("person", personal="direct"), col("answered_on"), col("document"),
        col("text__body", "answer", personal="written"),
    ], visible=rules.answers_visible_to, place="question__node__place", order=("answered_on", "pk"))
)  # fmt: skip
register(
    Export("forwards", Forward, _("Doorgegeven vragen"), [
        col("question__node__code", "question"), col("sender"), col("to__slug", "to"), col("reason"), col("state"),
        col("reply"), col("offered_on"), col("replied_on"),
    ], visible=rules.answers_visible_to, place="question__node__place", order=("offered_on", "pk"))
)  # fmt: skip
