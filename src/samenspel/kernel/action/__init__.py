"""Every state change is one named function: see `machine.py` for what happens around it."""

from samenspel.kernel.action.errors import (
    AlreadyDone,
    BadInput,
    Changed,
    NotAllowed,
    NotThere,
    Refused,
    WrongState,
)
from samenspel.kernel.action.machine import action, keep
from samenspel.kernel.action.registry import ACTIONS, ActionInfo, available_actions, choices_for

__all__ = [
    "ACTIONS",
    "ActionInfo",
    "AlreadyDone",
    "BadInput",
    "Changed",
    "NotAllowed",
    "NotThere",
    "Refused",
    "WrongState",
    "action",
    "available_actions",
    "choices_for",
    "keep",
]
