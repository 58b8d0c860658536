"""Who may open, move and close a round, and who writes what in it."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import role, speaks_for_a_party, staff

may_organise = role(Role.ORGANISER) | staff
may_mark = speaks_for_a_party
may_write = speaks_for_a_party
may_keep_calendar = role(Role.ORGANISER, Role.EDITOR, Role.AREA_TEAM, Role.FINANCE, Role.CLERK) | staff
may_name_body = role(Role.ORGANISER, Role.CLERK, Role.AREA_TEAM) | staff


def visible_to(actor: Actor) -> Q:
    """Rounds, their calendar and who decides what are public."""
    return Q()
