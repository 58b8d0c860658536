"""Mandates, conflicts of interest, staff sessions and the level of identity per act."""

from samenspel.kernel.access.models.mandate import Conflict, IdentityPolicy, Mandate
from samenspel.kernel.access.models.staff import CastMember, StaffAccount, StaffSession

__all__ = ["CastMember", "Conflict", "IdentityPolicy", "Mandate", "StaffAccount", "StaffSession"]
