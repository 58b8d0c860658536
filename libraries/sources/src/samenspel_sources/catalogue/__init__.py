"""What indicators mean and how sources call them: plain words, unit, direction, how to combine, plausible range."""

from samenspel_sources.catalogue.collection import Catalogue, builtin
from samenspel_sources.catalogue.match import match
from samenspel_sources.catalogue.model import Derived, Found, Indicator, Match, Matching
from samenspel_sources.catalogue.units import factor

__all__ = ["Catalogue", "Derived", "Found", "Indicator", "Match", "Matching", "builtin", "factor", "match"]
