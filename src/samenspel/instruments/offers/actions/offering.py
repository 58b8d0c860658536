"""Offering and asking: what somebody gives or looks for."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import rules
from samenspel.instruments.offers.models import Asset
from samenspel.instruments.offers.states import AssetKind, AssetState, Side
from samenspel.kernel.action import BadInput, NotAllowed, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import hide, new_node, show
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import write_text


def somebody(by: Actor, place: Place, name: str, contact: str) -> Person | None:
    """Who offers or asks: who is helped, else who is logged in, else who left a name or contact."""
    if by.person and not by.on_behalf_of:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    if by.on_behalf_of or name or contact:
        return note_person(name=name or by.on_behalf_of, contact=contact, channel=by.channel, place=place)
    return None


@action("offers.asset.offer", target=AssetState.OFFERED, rule=rules.may_offer, label=_("Iets aanbieden of vragen"))
def offer_asset(
    cycle: Cycle, *, by: Actor, title: str, kind: str = AssetKind.PEOPLE, side: str = Side.OFFER, offers: str = "",
    where: str = "", area: str = "", owner_name: str = "", size_m2: int | None = None, price: str = "",
    until: date | None = None, name: str = "", contact: str = "", party: Party | None = None,
    offered_on: date | None = None, example: bool = False,
) -> Asset:  # fmt: skip
    """Somebody says what the neighbourhood can count on, or what they look for; both are brought together."""
    if party and not (by.represents(party.pk) or by.works_at(cycle.place_id)):
        raise NotAllowed(_("U spreekt niet namens deze groep. Bied het aan onder uw eigen naam."))
    day = offered_on or today()
    if until and until < day:
        raise BadInput(_("Deze laatste dag is al voorbij. Kies een latere dag, of laat hem leeg."))
    node = new_node("asset", title, cycle=cycle, example=example)
    if by.person is not None or by.works_at(cycle.place_id):
        show(node)  # a visitor's offer waits until somebody at the desk has read it
    giver = somebody(by, cycle.place, name, contact)
    words = write_text(offers, by=by, person=giver.pk if giver else None) if offers.strip() else None
    return Asset(
        node=node, kind=kind, side=side, words=words, where=where, area=_area(cycle.place, area), price=price,
        owner_name=owner_name, size_m2=size_m2, until=until, person=giver, party=party, offered_on=day, checked_on=day,
    )  # fmt: skip


def _area(place: Place, slug: str) -> Place | None:
    """A piece of the neighbourhood; anything else is left aside."""
    return Place.objects.filter(slug=slug, wholes__whole=place).first() if slug else None


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
