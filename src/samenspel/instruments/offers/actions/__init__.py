"""Every write about offers."""

from samenspel.instruments.offers.actions.checking import ask_again, confirm_asset, end_asset, rest_asset, warn_end
from samenspel.instruments.offers.actions.connecting import (
    accept_match,
    drop_match,
    finish_asset,
    finish_match,
    match_asset,
    meet,
    react,
    stop_asset,
    write_note,
)
from samenspel.instruments.offers.actions.forgetting import erase_person
from samenspel.instruments.offers.actions.offering import hide_asset, offer_asset, show_asset

__all__ = [
    "accept_match",
    "ask_again",
    "confirm_asset",
    "drop_match",
    "end_asset",
    "erase_person",
    "finish_asset",
    "finish_match",
    "hide_asset",
    "match_asset",
    "meet",
    "offer_asset",
    "react",
    "rest_asset",
    "show_asset",
    "stop_asset",
    "warn_end",
    "write_note",
]
