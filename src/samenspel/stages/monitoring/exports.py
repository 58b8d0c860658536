"""The tables of the monitoring room on the data page."""

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.monitoring import rules
from samenspel.stages.monitoring.models import Lesson, Outcome

register(
    Export("outcomes", Outcome, _("Wat ervan kwam"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("of__code", "of"), col("of__kind", "kind"), col("what_came"), col("judged_by"), col("verdict"),
        col("measured"), col("spent_cents"), col("party__slug", "party"), col("giver__slug", "giver"), col("on"),
        col("state"), col("confirmed_by"), col("confirmed_on"), col("consent"), col("person", personal="direct"),
        col("story__body", "story", personal="written"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("lessons", Lesson, _("Lessen van een ronde"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("keep"), col("change"), col("theme"), col("party__slug", "party"), col("state"), col("shared_on"),
    ], visible=rules.lessons_visible_to, place="node__place")
)  # fmt: skip
