"""Figures of a neighbourhood, compared and combined without false precision."""

from samenspel_methods.statistics.combine import Combined, total, weighted_mean
from samenspel_methods.statistics.compass import Direction, Scale, compass_score, mean_distance
from samenspel_methods.statistics.deviation import Deviation, deviation
from samenspel_methods.statistics.suppression import suppress

__all__ = [
    "Combined",
    "Deviation",
    "Direction",
    "Scale",
    "compass_score",
    "deviation",
    "mean_distance",
    "suppress",
    "total",
    "weighted_mean",
]
