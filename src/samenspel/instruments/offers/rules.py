"""Who may do what with an offer, and who may see it."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.offers.states import MatchState
from samenspel.kernel.action.rules import anyone, machine, owner, represents_owner, role, signed_in, staff

CONNECTORS = (Role.EDITOR, Role.BROKER, Role.DESK, Role.ORGANISER)

SEEN_MATCHES = (MatchState.MATCHED, MatchState.MET, MatchState.DONE)

may_offer = anyone
may_show = role(*CONNECTORS)
may_hide = role(*CONNECTORS)
may_match = role(*CONNECTORS) | owner | represents_owner
may_finish = role(*CONNECTORS) | owner | represents_owner
may_stop = may_confirm = role(*CONNECTORS) | owner | represents_owner
may_react = anyone
may_take_part = signed_in  # the action looks whether one has a part in it
may_look_after = machine | staff


def owns(actor: Actor, asset: object) -> bool:
    """Who placed it, or speaks for the party that did."""
    return owner(actor, asset) or represents_owner(actor, asset)


def connects(actor: Actor) -> list[int]:
    """The places where this actor brings offer and ask together."""
    return [m.place for m in actor.mandates if m.role in CONNECTORS]


def visible_to(actor: Actor) -> Q:
    """Everybody sees what was welcomed; who offers sees their own, the desk sees all of its place."""
    seen = Q(node__public=True)
    if actor.person is not None:
        seen |= Q(person=actor.person)
    if places := connects(actor):
        seen |= Q(node__place__in=places)
    return seen


def matches_visible_to(actor: Actor) -> Q:
    """A connection shows with its offer, from when both said yes; a question to somebody is between the two."""
    seen = Q(asset__node__public=True, state__in=SEEN_MATCHES)
    if places := connects(actor):
        seen |= Q(asset__node__place__in=places)
    return seen
