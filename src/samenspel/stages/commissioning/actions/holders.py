"""Who holds the key of a vote."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.people.models import Person
from samenspel.stages.commissioning import rules
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.states import CallState, Route


@action(
    "commissioning.call.name_holders", source={CallState.DRAFT}, rule=rules.may_open,
    label=_("Sleutelhouders aanwijzen"),
)  # fmt: skip
def name_holders(call: Call, *, by: Actor, holders: Sequence[Person]) -> Call:
    """Three people will each hold a part of the key; any two of them open the box together."""
    if call.route != Route.VOTE:
        raise BadInput(_("In deze ronde wordt niet gestemd. Sleutelhouders zijn niet nodig."))
    ballots.name_holders(call.node.place, call.code, holders)
    return call
