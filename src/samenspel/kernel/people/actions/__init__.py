"""Every write about persons, accounts and parties."""

from samenspel.kernel.people import notices  # noqa: F401 - importing is the registration
from samenspel.kernel.people.actions.member import join_party, leave_party, let_speak
from samenspel.kernel.people.actions.party import (
    PARTY_WORDS,
    describe_party,
    found_party,
    join_into,
    mark_link,
    split_party,
    stop_party,
)
from samenspel.kernel.people.actions.person import (
    change_email,
    erase_person,
    note_person,
    prefer,
    register_account,
)
from samenspel.kernel.people.actions.together import form_duo, name_contact, pair, put_contact

__all__ = [
    "PARTY_WORDS",
    "change_email",
    "describe_party",
    "erase_person",
    "form_duo",
    "found_party",
    "join_into",
    "join_party",
    "leave_party",
    "let_speak",
    "mark_link",
    "name_contact",
    "note_person",
    "pair",
    "prefer",
    "put_contact",
    "register_account",
    "split_party",
    "stop_party",
]
