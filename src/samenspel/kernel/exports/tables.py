"""The kernel's own tables on the data page, and the closed list of tables that stay inside, with the reason."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel import models as m
from samenspel.kernel.exports.model import NOT_EXPORTED, Export, col, register


def _public(actor: Actor) -> Q:
    return Q(public=True)


def _public_ends(actor: Actor) -> Q:
    return Q(source__public=True, target__public=True)


register(
    Export("nodes", m.Node, _("Alles met een code"), [
        col("code"), col("words"), col("kind"), col("title"), col("place__slug", "place"),
        col("cycle__slug", "cycle"), col("example"), col("at"),
    ], visible=_public, place="place")
)  # fmt: skip
register(
    Export("edges", m.Edge, _("De rode draad"), [
        col("source__code", "source"), col("relation"), col("target__code", "target"), col("reason"), col("at"),
    ], visible=_public_ends, place="source__place")
)  # fmt: skip
register(
    Export("journal", m.Entry, _("Logboek"), [
        col("place"), col("seq"), col("at"), col("verb"), col("subject"), col("channel"), col("canonical"), col("hash"),
    ], place="place", order=("place", "seq"))
)  # fmt: skip
register(
    Export("editions", m.Edition, _("Edities"), [
        col("cycle__place__slug", "place"), col("cycle__slug", "cycle"), col("stage"), col("number"), col("schema"),
        col("hash"), col("made_by"), col("missing"), col("reason"), col("anchor"), col("imported"), col("at"),
        col("content"),
    ], place="cycle__place")
)  # fmt: skip
register(
    Export("money_accounts", m.MoneyAccount, _("Rekeningen"), [
        col("place__slug", "place"), col("name"), col("kind"), col("party__slug", "party"),
    ], place="place")
)  # fmt: skip
register(
    Export("transactions", m.Transaction, _("Boekingen"), [
        col("id"), col("place__slug", "place"), col("on"), col("description"), col("node__code", "code"), col("at"),
    ], place="place")
)  # fmt: skip
register(
    Export("postings", m.Posting, _("Boekingsregels"), [
        col("transaction", "transaction"), col("account__name", "account"), col("cents"),
    ], place="transaction__place")
)  # fmt: skip

NOT_EXPORTED.update(
    {
        m.Head: "Follows from the journal: the last entry of each chain.",
        m.EntryText: "Words of people beside the journal; they leave the house only in a person's own-data export.",
        m.Text: "Words of people; rooms export them with the thing they belong to, as far as they are public.",
        m.Notice: "Messages to one person; part of that person's own-data export.",
        m.Once: "Tokens against double submits, without meaning after a day.",
    }
)
