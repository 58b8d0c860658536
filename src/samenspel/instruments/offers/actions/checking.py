"""Keeping the list alive: is it still so, does it end soon, did it end?"""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import rules
from samenspel.instruments.offers.models import Asset
from samenspel.instruments.offers.states import AssetState
from samenspel.kernel.action import BadInput, WrongState, action
from samenspel.kernel.journal.clock import today

STANDING = {AssetState.OFFERED, AssetState.MATCHED, AssetState.DONE}


@action("offers.asset.confirm", source={*STANDING, AssetState.RESTING}, rule=rules.may_confirm,
        label=_("Zeggen dat het nog klopt"))  # fmt: skip
def confirm_asset(asset: Asset, *, by: Actor, until: date | None = None) -> Asset:
    """It is still so; a space may have got a later last day."""
    if until and until < today():
        raise BadInput(_("Deze laatste dag is al voorbij. Kies een latere dag, of laat hem leeg."))
    if until and until != asset.until:
        asset.until, asset.warned_on = until, None
    if asset.over:
        raise BadInput(_("De laatste dag is voorbij. Vul een nieuwe laatste dag in."))
    asset.checked_on, asset.asked_on = today(), None
    if asset.state == AssetState.RESTING:
        asset.state = AssetState.OFFERED
    return asset


@action("offers.asset.ask_again", source=STANDING, rule=rules.may_look_after, label=_("Vragen of het nog klopt"))
def ask_again(asset: Asset, *, by: Actor) -> Asset:
    """After half a year of silence who placed it is asked whether it is still so."""
    asset.asked_on = today()
    return asset


@action(
    "offers.asset.rest", source=STANDING, target=AssetState.RESTING, rule=rules.may_look_after,
    label=_("Uit de lijst halen wat niemand bevestigt"),
)  # fmt: skip
def rest_asset(asset: Asset, *, by: Actor) -> Asset:
    """Nobody said that it is still so: it leaves the list and waits, so that the list stays alive."""
    if asset.asked_on is None:
        raise WrongState()
    return asset


@action("offers.asset.warn", source=STANDING, rule=rules.may_look_after, label=_("Waarschuwen voordat iets stopt"))
def warn_end(asset: Asset, *, by: Actor) -> Asset:
    """Everybody who uses it, owns it or brings people together hears in time that it ends."""
    if asset.until is None or asset.until < today():
        raise WrongState()
    asset.warned_on = today()
    return asset


@action(
    "offers.asset.end", source={*STANDING, AssetState.RESTING}, target=AssetState.STOPPED, rule=rules.may_look_after,
    label=_("Uit de lijst halen wat voorbij is"),
)  # fmt: skip
def end_asset(asset: Asset, *, by: Actor) -> Asset:
    """Its last day is past."""
    if asset.until is None or asset.until >= today():
        raise WrongState()
    asset.ended_because = __("Het was tot en met %(day)s.") % {"day": date_format(asset.until, "j F Y")}
    return asset
