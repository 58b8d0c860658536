"""The tables of the pact room on the data page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.exports import Export, col, register
from samenspel.stages.pact import rules
from samenspel.stages.pact.models import Commitment, Pact, PactParty, Signature

register(
    Export("pacts", Pact, pgettext_lazy("table", "Buurtpacten"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("convener__slug", "convener"), col("starts"), col("ends"), col("ambitions"), col("principles"),
        col("shared_information"), col("joining"), col("dispute"), col("state"), col("in_force_on"), col("ended_on"),
        col("end_reason"),
    ], visible=rules.visible_to, place="node__place")
)  # fmt: skip
register(
    Export("pact_parties", PactParty, _("Wie aan tafel zit bij een pact"), [
        col("pact__node__code", "pact"), col("party__slug", "party"), col("since"),
    ], visible=rules.of_visible_pact, place="pact__node__place")
)  # fmt: skip
register(
    Export("pact_signatures", Signature, _("Wie een pact tekende"), [
        col("pact__node__code", "pact"), col("party__slug", "party"), col("method"), col("on"),
        col("name", personal="direct"), col("person", personal="direct"),
    ], visible=rules.of_visible_pact, place="pact__node__place")
)  # fmt: skip
register(
    Export("commitments", Commitment, _("Beloften en hoe het ermee gaat"), [
        col("node__code"), col("node__title"), col("node__place__slug", "place"), col("node__cycle__slug", "cycle"),
        col("pact__node__code", "pact"), col("giver__slug", "giver"), col("receiver__slug", "receiver"),
        col("receiver_name"), col("what"), col("kind"), col("amount_cents"), col("measure"), col("due"),
        col("first_due"), col("state"), col("reason"), col("changed_on"), col("kept_on"), col("kept_says"),
        col("how_kept"), col("reminded_on"),
    ], visible=rules.commitments_visible_to, place="node__place")
)  # fmt: skip
