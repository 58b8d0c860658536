"""Persons, accounts and parties."""

from samenspel.kernel.people.models.account import Account
from samenspel.kernel.people.models.party import ContinuityMark, Membership, Party
from samenspel.kernel.people.models.person import Person
from samenspel.kernel.people.models.together import ContactPoint, Duo

__all__ = ["Account", "ContactPoint", "ContinuityMark", "Duo", "Membership", "Party", "Person"]
