"""Who may add and describe places."""

from samenspel.contracts.actor import Role
from samenspel.kernel.action.rules import role, staff

may_add = staff
may_describe = role(Role.EDITOR, Role.ORGANISER) | staff
