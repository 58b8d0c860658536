"""Grants: the Amsterdam register, and grants brought down to one neighbourhood."""

from samenspel_sources import SourceError
from samenspel_sources.subsidies.model import Confidence, Grant, LocalGrant
from samenspel_sources.subsidies.read import read_local, read_register

__all__ = ["Confidence", "Grant", "LocalGrant", "SourceError", "read_local", "read_register"]
