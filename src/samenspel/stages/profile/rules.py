"""Who may do what in the profile, and who may see it."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import machine, role, signed_in, staff
from samenspel.stages.profile.states import TableState

EDITORS = (Role.EDITOR, Role.BROKER, Role.ORGANISER)

may_import = role(Role.EDITOR, Role.ORGANISER, Role.AREA_TEAM) | staff
may_read_tables = machine | may_import
may_read_lists = machine | staff
may_cite = role(*EDITORS, Role.AREA_TEAM) | staff
may_compare = signed_in
may_publish = role(Role.EDITOR, Role.ORGANISER)


def edits(actor: Actor, place: int) -> bool:
    """Whether this actor writes what the neighbourhood makes of a figure together."""
    return any(actor.holds(r, place) for r in EDITORS)


def visible_to(actor: Actor) -> Q:
    """Figures are open data: everybody may see them, with where they come from."""
    return Q()


def views_visible_to(actor: Actor) -> Q:
    """What was seen together is public; what one person thinks is counted, not shown."""
    seen = Q(shared=True)
    return seen | Q(person=actor.person) if actor.person is not None else seen


def tables_visible_to(actor: Actor) -> Q:
    """Tables that are read whole, or were refused and say why."""
    return ~Q(state=TableState.READING)


def rows_visible_to(actor: Actor) -> Q:
    """Figures of tables that are read whole."""
    return Q(table__state=TableState.STANDING)
