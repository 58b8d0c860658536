"""Figures of a neighbourhood, compared and combined without false precision.

Here is the arithmetic of one figure. Whole methods have packages of their own: `compass` (rings), `combine` (areas and
changes of codes), `survey` (marks, shares, weights, waves), `similar`, `classes` (maps), `trend`, `agreement`.
"""

from samenspel_methods.statistics.combine.plain import Combined, total, weighted_mean
from samenspel_methods.statistics.compass.score import Direction, Scale, compass_score, mean_distance
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
