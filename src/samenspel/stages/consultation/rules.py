"""Who may do what while people are heard, and who may read it."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, anyone, owner, role

MODERATORS = (Role.EDITOR, Role.BROKER, Role.ORGANISER)
HELPERS = (*MODERATORS, Role.DESK)

may_give = anyone
may_enter_sheet = role(*HELPERS)
may_show = role(*MODERATORS)
may_hide = role(*MODERATORS)
may_sort = role(*MODERATORS)
may_take_from_story = role(*MODERATORS)
may_harvest = role(*MODERATORS)
may_count = role(*HELPERS)
may_publish = role(Role.EDITOR, Role.ORGANISER)

_helped = Rule(lambda actor, subject: bool(actor.on_behalf_of), _("wie iemand helpt"))
may_withdraw = owner | (role(*HELPERS) & _helped)


def moderates(actor: Actor) -> list[int]:
    """The places where this actor looks after what is shown."""
    return [m.place for m in actor.mandates if m.role in MODERATORS]


def visible_to(actor: Actor) -> Q:
    """Everybody reads what is shown; people read their own, the editors all of their place."""
    seen = Q(state="shown")
    if actor.person is not None:
        seen |= Q(person=actor.person)
    if places := moderates(actor):
        seen |= Q(node__place__in=places)
    return seen


def open_to(actor: Actor) -> Q:
    """What was heard and who was heard is public."""
    return Q()
