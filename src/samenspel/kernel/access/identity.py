"""Whether somebody is known well enough for an act; each place sets its own level per act."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Identity
from samenspel.kernel.access.queries import required_level
from samenspel.kernel.action import NotAllowed

HOW = {
    Identity.EMAIL: _("Log eerst in met uw e-mailadres. Aan de balie kan het ook."),
    Identity.CODE: _("Gebruik de code uit de brief. Aan de balie kan het ook."),
    Identity.DESK: _("Kom hiervoor naar de balie. Wij helpen u graag."),
    Identity.EID: _("Log hiervoor in met DigiD. Aan de balie kan het ook."),
}


def must_be_known(actor: Actor, place: int, verb: str) -> None:
    """Refuse, and say what somebody can do, when we are not sure enough who they are. One query."""
    if actor.works_at(place):
        return  # the people of the desk look somebody in the eyes
    level = Identity(required_level(place, verb))
    if actor.identity < level:
        raise NotAllowed(HOW[level])
