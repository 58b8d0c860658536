"""Every write about secret votes. `Action`s are for people; the plain functions are for rooms."""

from samenspel.contracts.letter_codes import Issued
from samenspel.instruments.ballots.actions.boxes import Choice, close_box, discard_box, open_box, prepare_box
from samenspel.instruments.ballots.actions.casting import UNKNOWN_CODE, Slip, cast_ballot, fill_envelope, report_stack
from samenspel.instruments.ballots.actions.counting import CountedFile, count_box, load_counted, read_counted
from samenspel.instruments.ballots.actions.keys import hand_in_part, name_holders, show_part, take_part
from samenspel.instruments.ballots.actions.voting_codes import block_code, issue_codes, reissue_code

__all__ = [
    "UNKNOWN_CODE",
    "Choice",
    "CountedFile",
    "Issued",
    "Slip",
    "block_code",
    "cast_ballot",
    "close_box",
    "count_box",
    "discard_box",
    "fill_envelope",
    "hand_in_part",
    "issue_codes",
    "load_counted",
    "name_holders",
    "open_box",
    "prepare_box",
    "read_counted",
    "reissue_code",
    "report_stack",
    "show_part",
    "take_part",
]
