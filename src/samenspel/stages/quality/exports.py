"""The tables of the quality room on the data page."""

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.quality import rules
from samenspel.stages.quality.models import QualityDefinition, Signature, Statement

register(
    Export("quality_definitions", QualityDefinition, _("Wat wij goed noemen"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("service"), col("theme"), col("party__slug", "party"), col("number"),
        col("replaces__node__code", "replaces"), col("reason"), col("state"), col("opened_on"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("quality_statements", Statement, _("Zinnen van kwaliteitsafspraken"), [
        col("definition__node__code", "definition"), col("order"), col("words"), col("how_noticed"), col("who_judges"),
        col("how_often"),
    ], visible=rules.details_visible_to, place="definition__node__place", order=("definition", "order", "pk"))
)  # fmt: skip
register(
    Export("quality_signatures", Signature, _("Wie een kwaliteitsafspraak tekende"), [
        col("definition__node__code", "definition"), col("party__slug", "party"), col("method"), col("on"),
        col("name", personal="direct"), col("person", personal="direct"),
    ], visible=rules.details_visible_to, place="definition__node__place")
)  # fmt: skip
