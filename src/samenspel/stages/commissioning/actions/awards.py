"""Giving money: with a reason, booked at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.money.actions import account_of, must_hold, named_account, post
from samenspel.kernel.money.models import MoneyAccount
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.commissioning import queries, rules
from samenspel.stages.commissioning.actions.plans import STANDING
from samenspel.stages.commissioning.actions.pots import pot_for
from samenspel.stages.commissioning.models import Award, CallOption, JointPlan
from samenspel.stages.commissioning.states import AwardState, CallState, Outcome, Route


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
    title: str = "",
    example: bool = False,
) -> Award:
    """Somebody gets money for the neighbourhood; the reason, the pot and the booking are public at once."""
    what, facts = _origin(option, joint_plan)
    _other_eyes(what, party, by)
    receiver = party.name if party else cleaned(to)
    if not receiver or cents <= 0:
        raise BadInput(_("Vul in wie het geld krijgt en hoeveel. Er is niets toegekend."))
    if not party and queries.names_a_party(cycle.place_id, receiver):
        raise BadInput(
            _("Dit is de naam van een groep uit deze buurt. Er is niets toegekend. Kies de groep uit de lijst.")
        )
    most = what.cents
    if most and cents > most:
        raise BadInput(_("Dit is meer geld dan het plan kost. Er is niets toegekend."))
    node = new_node("award", title or what.title, cycle=cycle, public=True, example=example)
    link(what.node, node, "won", by=by, reason=reason)
    award = Award(
        node=node, party=party, to=receiver[:120], cents=cents, reason=cleaned(reason)[:500], given_on=today(), **facts,
    )  # fmt: skip
    pot = _pot(award)
    award.pot = pot.name
    must_hold(pot, cents)
    _book(award, pot, cents)
    return award


def _other_eyes(what: CallOption | JointPlan, party: Party | None, by: Actor) -> None:
    """Nobody awards money in which they have an interest, or to a plan about which they decided themselves."""
    made = {what.code, *([what.call.code] if isinstance(what, CallOption) else [])}
    parties = {*what.owner_parties, *([party.pk] if party else [])}
    if made & by.conflicts or queries.interested(by.person, parties):
        raise NotAllowed(_("U heeft hier zelf belang bij. Iemand anders moet dit doen. Er is niets toegekend."))
    if queries.decided(what, by.person):
        raise NotAllowed(
            _(
                "U heeft zelf over dit plan besloten. Daarom kent iemand anders het geld toe: "
                "twee mensen zien meer dan een. Er is niets toegekend."
            )
        )


def _origin(option: CallOption | None, plan: JointPlan | None) -> tuple[Any, dict[str, Any]]:
    """What the money is for, checked; and the facts that follow from it."""
    origin = option or plan
    if origin is None:
        raise BadInput(_("Kies waarvoor het geld is: een plan uit de stemming of een gezamenlijk plan."))
    if option:
        result = getattr(option, "result", None)
        if option.call.state != CallState.DECIDED or (option.call.box_id and not _won(result)):
            raise BadInput(_("Dit plan kan nu geen geld krijgen: er is geen besluit, of het kreeg te weinig stemmen."))
        if Award.objects.filter(option=option).exists():
            raise AlreadyDone(_("Dit plan kreeg al geld. Er is niets dubbel geboekt."))
        return option, {"option": option, "call": option.call, "route": option.call.route}
    assert plan is not None  # noqa: S101
    if plan.state not in STANDING:
        raise BadInput(_("Dit plan wordt nog niet door iedereen gedragen. Er is niets toegekend."))
    return plan, {"joint_plan": plan, "route": plan.route or Route.CONSENT}


def _won(result: Any) -> bool:
    return result is not None and result.outcome == Outcome.FUNDED


def _book(award: Award, pot: MoneyAccount, cents: int) -> None:
    """From the pot to whoever gets it; a minus runs the other way."""
    place = award.node.place
    to = account_of(place, award.party) if award.party else named_account(place, award.to, AccountKind.PARTY)
    post(place, {pot: -cents, to: cents}, on=today(), description=award.node.title, node=award.node)


def _pot(award: Award) -> MoneyAccount:
    """The money of the round or of the joint plan."""
    origin = award.call or award.joint_plan
    assert origin is not None  # noqa: S101
    return pot_for(origin)


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
    _book(award, _pot(award), -award.cents)
    return award
