"""Sources, rows, lines, corrections and numbers of residents on the data page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.budget import rules
from samenspel.stages.budget.models import BudgetLine, BudgetSource, Correction, MoneyRow, ResidentCount

register(
    Export("budget_sources", BudgetSource, _("Bronnen van bedragen"), [
        col("id"), col("place__slug", "place"), col("kind"), col("public_body"), col("document"), col("year"),
        col("stage"), col("licence"), col("url"), col("note"), col("stated_total_cents"), col("read_on"),
        col("rows_read"), col("rows_new"), col("rows_changed"), col("rows_repaired"), col("rows_gone"),
    ], place="place")
)  # fmt: skip
register(
    Export("money_rows", MoneyRow, _("Rijen van bronnen"), [
        col("source", "source"), col("number"), col("year"), col("recipient"), col("scheme"), col("purpose"),
        col("asked_cents"), col("granted_cents"), col("settled_cents"), col("spending_cents"), col("income_cents"),
        col("method"), col("confidence"), col("note"),
    ], place="source__place", order=("source", "year", "number"))
)  # fmt: skip
register(
    Export("budget_lines", BudgetLine, pgettext_lazy("table", "Geldregels"), [
        col("node__code"), col("node__cycle__slug", "cycle"), col("node__title"), col("source", "source"),
        col("row__number", "row"), col("scheme"), col("year"), col("stage"), col("cents"), col("low_cents"),
        col("high_cents"), col("method"), col("confidence"), col("regular"), col("until_year"), col("free"),
        col("decides"), col("owner__slug", "owner"), col("corrected"), col("node__example"),
    ], visible=rules.visible_to, place="node__place", order=("node__cycle", "year", "pk"))
)  # fmt: skip
register(
    Export("corrections", Correction, _("Verbeteringen van bedragen"), [
        col("line__node__code", "line"), col("on"), col("old_cents"), col("old_low_cents"), col("old_high_cents"),
        col("old_confidence"), col("new_cents"), col("reason"), col("party__slug", "party"),
        col("person", personal="direct"),
    ], visible=rules.of_visible_lines, place="line__node__place", order=("on", "pk"))
)  # fmt: skip
register(
    Export("resident_counts", ResidentCount, _("Aantallen inwoners"), [
        col("place__slug", "place"), col("year"), col("residents"), col("source"),
    ], place="place", order=("place", "year"))
)  # fmt: skip
