"""Neighbourhoods that look like this one, to learn from: never a list from high to low."""

from samenspel_methods.statistics.similar.nearest import Alike, Neighbourhoods, Similar
from samenspel_methods.statistics.similar.standard import Standard

__all__ = ["Alike", "Neighbourhoods", "Similar", "Standard"]
