"""The kernel's own tables on the data page, and the closed list of tables that stay inside, with the reason."""

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Actor
from samenspel.kernel.access import models as access
from samenspel.kernel.action import models as action
from samenspel.kernel.action.rules import Words
from samenspel.kernel.cycle import models as cycle
from samenspel.kernel.daily import models as daily
from samenspel.kernel.exports.model import NOT_EXPORTED, Export, Personal, col, columns_of, register
from samenspel.kernel.journal import models as journal
from samenspel.kernel.lineage import models as lineage
from samenspel.kernel.money import models as money
from samenspel.kernel.news import models as news
from samenspel.kernel.people import models as people
from samenspel.kernel.places import models as places
from samenspel.kernel.texts import models as texts


def _public(actor: Actor) -> Q:
    return Q(public=True)


def _public_ends(actor: Actor) -> Q:
    return Q(source__public=True, target__public=True)


register(
    Export("nodes", lineage.Node, _("Alles met een code"), [
        col("code"), col("words"), col("kind"), col("title"), col("place__slug", "place"),
        col("cycle__slug", "cycle"), col("example"), col("at"),
    ], visible=_public, place="place")
)  # fmt: skip
register(
    Export("edges", lineage.Edge, _("De rode draad"), [
        col("source__code", "source"), col("relation"), col("target__code", "target"), col("reason"), col("at"),
    ], visible=_public_ends, place="source__place")
)  # fmt: skip
register(
    Export("journal", journal.Entry, pgettext_lazy("table", "Logboek"), [
        col("place"), col("seq"), col("at"), col("verb"), col("subject"), col("channel"), col("canonical"), col("hash"),
    ], place="place", order=("place", "seq"))
)  # fmt: skip
register(
    Export("money_accounts", money.MoneyAccount, pgettext_lazy("table", "Rekeningen"), [
        col("place__slug", "place"), col("name"), col("kind"), col("party__slug", "party"),
        col("node__code", "code"),
    ], place="place")
)  # fmt: skip
register(
    Export("transactions", money.Transaction, pgettext_lazy("table", "Boekingen"), [
        col("id"), col("place__slug", "place"), col("on"), col("description"), col("node__code", "code"), col("at"),
    ], place="place")
)  # fmt: skip
register(
    Export("postings", money.Posting, pgettext_lazy("table", "Boekingsregels"), [
        col("transaction", "transaction"), col("account__name", "account"), col("cents"),
    ], place="transaction__place")
)  # fmt: skip

# Tables without anything private leave whole; columns that point at a person stay out of the open export.
WHOLE: tuple[tuple[str, type[Model], Words, str, dict[str, Personal]], ...] = (
    ("places", places.Place, pgettext_lazy("table", "Gebieden"), "pk", {}),
    ("area_codes", places.AreaCode, pgettext_lazy("table", "Gebiedscodes"), "place", {}),
    ("place_parts", places.PlacePart, _("Delen van gebieden"), "whole", {}),
    ("crosswalks", places.Crosswalk, _("Overgangen van gebiedscodes"), "", {}),
    ("boundaries", places.Boundary, _("Grenzen van gebieden"), "place", {}),
    ("parties", people.Party, pgettext_lazy("table", "Partijen"), "place", {}),
    ("continuity_marks", people.ContinuityMark, _("Schakels van gemeenschappen"), "party__place", {}),
    ("mandates", access.Mandate, _("Wie mag wat"), "place", {"person": "direct"}),
    ("conflicts", access.Conflict, _("Gemelde belangen"), "place", {"person": "direct", "what": "written"}),
    ("identity_policies", access.IdentityPolicy, _("Hoe zeker we willen zijn wie iemand is"), "place", {}),
    ("staff_sessions", access.StaffSession, _("Tijdelijke beheertoegang"), "place",
     {"account": "direct", "login": "direct", "factor": "direct"}),
    ("cycles", cycle.Cycle, pgettext_lazy("table", "Rondes"), "place", {}),
    ("stage_states", cycle.StageState, _("Hoe ver elke stap is"), "cycle__place", {}),
    ("start_marks", cycle.StartMark, pgettext_lazy("table", "Startafspraak"), "cycle__place", {}),
    ("calendar", cycle.CalendarItem, pgettext_lazy("table", "Kalender"), "cycle__place", {}),
    ("then_and_now", cycle.ThenAndNow, _("Toen en nu"), "cycle__place", {}),
    ("carried_lessons", cycle.CarriedLesson, _("Meegenomen lessen"), "cycle__place", {}),
    ("bodies", cycle.Body, _("Wie beslist"), "place", {}),
    ("duos", people.Duo, _("Duo's"), "place",
     {"resident": "direct", "resident_name": "direct", "professional": "direct", "professional_name": "direct"}),
)  # fmt: skip
for _name, _model, _label, _place, _personal in WHOLE:
    register(Export(_name, _model, _label, columns_of(_model, personal=_personal), place=_place))

NOT_EXPORTED.update(
    {
        journal.Head: "Follows from the journal: the last entry of each chain.",
        journal.EntryText: "Words of people beside the journal; they leave only in a person's own-data export.",
        texts.Text: "Words of people; rooms export them with the thing they belong to, as far as they are public.",
        journal.Notice: "Messages to one person; part of that person's own-data export.",
        people.Account: "E-mail addresses of people who log in; part of that person's own-data export.",
        people.Person: "People themselves; part of that person's own-data export.",
        people.Membership: "Who belongs to which party; shown only as far as each member wants.",
        people.ContactPoint: "Names of contacts stand on the page of the thing; not as a list of people.",
        news.Reader: "E-mail addresses of people who follow something; part of that person's own-data export.",
        news.Follow: "What somebody reads is nobody's business; part of that person's own-data export.",
        access.StaffAccount: "Which accounts may open a staff session; the sessions themselves are public.",
        access.CastMember: "The invented people of the demo neighbourhood.",
        daily.DayJob: "Which daily work began when; each start also stands in the journal.",
        action.Once: "Tokens against double submits, without meaning after a day.",
    }
)
