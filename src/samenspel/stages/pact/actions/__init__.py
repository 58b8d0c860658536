"""Every write of the pact room."""

from samenspel.stages.pact.actions.commitments import (
    connect,
    keep_promise,
    mark_late,
    mark_not_answered,
    promise,
    remind,
    renegotiate,
    step_back,
    withdraw,
)
from samenspel.stages.pact.actions.pacts import (
    bring_into_force,
    convene,
    describe,
    end,
    erase_person,
    open_pact,
    publish_edition,
    sign,
)

__all__ = [
    "bring_into_force",
    "connect",
    "convene",
    "describe",
    "end",
    "erase_person",
    "keep_promise",
    "mark_late",
    "mark_not_answered",
    "open_pact",
    "promise",
    "publish_edition",
    "remind",
    "renegotiate",
    "sign",
    "step_back",
    "withdraw",
]
