"""Promising, keeping, putting off and stepping back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, WrongState, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.pact import rules
from samenspel.stages.pact.actions.pacts import past_day, running, speaks_for
from samenspel.stages.pact.models import Commitment, Pact
from samenspel.stages.pact.states import CommitmentKind, CommitmentState, PactState

PROMISED_IN = ("award", "joint_plan", "plan_line")
UNKEPT = {
    CommitmentState.PROMISED,
    CommitmentState.RENEGOTIATED,
    CommitmentState.LATE,
    CommitmentState.NOT_ANSWERED,
}


def _still_to_come(due: date) -> date:
    if due < today() or rules.too_far(due, today()):
        raise BadInput(rules.PAST if due < today() else rules.TOO_FAR)
    return due


@action("pact.commitment.promise", target=CommitmentState.PROMISED, rule=rules.may_promise, label=_("Iets beloven"))
def promise(
    cycle: Cycle, *, by: Actor, giver: Party, what: str, due: date, receiver: Party | None = None,
    receiver_name: str = "", kind: str = CommitmentKind.OTHER, amount_cents: int | None = None, measure: str = "",
    pact: Pact | None = None, codes: Sequence[str] = (), title: str = "", example: bool = False,
) -> Commitment:  # fmt: skip
    """A party says what it gives, to whom and by when; from now on everybody can ask about it."""
    running(cycle)
    speaks_for(by, giver, cycle.place_id)
    _fits(pact, cycle)
    node = new_node("commitment", title or what, cycle=cycle, public=_public(pact), example=example)
    made = Commitment(
        node=node, pact=pact, giver=giver, receiver=receiver, receiver_name=cleaned(receiver_name), what=cleaned(what),
        kind=kind, amount_cents=amount_cents, measure=cleaned(measure), due=_still_to_come(due), first_due=due,
    )  # fmt: skip
    if pact:
        link(pact.node, node, "contains", by=by, reason=__("Staat in het pact."))
    _connect(made, codes, by, __("Aangegeven bij de belofte."))
    return made


def _fits(pact: Pact | None, cycle: Cycle) -> None:
    if pact is None:
        return
    if pact.cycle_id != cycle.pk:
        raise BadInput(_("Dit pact hoort bij een andere ronde."))
    if pact.state == PactState.ENDED:
        raise WrongState(_("Dit pact is afgelopen. Beloof het in een nieuw pact, of los van een pact."))


def _public(pact: Pact | None) -> bool:
    """A promise in a draft pact is not on the table yet."""
    return pact is None or pact.state != PactState.DRAFT


@action(
    "pact.commitment.keep", source=UNKEPT, target=CommitmentState.KEPT, rule=rules.may_keep,
    label=_("De belofte is gehouden"),
)  # fmt: skip
def keep_promise(commitment: Commitment, *, by: Actor, how: str = "", on: date | None = None) -> Commitment:
    """What was promised was done, and everybody can see it."""
    commitment.kept_on, commitment.how_kept = past_day(on), cleaned(how)
    commitment.kept_says = _who_says(commitment, by)
    return commitment


def _who_says(commitment: Commitment, by: Actor) -> str:
    """The party that says so; whoever hears it from others speaks for nobody."""
    for party in (commitment.receiver, commitment.giver):
        if party and by.represents(party.pk):
            return party.name
    return __("de redactie van de buurt")


@action(
    "pact.commitment.renegotiate", source=UNKEPT, target=CommitmentState.RENEGOTIATED, rule=rules.may_change,
    label=_("Een nieuwe datum afspreken"),
)  # fmt: skip
def renegotiate(commitment: Commitment, *, by: Actor, due: date, reason: str) -> Commitment:
    """The promise gets another day, and everybody can read why."""
    if due == commitment.due:
        raise BadInput(_("Dit is dezelfde datum. Kies een andere dag."))
    commitment.due, commitment.reminded_on = _still_to_come(due), None
    return _changed(commitment, reason)


def _changed(commitment: Commitment, reason: str) -> Commitment:
    commitment.reason, commitment.changed_on = cleaned(reason), today()
    return commitment


@action(
    "pact.commitment.withdraw", source=UNKEPT, target=CommitmentState.WITHDRAWN, rule=rules.may_change,
    label=_("De belofte intrekken"),
)  # fmt: skip
def withdraw(commitment: Commitment, *, by: Actor, reason: str) -> Commitment:
    """A party takes its promise back and says why."""
    return _changed(commitment, reason)


@action(
    "pact.commitment.step_back", source=UNKEPT, target=CommitmentState.WITHDRAWN, rule=rules.may_step_back,
    label=_("Lukt nu niet"),
)  # fmt: skip
def step_back(commitment: Commitment, *, by: Actor) -> Commitment:
    """Volunteers say that it does not work out now; nobody asks why."""
    return _changed(commitment, "")


@action(
    "pact.commitment.mark_late", source={CommitmentState.PROMISED, CommitmentState.RENEGOTIATED},
    target=CommitmentState.LATE, rule=rules.may_mark_late, label=_("Zeggen dat het te laat is"),
)  # fmt: skip
def mark_late(commitment: Commitment, *, by: Actor, why: str = "") -> Commitment:
    """The day has passed and it is not done; the giver can still keep it, or say a new day."""
    _overdue(commitment)
    return _changed(commitment, why)


def _overdue(commitment: Commitment) -> None:
    if commitment.due >= today():
        raise BadInput(_("De dag van deze belofte is nog niet voorbij. Er is niets veranderd."))


@action(
    "pact.commitment.mark_not_answered", source=UNKEPT - {CommitmentState.NOT_ANSWERED},
    target=CommitmentState.NOT_ANSWERED, rule=rules.may_mark_unanswered, label=_("Zeggen dat er geen antwoord kwam"),
)  # fmt: skip
def mark_not_answered(commitment: Commitment, *, by: Actor, reason: str) -> Commitment:
    """The day has passed, somebody asked, and the giver did not answer."""
    _overdue(commitment)
    return _changed(commitment, reason)


@action(
    "pact.commitment.remind", source={CommitmentState.PROMISED, CommitmentState.RENEGOTIATED, CommitmentState.LATE},
    rule=rules.may_remind, label=pgettext_lazy("action", "Herinneren"),
)  # fmt: skip
def remind(commitment: Commitment, *, by: Actor) -> Commitment:
    """The people who speak for the giver hear in time what their party promised."""
    commitment.reminded_on = today()
    return commitment


@action("pact.commitment.connect", rule=rules.may_connect, label=_("Waar de belofte bij hoort"))
def connect(commitment: Commitment, *, by: Actor, codes: Sequence[str], reason: str) -> list[Edge]:
    """Everybody can see with which award, joint plan or line of the plan a promise came."""
    if not [code for code in codes if code.strip()]:
        raise BadInput(_("Typ een code van een toekenning, een gezamenlijk plan of een planregel."))
    return _connect(commitment, codes, by, reason)


def _connect(commitment: Commitment, codes: Sequence[str], by: Actor, reason: str) -> list[Edge]:
    wanted = dict.fromkeys(code.strip() for code in codes if code.strip())
    nodes = [_fitting(commitment, code) for code in wanted]
    return [link(node, commitment.node, "promised_in", by=by, reason=reason) for node in nodes]


def _fitting(commitment: Commitment, code: str) -> Node:
    looked = look_up(code)
    if looked.node is None:
        near = ", ".join(n.code for n in looked.suggestions)
        known = _("De code %(code)s kennen wij niet. Bedoelt u %(near)s?")
        unknown = _("De code %(code)s kennen wij niet. Kijk hem nog eens na.")
        raise BadInput(str(known if near else unknown) % {"code": code, "near": near})
    if looked.node.place_id != commitment.place_id:
        raise BadInput(_("De code %(code)s hoort bij een andere buurt.") % {"code": code})
    if looked.node.kind not in PROMISED_IN:
        raise BadInput(_("Kies een toekenning (TG), een gezamenlijk plan (GP) of een planregel (RG)."))
    return looked.node
