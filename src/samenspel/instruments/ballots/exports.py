"""What leaves the house: boxes, options and counts. Codes, envelopes and whole ballots stay in, with the reason."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.ballots import rules
from samenspel.instruments.ballots.models import (
    BallotBox,
    ChannelCount,
    CountedBallot,
    Entitlement,
    Envelope,
    KeyHolder,
    Option,
    Receipt,
    Tally,
    VotingCode,
)
from samenspel.kernel.exports import NOT_EXPORTED, Export, col, register
from samenspel.kernel.house.reach import APART_TOO
from samenspel.kernel.house.tables import APART
from samenspel.kernel.lineage.models import Node

# What was counted keeps its name in the file of the vote; here a plan is called what it is called now.
CALLED_NOW = Coalesce(Subquery(Node.objects.filter(code=OuterRef("node")).values("title")[:1]), "title")

register(
    Export("ballot_boxes", BallotBox, pgettext_lazy("table", "Stemmingen"), [
        col("subject", "code"), col("place__slug", "place"), col("title"), col("state"), col("budget_cents"),
        col("rule_set"), col("seed"), col("public_key"), col("opens_at"), col("closes_at"), col("ballots"),
        col("input_hash"),
    ], visible=rules.visible_to, place="place")
)  # fmt: skip
register(
    Export("ballot_options", Option, _("Keuzes op stembiljetten"), [
        col("box__subject", "vote"), col("key"), col("title", value=CALLED_NOW), col("cents"),
        col("category"), col("node", "code"),
    ], visible=rules.of_a_visible_box, place="box__place", order=("box", "pk"))
)  # fmt: skip
register(
    Export("tallies", Tally, _("Stemmen per keuze"), [
        col("option__box__subject", "vote"), col("option__key", "option"), col("votes"),
    ], place="option__box__place", order=("option",))
)  # fmt: skip
register(
    Export("ballot_channels", ChannelCount, _("Stembiljetten per weg"), [
        col("box__subject", "vote"), col("channel"), col("ballots", small=True),
    ], place="box__place", order=("box", "channel"))
)  # fmt: skip
register(
    Export("receipts", Receipt, pgettext_lazy("table", "Bonnetjes"), [col("box__subject", "vote"), col("digest")],
    place="box__place", order=("box", "digest"))
)  # fmt: skip

NOT_EXPORTED.update(
    {
        VotingCode: "Digests of secret codes: with the key they would open a ballot paper.",
        Entitlement: "Numbers on letters; only meaningful beside the codes, which stay inside.",
        KeyHolder: "Who holds a part of a key is for the organiser and the holders; the parts are kept nowhere.",
        Envelope: "Sealed ballots; deleted at the count.",
        CountedBallot: "A whole ballot can be a signature; its room gives it out if the rules said so before.",
    }
)

# A copy of the house keeps them in a file of its own, that can be destroyed without losing the rest.
APART[Envelope] = "Sealed ballots: this file is destroyed after the time for objections."
# A neighbourhood that moves keeps these apart as well: the file is for whoever finishes a vote in the new house.
APART_TOO[VotingCode] = "Digests of codes on paper: they open a ballot paper as long as the vote runs."
APART_TOO[KeyHolder] = "Who holds a part of the key of a vote, and parts handed in for the count."
