"""Offers on the data page: what and where, never who."""

from django.utils.translation import pgettext_lazy

from samenspel.instruments.offers.models import Asset, Match, MatchNote
from samenspel.instruments.offers.rules import matches_visible_to, visible_to
from samenspel.kernel.exports import NOT_EXPORTED, Export, col, register

register(
    Export("assets", Asset, pgettext_lazy("export", "Bronnen"), [
        col("node__code", "code"), col("node__cycle__slug", "cycle"), col("side"), col("kind"),
        col("node__title", "name"),
        col("words__body", "offers", personal="written"), col("where"), col("area__slug", "area"),
        col("owner_name"), col("size_m2"), col("price"), col("until"), col("party__slug", "party"),
        col("person", personal="direct"), col("offered_on"), col("checked_on"), col("state"),
        col("ended_because", personal="written"), col("node__example", "example"),
    ], visible=visible_to, place="node__place")
)  # fmt: skip
register(
    Export("matches", Match, pgettext_lazy("export", "Koppelingen"), [
        col("asset__node__code", "asset"), col("need"), col("party__slug", "party"),
        col("answer__node__code", "answer"), col("asker", personal="direct"),
        col("words__body", "words", personal="written"),
        col("state"), col("matched_on"), col("met_on"), col("done_on"), col("outcome"),
    ], visible=matches_visible_to, place="asset__node__place")
)  # fmt: skip

NOT_EXPORTED[MatchNote] = "What two people write to each other is between the two and the desk."
