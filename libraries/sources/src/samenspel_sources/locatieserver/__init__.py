"""PDOK Locatieserver: from what somebody types to the neighbourhood it is in."""

from samenspel_sources.locatieserver.search import Locatieserver

__all__ = ["Locatieserver"]
