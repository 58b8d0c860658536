"""Who may put a whole house back."""

from samenspel.kernel.action.rules import machine

may_restore = machine
