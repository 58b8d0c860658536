"""What leaves the house: surveys, questions, numbers and remarks that were read. Answers of one person stay in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.models import (
    CodeUse,
    Finding,
    Item,
    Kept,
    Population,
    Remark,
    Response,
    Survey,
    SurveyCode,
)
from samenspel.kernel.exports import NOT_EXPORTED, Export, col, register
from samenspel.kernel.house.reach import APART_TOO

register(
    Export("surveys", Survey, pgettext_lazy("export", "Enquêtes"), [
        col("node__code"), col("node__cycle__slug", "cycle"), col("node__title"), col("state"), col("audience"),
        col("period"), col("intro"), col("until"), col("population"), col("previous__node__code", "previous"),
        col("form_digest"), col("account"), col("opened_on"), col("closed_on"), col("published_on"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("survey_items", Item, _("Vragen van enquêtes"), [
        col("survey__node__code", "survey"), col("key"), col("position"), col("kind"), col("section"), col("theme"),
        col("text"), col("choices"), col("only_if"), col("only_values"),
    ], visible=rules.of_a_visible_survey, place="survey__node__place", order=("survey_id", "position", "pk"))
)  # fmt: skip
register(
    Export("survey_populations", Population, _("Groepen bewoners bij enquêtes"), [
        col("survey__node__code", "survey"), col("item"), col("choice"), col("count", small=True),
    ], visible=rules.of_a_visible_survey, place="survey__node__place", order=("survey_id", "item", "choice"))
)  # fmt: skip
register(
    Export("survey_findings", Finding, _("Uitkomsten van enquêtes"), [
        col("survey__node__code", "survey"), col("survey__period", "period"), col("item"), col("kind"),
        col("section"), col("theme"), col("text"), col("group"), col("part"), col("part_name"), col("choice"),
        col("choice_name"), col("n", small=True), col("value"), col("margin"), col("low"), col("high"),
        col("survey__node__example", "example"),
    ], visible=rules.published, place="survey__node__place", order=("survey_id", "position", "group", "part", "choice"))
)  # fmt: skip
register(
    Export("survey_remarks", Remark, _("Opmerkingen in enquêtes"), [
        col("survey__node__code", "survey"), col("item"), col("text__language", "language"),
        col("text__body", "words", personal="written"), col("state"),
    ], visible=rules.readable, place="survey__node__place", order=("text__digest", "pk"))
)  # fmt: skip

NOT_EXPORTED.update(
    {
        Response: "All answers of one person together can point at somebody; the numbers they make are exported.",
        SurveyCode: "Digests of codes on paper: with the key they would let somebody answer for another.",
        CodeUse: "Which letters were answered is nobody's business.",
        Kept: "Half-filled surveys behind a code on paper; deleted when the survey closes.",
    }
)

# A neighbourhood that moves keeps these apart: they are for whoever finishes an open survey in the new house.
APART_TOO[SurveyCode] = "Digests of codes on paper: they open a survey as long as it runs."
APART_TOO[CodeUse] = "Which letters were answered, as long as the survey runs."
APART_TOO[Kept] = "Half-filled surveys, sealed with the secret of the old site."
