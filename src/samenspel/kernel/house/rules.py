"""Who may put a whole house back, or take in a place that moves."""

from samenspel.kernel.action.rules import machine

may_restore = machine
may_import = machine
