"""Pages of the proposals: fetch, form, action, show."""

from samenspel.stages.proposals.views.making import amend, answer, costs, draft, hand_in, hand_in_draft, withdraw
from samenspel.stages.proposals.views.reading import index, proposal, receipt
from samenspel.stages.proposals.views.weighing import (
    check,
    contact,
    decide,
    hide,
    merge,
    publish,
    show,
    tell,
    weigh,
)

__all__ = [
    "amend",
    "answer",
    "check",
    "contact",
    "costs",
    "decide",
    "draft",
    "hand_in",
    "hand_in_draft",
    "hide",
    "index",
    "merge",
    "proposal",
    "publish",
    "receipt",
    "show",
    "tell",
    "weigh",
    "withdraw",
]
