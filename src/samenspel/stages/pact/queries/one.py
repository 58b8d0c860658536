"""One pact, one promise, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.registry import choices_for as choices
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.giving import giver
from samenspel.kernel.people.models import Party
from samenspel.stages.pact import rules
from samenspel.stages.pact.models import Commitment, Pact, PactParty, Signature
from samenspel.stages.pact.models.pact import PACT_WORDS
from samenspel.stages.pact.states import RUNNING, VOLUNTEERS, CommitmentState, PactState
from samenspel.ui.figures import FirstStep, Seat

AHEAD = timedelta(days=14)

# The buttons of a page, in the order in which people need them.
PACT_PAGES = {
    "pact.pact.sign": "sign",
    "pact.pact.open": "open",
    "pact.pact.describe": "describe",
    "pact.pact.bring_into_force": "bring_into_force",
    "pact.pact.end": "end",
}
COMMITMENT_PAGES = {
    "pact.commitment.keep": "keep",
    "pact.commitment.renegotiate": "renegotiate",
    "pact.commitment.step_back": "step_back",
    "pact.commitment.withdraw": "withdraw",
    "pact.commitment.mark_late": "late",
    "pact.commitment.mark_not_answered": "not_answered",
    "pact.commitment.remind": "remind",
    "pact.commitment.connect": "connect",
}


def pacts(cycle: Cycle, actor: Actor) -> list[Pact]:
    """The pacts of a round that this reader may see, newest first. Three queries."""
    rows = Pact.objects.filter(rules.visible_to(actor), node__cycle=cycle).order_by("-pk")
    return [_dressed(row) for row in _with_parties(rows)]


def pact(cycle: Cycle, code: str, actor: Actor) -> Pact | None:
    """One pact with its parties, if this reader may see it. Three queries."""
    rows = Pact.objects.filter(rules.visible_to(actor), node__cycle=cycle, node__code=code.upper())
    found = _with_parties(rows).first()
    return _dressed(found) if found else None


def _with_parties(rows: QuerySet[Pact]) -> QuerySet[Pact]:
    seats = PactParty.objects.select_related("party__place").order_by("party__name", "pk")
    signed = Signature.objects.select_related("party").order_by("on", "pk")
    return rows.prefetch_related(Prefetch("seats", seats), Prefetch("signatures", signed))


def _dressed(row: Any) -> Any:
    """Adds the chairs: every party at the table, signed or not, on the same chair."""
    signed = {s.party_id: s for s in row.signatures.all()}
    row.chairs = tuple(
        Seat(seat.party.name, _how(signed.get(seat.party_id)), seat.party.get_absolute_url())
        for seat in row.seats.all()
    )  # fmt: skip
    row.signed = len(signed)
    return row


def _how(signature: Signature | None) -> str:
    if signature is None:
        return _("tekende nog niet")
    return _("tekende: %(name)s") % {"name": signature.name} if signature.name else pgettext("signature", "tekende")


def words_of(row: Any) -> dict[str, Any]:
    """A pact as it can be changed now: its words, its period and who is at the table."""
    now = {name: getattr(row, name) for name in ("title", "starts", "ends", *PACT_WORDS)}
    return {**now, "parties": [seat.party_id for seat in row.seats.all()]}


def public_pacts(cycle: Cycle) -> list[Pact]:
    """Pacts that are or were on the table, oldest first."""
    return list(_with_parties(Pact.objects.filter(node__cycle=cycle, node__public=True).order_by("pk")))


def pacts_to_join(cycle: Cycle, actor: Actor) -> QuerySet[Pact]:
    """Pacts in which something can still be promised."""
    rows = Pact.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    return rows.exclude(state=PactState.ENDED).order_by("-pk")


def pacts_of(party: Party) -> QuerySet[Pact]:
    """Every public pact at whose table a party sits or sat, also when it ended, newest first."""
    return Pact.objects.filter(rules.visible_to(Actor()), seats__party=party).distinct().order_by("-pk")


def commitment(cycle: Cycle, code: str, actor: Actor) -> Commitment | None:
    """One promise, if this reader may see it. One query."""
    rows = Commitment.objects.filter(
        rules.commitments_visible_to(actor), node__cycle=cycle, node__code=code.upper()
    )  # fmt: skip
    return rows.select_related("pact__node__place", "pact__node__cycle").first()


def promised_in(row: Pact, actor: Actor) -> list[Commitment]:
    """What was promised inside a pact. One query."""
    rows = Commitment.objects.filter(rules.commitments_visible_to(actor), pact=row)
    return list(rows.order_by("due", "pk"))


def public_commitments(cycle: Cycle) -> list[Commitment]:
    """All public promises of a round, oldest first."""
    rows = Commitment.objects.filter(node__cycle=cycle, node__public=True).select_related("pact__node")
    return list(rows.order_by("pk"))


def due_in(cycles: Iterable[Cycle]) -> list[Commitment]:
    """The public promises of some rounds that still stand, the first due first; one query."""
    rows = Commitment.objects.filter(node__cycle__in=list(cycles), node__public=True)
    rows = rows.exclude(state=CommitmentState.WITHDRAWN).select_related("node__place", "node__cycle", "giver")
    return list(rows.order_by("due", "pk"))


def to_remind(within: timedelta = AHEAD) -> list[Commitment]:
    """Promises that are due soon, of which the giver was not reminded in this stretch."""
    day = today()
    rows = Commitment.objects.filter(state__in=RUNNING, due__gte=day, due__lte=day + within).order_by("due", "pk")
    return [row for row in rows if row.reminded_on is None or row.reminded_on < row.due - within]


@giver("commitment")
def giver_of(node: int) -> int | None:
    """The party that made this promise."""
    return Commitment.objects.filter(node=node).values_list("giver", flat=True).first()


def choices_for(actor: Actor, subject: Any) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with a pact or a promise: label and address."""
    pages = COMMITMENT_PAGES if isinstance(subject, Commitment) else PACT_PAGES
    return choices(actor, subject, pages, _fits)


def _fits(verb: str, subject: Any) -> bool:
    """Late is only after the day; signed words are fixed; volunteers see the kind way first."""
    name = verb.rsplit(".", 1)[-1]
    if name in ("mark_late", "mark_not_answered"):
        return bool(subject.due < today())
    if name == "withdraw":
        return subject.giver.kind not in VOLUNTEERS
    return name != "describe" or not subject.signed


def may(actor: Actor, cycle: Cycle) -> frozenset[str]:
    """What this reader may do with the room as a whole."""
    wanted = ("pact.pact.convene", "pact.commitment.promise", "pact.edition.publish")
    return frozenset(verb.split(".")[1] for verb in wanted if ACTIONS[verb].rule(actor, cycle))


def first_steps(cycle: Cycle, may_do: Iterable[str]) -> tuple[FirstStep, ...]:
    """What one volunteer can do on an empty page."""
    where = (cycle.place.slug, cycle.slug)
    promise = reverse("pact:promise", args=where) if "commitment" in may_do else ""
    convene = reverse("pact:convene", args=where) if "pact" in may_do else ""
    return (
        FirstStep(
            _("Beloof zelf iets kleins"),
            _("Bijvoorbeeld: wij doen elke zaterdag de tuin open. Wie geeft, mag vragen."),
            _("Beloof iets") if promise else "", promise,
        ),
        FirstStep(_("Vraag één ander om een belofte"), _("De gemeente, de school of de verhuurder: wat geven zij?")),
        FirstStep(
            _("Roep de partijen bij elkaar"), _("Twee partijen is genoeg voor een pact. Anderen kunnen later meedoen."),
            _("Begin een pact") if convene else "", convene,
        ),
    )  # fmt: skip
