"""Who may bring in, record, correct and publish figures. Reading is open."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import represents_owner, role, speaks_for_a_party

TEAM = (Role.FINANCE, Role.AREA_TEAM, Role.EDITOR, Role.BROKER, Role.ORGANISER)
team = role(*TEAM)

may_import = team
may_count = team
may_record = team | speaks_for_a_party
may_correct = role(Role.FINANCE) | represents_owner
may_withdraw = role(Role.FINANCE, Role.EDITOR, Role.ORGANISER)
may_pay = team | represents_owner
may_publish = role(Role.ORGANISER, Role.EDITOR)


def visible_to(actor: Actor) -> Q:
    """Every amount is public; a line that was taken back is gone from lists and sums, for everybody."""
    return Q(node__public=True)


def of_visible_lines(actor: Actor) -> Q:
    """Corrections are as public as their line."""
    return Q(line__node__public=True)
