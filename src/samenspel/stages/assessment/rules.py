"""Who registers and corrects tasks, who speaks, concludes and replies."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import anyone, not_conflicted, represents_owner, role, speaks_for_a_party

KEEPERS = (Role.AREA_TEAM, Role.FINANCE, Role.EDITOR, Role.BROKER, Role.ORGANISER)
HELPERS = (Role.EDITOR, Role.BROKER, Role.ORGANISER, Role.DESK)

may_register = role(*KEEPERS)
may_correct = represents_owner | role(*KEEPERS)
may_open = speaks_for_a_party | role(*HELPERS, Role.AREA_TEAM)
may_speak = anyone
may_hide = role(Role.EDITOR, Role.ORGANISER)
may_use = speaks_for_a_party | role(*HELPERS, Role.AREA_TEAM)
may_conclude = role(Role.EDITOR, Role.ORGANISER) & not_conflicted
may_reply = represents_owner | role(Role.AREA_TEAM)
may_publish = role(Role.ORGANISER, Role.EDITOR)


def helps_at(actor: Actor, place: int) -> bool:
    """Whether this actor may write down what others said, the provider included."""
    return any(actor.holds(r, place) for r in HELPERS)


def visible_to(actor: Actor) -> Q:
    """The register and the talks are for everybody."""
    return Q(node__public=True)


def voices_visible_to(actor: Actor) -> Q:
    """What was said is for everybody, unless it was taken away."""
    shown = Q(state="shown", assessment__node__public=True)
    places = frozenset(m.place for m in actor.mandates if m.role in (Role.EDITOR, Role.ORGANISER))
    return shown | Q(assessment__node__place_id__in=places) if places else shown
