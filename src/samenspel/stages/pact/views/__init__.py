"""Pages of the pact room."""

from samenspel.stages.pact.views.commitments import (
    commitment,
    connect,
    keep,
    late,
    not_answered,
    promise,
    remind,
    renegotiate,
    step_back,
    withdraw,
)
from samenspel.stages.pact.views.pacts import (
    bring_into_force,
    convene,
    describe,
    end,
    index,
    lay_open,
    pact,
    publish,
    sign,
)

__all__ = [
    "bring_into_force",
    "commitment",
    "connect",
    "convene",
    "describe",
    "end",
    "index",
    "keep",
    "late",
    "lay_open",
    "not_answered",
    "pact",
    "promise",
    "publish",
    "remind",
    "renegotiate",
    "sign",
    "step_back",
    "withdraw",
]
