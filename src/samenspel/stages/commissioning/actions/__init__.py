"""Every write of the room."""

from samenspel.stages.commissioning.actions.awards import give_award, pay_award, withdraw_award
from samenspel.stages.commissioning.actions.calls import (
    add_option,
    close_call,
    decide_call,
    draft_call,
    open_call,
    stop_call,
    suggest_next_step,
    take_proposal,
)
from samenspel.stages.commissioning.actions.counts import (
    count_again,
    count_call,
    fail_count,
    store_count,
    unlock_call,
)
from samenspel.stages.commissioning.actions.editions import publish_edition
from samenspel.stages.commissioning.actions.holders import name_holders
from samenspel.stages.commissioning.actions.plans import (
    answer_plan,
    ask_partners,
    carry_plan,
    draft_plan,
    finish_plan,
    fund_plan,
    join_plan,
    rewrite_plan,
    start_plan,
    stop_plan,
)
from samenspel.stages.commissioning.actions.results import VoteFile, import_vote, read_vote

__all__ = [
    "VoteFile",
    "add_option",
    "answer_plan",
    "ask_partners",
    "carry_plan",
    "close_call",
    "count_again",
    "count_call",
    "decide_call",
    "draft_call",
    "draft_plan",
    "fail_count",
    "finish_plan",
    "fund_plan",
    "give_award",
    "import_vote",
    "join_plan",
    "name_holders",
    "open_call",
    "pay_award",
    "publish_edition",
    "read_vote",
    "rewrite_plan",
    "start_plan",
    "stop_call",
    "stop_plan",
    "store_count",
    "suggest_next_step",
    "take_proposal",
    "unlock_call",
    "withdraw_award",
]
