"""Neighbourhood figures with their source, and the areas they are about."""

from samenspel_sources.figures.model import Area, Change, Figure, Indicator, Spread
from samenspel_sources.figures.read import (
    read_areas,
    read_changes,
    read_figures,
    read_indicators,
    read_spreads,
)

__all__ = [
    "Area",
    "Change",
    "Figure",
    "Indicator",
    "Spread",
    "read_areas",
    "read_changes",
    "read_figures",
    "read_indicators",
    "read_spreads",
]
