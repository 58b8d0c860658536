"""Who may give and end mandates, and who may see what about them."""

from __future__ import annotations

from django.db.models import Q

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import machine, owner, role, signed_in, staff

may_give = role(Role.ORGANISER) | staff
may_end = role(Role.ORGANISER) | staff
may_lay_down = owner
may_declare = signed_in
may_open_staff_session = owner
may_close_staff_session = owner | staff
may_make_staff = machine
may_set_identity = role(Role.ORGANISER) | staff
may_cast = machine


def visible_to(actor: Actor) -> Q:
    """No hidden power: who may do what, who has which interest and who looked in is public."""
    return Q()
