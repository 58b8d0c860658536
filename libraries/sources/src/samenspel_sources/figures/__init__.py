"""Neighbourhood figures with their source, and the areas they are about."""

from samenspel_sources import SourceError, Status
from samenspel_sources.figures.model import Area, Change, Figure, Indicator
from samenspel_sources.figures.read import read_areas, read_changes, read_figures, read_indicators

__all__ = [
    "Area",
    "Change",
    "Figure",
    "Indicator",
    "SourceError",
    "Status",
    "read_areas",
    "read_changes",
    "read_figures",
    "read_indicators",
]
