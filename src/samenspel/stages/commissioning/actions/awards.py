"""Giving money: with a reason, booked at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.money.actions import account_for, post
from samenspel.kernel.money.models import MoneyAccount
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.actions.calls import pot_name
from samenspel.stages.commissioning.models import Award, CallOption, JointPlan
from samenspel.stages.commissioning.states import AwardState, CallState, Outcome, PlanState, Route

STANDING = {PlanState.CARRIED, PlanState.RUNNING}


@action("commissioning.award.give", target=AwardState.GIVEN, rule=rules.may_award, label=_("Geld toekennen"))
def give_award(
    cycle: Cycle,
    *,
    by: Actor,
    cents: int,
    reason: str,
    option: CallOption | None = None,
    joint_plan: JointPlan | None = None,
    party: Party | None = None,
    to: str = "",
    pot: str = "",
    title: str = "",
    example: bool = False,
) -> Award:
    """Somebody gets money for the neighbourhood; the reason, the pot and the booking are public at once."""
    what, facts = _origin(option, joint_plan, by)
    receiver = party.name if party else cleaned(to)
    if not receiver or cents <= 0:
        raise BadInput(_("Vul in wie het geld krijgt en hoeveel. Er is niets toegekend."))
    most = what.cents
    if most and cents > most:
        raise BadInput(_("Dit is meer geld dan het plan kost. Er is niets toegekend."))
    node = new_node("award", title or what.title, cycle=cycle, public=True, example=example)
    link(what.node, node, "won", by=by, reason=reason)
    name = facts.pop("pot", "") or cleaned(pot)
    if not name:
        raise BadInput(_("Uit welke pot komt het geld? Vul dat in. Er is niets toegekend."))
    award = Award(
        node=node, party=party, to=receiver[:120], cents=cents, reason=cleaned(reason)[:500], pot=name[:120],
        given_on=today(), **facts,
    )  # fmt: skip
    _book(award, cycle.place, cents)
    return award


def _origin(option: CallOption | None, plan: JointPlan | None, by: Actor) -> tuple[Any, dict[str, Any]]:
    """What the money is for, checked; and the facts that follow from it."""
    origin = option or plan
    if origin is None:
        raise BadInput(_("Kies waarvoor het geld is: een plan uit de stemming of een gezamenlijk plan."))
    if origin.code in by.conflicts:
        raise BadInput(_("U heeft hier zelf belang bij. Iemand anders moet dit doen. Er is niets toegekend."))
    if option:
        result = getattr(option, "result", None)
        if option.call.state != CallState.DECIDED or (option.call.box_id and not _won(result)):
            raise BadInput(_("Dit plan kan nu geen geld krijgen: er is geen besluit, of het kreeg te weinig stemmen."))
        if Award.objects.filter(option=option).exists():
            raise AlreadyDone(_("Dit plan kreeg al geld. Er is niets dubbel geboekt."))
        return option, {"option": option, "call": option.call, "route": option.call.route, "pot": pot_name(option.call)}
    assert plan is not None  # noqa: S101
    if plan.state not in STANDING:
        raise BadInput(_("Dit plan wordt nog niet door iedereen gedragen. Er is niets toegekend."))
    return plan, {"joint_plan": plan, "route": plan.route or Route.CONSENT}


def _won(result: Any) -> bool:
    return result is not None and result.outcome == Outcome.FUNDED


def _book(award: Award, place: Place, cents: int) -> None:
    """From the pot to whoever gets it; a minus runs the other way."""
    pot = account_for(place, award.pot, AccountKind.POT)
    receiver = _account(place, award)
    post(place, {pot: -cents, receiver: cents}, on=today(), description=award.node.title, node=award.node)


def _account(place: Place, award: Award) -> MoneyAccount:
    return account_for(place, award.to, AccountKind.PARTY, award.party)


@action(
    "commissioning.award.pay",
    source={AwardState.GIVEN},
    target=AwardState.PAID,
    rule=rules.may_pay,
    label=_("Zeggen dat het betaald is"),
)
def pay_award(award: Award, *, by: Actor) -> Award:
    """The money was paid out, and everybody can see that."""
    return award


@action(
    "commissioning.award.withdraw",
    source={AwardState.GIVEN},
    target=AwardState.WITHDRAWN,
    rule=rules.may_award,
    label=_("Toekenning intrekken"),
)
def withdraw_award(award: Award, *, by: Actor, reason: str) -> Award:
    """The money goes back to the pot; the reason is public and the first booking stays."""
    _book(award, award.node.place, -award.cents)
    return award
