"""Tables of offers, asks and connections."""

from samenspel.instruments.offers.models.assets import FRESH, Asset
from samenspel.instruments.offers.models.matches import Match, MatchNote

__all__ = ["FRESH", "Asset", "Match", "MatchNote"]
