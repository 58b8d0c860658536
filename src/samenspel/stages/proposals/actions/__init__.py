"""Every write of the proposals."""

from samenspel.stages.proposals.actions.answering import (
    check_feasibility,
    decide,
    hide_proposal,
    merge,
    name_contact,
    publish_edition,
    show_proposal,
    tell_submitter,
    weigh_provisionally,
)
from samenspel.stages.proposals.actions.making import (
    amend,
    answer,
    draft_proposal,
    erase_person,
    hand_in,
    hand_in_draft,
    set_costs,
    withdraw,
)

__all__ = [
    "amend",
    "answer",
    "check_feasibility",
    "decide",
    "draft_proposal",
    "erase_person",
    "hand_in",
    "hand_in_draft",
    "hide_proposal",
    "merge",
    "name_contact",
    "publish_edition",
    "set_costs",
    "show_proposal",
    "tell_submitter",
    "weigh_provisionally",
    "withdraw",
]
