"""The pots of rounds and joint plans; plain functions for inside actions."""

from samenspel.kernel.journal.clock import today
from samenspel.kernel.money.actions import named_account, post, pot_of
from samenspel.kernel.money.models import MoneyAccount
from samenspel.kernel.money.states import AccountKind
from samenspel.stages.commissioning.models import Call, JointPlan


def pot_for(thing: Call | JointPlan) -> MoneyAccount:
    """Where the money of a round or a joint plan stands."""
    return pot_of(thing.node, f"{thing.title[:100]} ({thing.code})")


def fill_pot(thing: Call | JointPlan, source: str, cents: int) -> None:
    """Money from a source stands ready for a round or a joint plan."""
    place = thing.node.place
    sides = {named_account(place, source, AccountKind.SOURCE): -cents, pot_for(thing): cents}
    post(place, sides, on=today(), description=thing.title, node=thing.node)
