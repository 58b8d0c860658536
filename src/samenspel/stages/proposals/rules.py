"""Who hands in, who helps, who weighs and who answers; and who sees what is not public."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import anyone, not_conflicted, owner, represents_owner, role, signed_in

HELPERS = (Role.BROKER, Role.DESK, Role.EDITOR, Role.ORGANISER)

_maker = owner | represents_owner
may_draft = signed_in
may_hand_in = anyone
may_hand_in_draft = _maker
may_amend = _maker | role(*HELPERS)
may_link = _maker | role(*HELPERS, Role.AREA_TEAM)
may_withdraw = _maker | role(*HELPERS)
may_check = role(Role.AREA_TEAM, Role.BROKER)
may_weigh = role(Role.AREA_TEAM) & not_conflicted
may_tell = role(Role.AREA_TEAM, Role.BROKER, Role.BOARD)
may_decide = role(Role.AREA_TEAM, Role.BOARD) & not_conflicted
may_merge = role(Role.BROKER, Role.EDITOR, Role.ORGANISER)
may_name_contact = role(*HELPERS, Role.AREA_TEAM)
may_hide = role(Role.EDITOR, Role.ORGANISER)
may_see_held = _maker | role(Role.AREA_TEAM, Role.BROKER, Role.BOARD, Role.CLERK)
may_publish = role(Role.ORGANISER, Role.EDITOR)


def visible_to(actor: Actor) -> Q:
    """Public ones for everybody; a draft for its makers; what was taken away also for the editors there."""
    return _seen(actor, "")


def weighing_visible_to(actor: Actor) -> Q:
    """A weighing leaves the house once its maker heard it from a person."""
    return _seen(actor, "") & Q(told_first_on__isnull=False)


def details_visible_to(actor: Actor) -> Q:
    """Costs and checks show with their proposal."""
    return _seen(actor, "proposal__")


def _seen(actor: Actor, at: str) -> Q:
    seen = Q(**{f"{at}node__public": True})
    if actor.person is not None:
        seen |= Q(**{f"{at}person_id": actor.person})
    spoken = [m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party]
    if spoken:
        seen |= Q(**{f"{at}party_id__in": spoken})
    editing = {m.place for m in actor.mandates if m.role in (Role.EDITOR, Role.ORGANISER)}
    if editing:
        seen |= Q(**{f"{at}node__place_id__in": editing, f"{at}hidden": True})
    return seen
