"""Every write about surveys."""

from samenspel.contracts.letter_codes import Issued
from samenspel.instruments.surveys.actions.answering import UNKNOWN_CODE, Thanks, give_answer, keep_for_later
from samenspel.instruments.surveys.actions.building import (
    add_item,
    change_item,
    change_survey,
    count_people,
    move_item,
    remove_item,
    start_survey,
)
from samenspel.instruments.surveys.actions.codes import block_code, issue_codes, reissue_code
from samenspel.instruments.surveys.actions.remarks import hide_remark, show_remark
from samenspel.instruments.surveys.actions.running import close_survey, open_survey, publish_survey

__all__ = [
    "UNKNOWN_CODE", "Issued", "Thanks", "add_item", "block_code", "change_item", "change_survey", "close_survey",
    "count_people", "give_answer", "hide_remark", "issue_codes", "keep_for_later", "move_item", "open_survey",
    "publish_survey", "reissue_code", "remove_item", "show_remark", "start_survey",
]  # fmt: skip
