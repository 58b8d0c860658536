"""The kernel's own tables on the data page, and the closed list of tables that stay inside, with the reason."""

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel import models as m
from samenspel.kernel.action.rules import Words
from samenspel.kernel.exports.model import NOT_EXPORTED, Export, Personal, col, columns_of, register


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

# Tables without anything private leave whole; columns that point at a person stay out of the open export.
WHOLE: tuple[tuple[str, type[Model], Words, str, dict[str, Personal]], ...] = (
    ("places", m.Place, _("Gebieden"), "pk", {}),
    ("area_codes", m.AreaCode, _("Gebiedscodes"), "place", {}),
    ("place_parts", m.PlacePart, _("Delen van gebieden"), "whole", {}),
    ("crosswalks", m.Crosswalk, _("Overgangen van gebiedscodes"), "", {}),
    ("boundaries", m.Boundary, _("Grenzen van gebieden"), "place", {}),
    ("parties", m.Party, _("Partijen"), "place", {}),
    ("continuity_marks", m.ContinuityMark, _("Schakels van gemeenschappen"), "party__place", {}),
    ("mandates", m.Mandate, _("Wie mag wat"), "place", {"person": "direct"}),
    ("conflicts", m.Conflict, _("Gemelde belangen"), "place", {"person": "direct", "what": "written"}),
    ("identity_policies", m.IdentityPolicy, _("Hoe zeker we willen zijn wie iemand is"), "place", {}),
    ("staff_sessions", m.StaffSession, _("Tijdelijke beheertoegang"), "place", {"account": "direct"}),
    ("cycles", m.Cycle, _("Rondes"), "place", {}),
    ("stage_states", m.StageState, _("Hoe ver elke stap is"), "cycle__place", {}),
    ("start_marks", m.StartMark, _("Startafspraak"), "cycle__place", {}),
    ("calendar", m.CalendarItem, _("Kalender"), "cycle__place", {}),
    ("then_and_now", m.ThenAndNow, _("Toen en nu"), "cycle__place", {}),
    ("carried_lessons", m.CarriedLesson, _("Meegenomen lessen"), "cycle__place", {}),
    ("bodies", m.Body, _("Wie beslist"), "place", {}),
    ("duos", m.Duo, _("Duo's"), "place",
     {"resident": "direct", "resident_name": "direct", "professional": "direct", "professional_name": "direct"}),
)  # fmt: skip
for _name, _model, _label, _place, _personal in WHOLE:
    register(Export(_name, _model, _label, columns_of(_model, personal=_personal), place=_place))

NOT_EXPORTED.update(
    {
        m.Head: "Follows from the journal: the last entry of each chain.",
        m.EntryText: "Words of people beside the journal; they leave the house only in a person's own-data export.",
        m.Text: "Words of people; rooms export them with the thing they belong to, as far as they are public.",
        m.Notice: "Messages to one person; part of that person's own-data export.",
        m.Account: "E-mail addresses of people who log in; part of that person's own-data export.",
        m.Person: "People themselves; part of that person's own-data export.",
        m.Membership: "Who belongs to which party; shown only as far as each member wants.",
        m.ContactPoint: "Names of contacts stand on the page of the thing; not as a list of people.",
        m.StaffAccount: "Which accounts may open a staff session; the sessions themselves are public.",
        m.CastMember: "The invented people of the demo neighbourhood.",
        m.Once: "Tokens against double submits, without meaning after a day.",
    }
)
