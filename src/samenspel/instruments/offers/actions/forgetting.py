"""Taking back what a person offered and asked."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.instruments.offers import queries
from samenspel.instruments.offers.models import Asset, Match
from samenspel.instruments.offers.states import OPEN_MATCHES, AssetState, MatchState
from samenspel.kernel.lineage.actions import hide, take_back_title
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.texts.actions import erase_text

reader("offers")(queries.own_data)


@eraser("offers")
def erase_person(person: int) -> int:
    """Take back what a person offered and asked; only inside the kernel's erase action."""
    theirs = list(Asset.objects.filter(person=person).select_related("node", "words"))
    for asset in theirs:
        if asset.words:
            erase_text(asset.words)
        take_back_title(asset.node, str(_("Aanbod, ingetrokken")))
        hide(asset.node)
    mine = Match.objects.filter(asker=person)
    mine.filter(state__in=OPEN_MATCHES).update(state=MatchState.STOPPED)
    for match in mine.exclude(words=None).select_related("words"):
        if match.words:
            erase_text(match.words)
    asked = mine.update(asker=None, need=str(_("Aanbod, ingetrokken")))
    gone = Asset.objects.filter(person=person)
    return asked + gone.update(
        person=None, where="", area=None, owner_name="", price="", state=AssetState.STOPPED, ended_because=""
    )
