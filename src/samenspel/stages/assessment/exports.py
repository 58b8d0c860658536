"""The tables of the assessment room on the data page."""

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.assessment import rules
from samenspel.stages.assessment.models import Assessment, Task, Voice

register(
    Export("tasks", Task, _("Publieke taken in de buurt"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("what"), col("provider__slug", "provider"), col("provider_name"), col("yearly_cents"),
        col("contract_ends"), col("open_to_challenge"), col("why"), col("source"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("assessments", Assessment, _("Gesprekken over taken"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("task__node__code", "task"), col("where"), col("right_things"), col("well_enough"),
        col("better_or_different"), col("verdict"), col("differences"), col("advice"), col("reason"),
        col("concluded_on"), col("reply"), col("reply_reason"), col("replied_by"), col("replied_on"), col("state"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("assessment_voices", Voice, _("Wie er sprak over taken"), [
        col("assessment__node__code", "assessment"), col("side"), col("party__slug", "party"), col("on"), col("state"),
        col("said_by", personal="direct"), col("person", personal="direct"),
        col("text__body", "words", personal="written"),
    ], visible=rules.voices_visible_to, place="assessment__node__place")
)  # fmt: skip
