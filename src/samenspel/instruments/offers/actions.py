"""Every write about offers."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import queries, rules
from samenspel.instruments.offers.models import Asset, Match
from samenspel.instruments.offers.states import AssetKind, AssetState
from samenspel.kernel.action import BadInput, NotAllowed, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import hide, new_node, show, take_back_title
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import erase_text, write_text


def _somebody(by: Actor, place: Place, name: str, contact: str) -> Person | None:
    """Who offers or asks: who is helped, else who is logged in, else who left a name or contact."""
    if by.person and not by.on_behalf_of:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    if by.on_behalf_of or name or contact:
        return note_person(name=name or by.on_behalf_of, contact=contact, channel=by.channel, place=place)
    return None


@action("offers.asset.offer", target=AssetState.OFFERED, rule=rules.may_offer, label=_("Iets aanbieden"))
def offer_asset(
    cycle: Cycle, *, by: Actor, title: str, kind: str = AssetKind.PEOPLE, offers: str = "", where: str = "",
    name: str = "", contact: str = "", party: Party | None = None, offered_on: date | None = None,
    example: bool = False,
) -> Asset:  # fmt: skip
    """Somebody says what the neighbourhood can count on; the desk brings it together with who asks."""
    if party and not (by.represents(party.pk) or by.works_at(cycle.place_id)):
        raise NotAllowed(_("U spreekt niet namens deze groep. Bied het aan onder uw eigen naam."))
    node = new_node("asset", title, cycle=cycle, example=example)
    if by.person is not None or by.works_at(cycle.place_id):
        show(node)  # a visitor's offer waits until somebody at the desk has read it
    giver = _somebody(by, cycle.place, name, contact)
    words = write_text(offers, by=by, person=giver.pk if giver else None) if offers.strip() else None
    return Asset(
        node=node, kind=kind, words=words, where=where, person=giver, party=party,
        offered_on=offered_on or today(),
    )  # fmt: skip


@action("offers.asset.show", source={AssetState.OFFERED}, rule=rules.may_show, label=_("Aanbod tonen"))
def show_asset(asset: Asset, *, by: Actor) -> Asset:
    """Somebody at the desk has read the offer: from now on everybody sees it."""
    show(asset.node)
    return asset


@action("offers.asset.hide", rule=rules.may_hide, label=_("Aanbod afschermen"))
def hide_asset(asset: Asset, *, by: Actor, reason: str) -> Asset:
    """An offer with words that hurt somebody goes out of sight; the reason is public."""
    hide(asset.node)
    return asset


@action(
    "offers.asset.match", source={AssetState.OFFERED, AssetState.MATCHED, AssetState.DONE},
    target=AssetState.MATCHED, rule=rules.may_match, label=_("Koppelen aan wie erom vroeg"),
)  # fmt: skip
def match_asset(
    asset: Asset, *, by: Actor, need: str, name: str = "", contact: str = "", party: Party | None = None,
    matched_on: date | None = None,
) -> Asset:  # fmt: skip
    """Who asks and who offers are brought together: an offer becomes a connection."""
    if not asset.node.public:
        raise BadInput(_("Toon het aanbod eerst. Daarna kunt u het koppelen."))
    asker = None
    if name or contact:
        asker = note_person(name=name, contact=contact, channel=by.channel, place=asset.node.place)
    day = matched_on or today()
    keep(Match(asset=asset, asker=asker, party=party, need=need, matched_on=day))
    return asset


@action(
    "offers.asset.finish", source={AssetState.MATCHED}, target=AssetState.DONE, rule=rules.may_finish,
    label=_("Zeggen dat het gelukt is"),
)  # fmt: skip
def finish_asset(asset: Asset, *, by: Actor) -> Asset:
    """It worked: somebody was helped. The offer can be used again."""
    for match in Match.objects.filter(asset=asset, done_on=None):
        match.done_on = today()
        keep(match)
    return asset


@action(
    "offers.asset.stop", source={AssetState.OFFERED, AssetState.MATCHED, AssetState.DONE},
    target=AssetState.STOPPED, rule=rules.may_stop, label=_("Stoppen met dit aanbod"),
)  # fmt: skip
def stop_asset(asset: Asset, *, by: Actor, reason: str) -> Asset:
    """It is no longer there. 'Lukt nu niet' is reason enough."""
    asset.ended_because = reason[:500]
    return asset


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
    asked = Match.objects.filter(asker=person).update(asker=None)
    gone = Asset.objects.filter(person=person)
    return asked + gone.update(person=None, where="", state=AssetState.STOPPED, ended_because="")
